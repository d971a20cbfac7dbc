import Chronology
import PolicyReading

extension Figure {
  /// `95.0 %, 19 of 20`, `1 h 35 min, mean of 12 changes`, or `14 deployments, 3.2 a week`.
  package var valueText: String {
    switch self {
    case .rate(let rate):
      return rate.denominator == 0
        ? "no data"
        : "\(formatShare(rate.numerator, rate.denominator)), \(rate.partText)"
    case .duration(let duration):
      guard let summary = duration.summary else { return "no data" }
      let statistic = duration.leading
      return "\(formatDuration(summary.value(statistic))), \(statistic.rawValue) of "
        + definition.subject.counted(summary.count)
    case .count(let count):
      guard let number = count.known else { return "no data" }
      let rate = count.perWeek.map { ", \(formatNumber($0)) a week" } ?? ""
      return definition.subject.counted(number) + rate
    }
  }

  /// `target >95%: missed; inconclusive …`; empty without a target.
  package var verdictText: String {
    guard let target, let verdict else { return "" }
    let head = "target \(printable(target.text)): \(verdict.text)"
    guard case .rate(let rate) = self, let evidence = rate.evidenceWords else { return head }
    return head + "; " + evidence
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

  /// In seconds; nil where nothing is counted.
  package var leadingValue: Double? { summary?.value(leading) }
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
