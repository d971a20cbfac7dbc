import Chronology
import PolicyReading

extension Figure {
  /// `95.0%, 19 of 20`, `1 h 35 min, mean of 12 changes`, or `14 deployments, 3.2 a week`.
  package var valueText: String {
    switch self {
    case .rate(let rate):
      return rate.shareText.map { "\($0), \(rate.partText)" } ?? "no data"
    case .duration(let duration):
      return duration.leadingText.map {
        "\($0), \(duration.leading.rawValue) of \(definition.subject.counted(duration.count))"
      } ?? "no data"
    case .count(let count):
      guard let number = count.known else { return "no data" }
      let rate = count.perWeekText.map { ", \($0) a week" } ?? ""
      return definition.subject.counted(number) + rate
    }
  }

  /// `target >95%: missed, inconclusive …`; empty without a target.
  package var verdictText: String {
    guard let target, let verdict else { return "" }
    let head = "target \(printable(target.text)): \(verdict.text)"
    guard case .rate(let rate) = self, let evidence = rate.evidenceWords else { return head }
    return head + ", " + evidence
  }

  /// The same in lines that a terminal has room for: `target >95%: missed, inconclusive (too few
  /// changes)`, then what would have settled it. None without a target.
  package var verdictLines: [String] {
    guard let target, let verdict else { return [] }
    let head = "target \(printable(target.text)): \(verdict.text)"
    guard case .rate(let rate) = self, let evidence = rate.evidence else { return [head] }
    return ["\(head), \(evidence.words(of: rate))"] + [rate.distanceWords].compactMap(\.self)
  }

  /// The evidence where the verdict is not clear: `inconclusive (too few changes)`.
  package var doubtWords: String? {
    if case .rate(let rate) = self { rate.doubtWords } else { nil }
  }

  /// Whether the evidence is clear; nil for what is no rate, and without a verdict or data.
  package var evidence: EvidenceVerdict? {
    if case .rate(let rate) = self { rate.evidence } else { nil }
  }
}

extension RateFigure {
  /// `95.0%`; nil where nothing is counted. What would read as the target without being it has the
  /// decimals that part the two, `94.96%`, so that no verdict seems to contradict its number.
  package var shareText: String? {
    guard let share else { return nil }
    let text = formatShare(numerator, denominator)
    guard let target, case .share(let bound) = target.bound, bound != share else { return text }
    let limit = bound.value * 100
    guard fixed(limit, places: 1) + "%" == text else { return text }
    return decimals(of: share.value * 100, apartFrom: limit) + "%"
  }

  /// `19 of 20`, `1 of 3 breaches`: what is counted is said where it is not changes.
  package var partText: String {
    definition.subject == .change
      ? "\(numerator) of \(denominator)"
      : "\(numerator) of \(definition.subject.counted(denominator))"
  }
}

extension DurationFigure {
  /// What stands first: what the target compares; without one the mean, and of the time to restore
  /// the median, which one long outage does not move.
  package var leading: Target.Statistic {
    target?.statistic ?? (definition.name == .timeToRestore ? .median : .mean)
  }

  /// Its leading value, `1 h 35 min`; nil where nothing is counted. What would read as the target
  /// without being it is written out, `2 h 30 s`.
  package var leadingText: String? {
    leadingValue.map { value in
      let text = formatDuration(value)
      guard let target, case .duration(let bound) = target.bound, Double(bound) != value,
        text == formatDuration(Double(bound))
      else { return text }
      return formatExactDuration(value)
    }
  }

  /// In seconds; nil where nothing is counted.
  package var leadingValue: Double? { summary?.value(leading) }
}

extension CountFigure {
  /// The number in seven days, `3.2`; with more decimals where it would read as the target without
  /// being it.
  package var perWeekText: String? {
    perWeek.map { pace in
      let text = formatNumber(pace)
      guard let target, case .perWeek(let bound) = target.bound, bound.value != pace,
        text == formatNumber(bound.value)
      else { return text }
      return decimals(of: pace, apartFrom: bound.value)
    }
  }
}

extension DurationSummary {
  /// In seconds.
  package func value(_ statistic: Target.Statistic) -> Double {
    switch statistic {
    case .mean: mean
    case .median: median
    }
  }
}
