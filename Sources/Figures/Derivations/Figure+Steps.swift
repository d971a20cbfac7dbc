import PolicyReading

extension Figure {
  /// The arithmetic from the counts to the verdicts, a step a line.
  func steps(at confidence: Confidence) -> [String] {
    switch self {
    case .rate(let rate): rate.steps(at: confidence)
    case .duration(let duration): duration.steps
    case .count(let count): count.steps
    }
  }
}

extension RateFigure {
  fileprivate func steps(at confidence: Confidence) -> [String] {
    let (k, n) = (numerator, denominator)
    guard n > 0 else {
      return ["k = 0, n = 0: nothing is counted, so there is no rate"]
        + (target.map { ["target \($0.text): no data"] } ?? [])
    }
    var steps = [
      "k = \(k), n = \(n)", "k / n = \(fixed(Double(k) / Double(n))) = \(formatShare(k, n))",
    ]
    if let interval { steps += wilsonSteps(interval, at: confidence) }
    if let bounds {
      steps.append(
        "with \(Figures.counted(bounds.unknown, "unknown outcome")) on one side or the other: from "
          + "\(bounds.low.numerator)/\(bounds.low.denominator) = "
          + "\(formatShare(bounds.low.numerator, bounds.low.denominator)) to "
          + "\(bounds.high.numerator)/\(bounds.high.denominator) = "
          + formatShare(bounds.high.numerator, bounds.high.denominator))
    }
    guard let target, let verdict, case .share(let bound) = target.bound else { return steps }
    let (left, right) = (k * bound.denominator, bound.numerator * n)
    steps.append(
      "target \(target.text): \(k)/\(n) \(target.comparison.rawValue) "
        + "\(bound.numerator)/\(bound.denominator) requires \(k) · \(bound.denominator) = \(left) "
        + "\(target.comparison.rawValue) \(bound.numerator) · \(n) = \(right): \(verdict.text)")
    return steps + evidenceSteps(bound)
  }

  /// The tail that decides whether the verdict is clear; see `BinomialTail`.
  private func evidenceSteps(_ bound: Ratio) -> [String] {
    guard let verdict, let target, let evidenceWords,
      let tail = BinomialTail(numerator, of: denominator, chance: bound.value)
    else { return [] }
    let isUp = (verdict == .met) == target.comparison.isFloor
    let chance = isUp ? tail.upperMidP : tail.lowerMidP
    let sign = isUp ? ">" : "<"
    return [
      "P(X \(sign) \(numerator)) + ½·P(X = \(numerator)) = \(fixed(chance)) of \(denominator) with the "
        + "chance \(bound.numerator)/\(bound.denominator); clear below "
        + "\(fixed((1 - confidence.level) / 2))",
      "evidence: \(evidenceWords)",
    ]
  }

  /// Wilson's formula with its numbers; see `WilsonInterval`.
  private func wilsonSteps(_ interval: WilsonInterval, at confidence: Confidence) -> [String] {
    let (k, n) = (numerator, denominator)
    let z = confidence.quantile
    let share = Double(k) / Double(n)
    let scale = 1 + z * z / Double(n)
    let centre = (share + z * z / (2 * Double(n))) / scale
    let half =
      z / scale
      * (share * (1 - share) / Double(n) + z * z / (4 * Double(n) * Double(n))).squareRoot()
    let (p, square) = (fixed(share), fixed(z * z))
    var steps = [
      "z = \(fixed(z)) for \(formatLevel(confidence.level)), z² = \(square)",
      "centre = (k/n + z²/2n) / (1 + z²/n) = (\(p) + \(square)/\(2 * n)) / (1 + \(square)/\(n)) "
        + "= \(fixed(centre))",
      "half = z / (1 + z²/n) · √(k/n · (1 − k/n)/n + z²/4n²) = "
        + "\(fixed(z)) / \(fixed(scale)) · √(\(p) · \(fixed(1 - share))/\(n) + \(square)/\(4 * n * n)) "
        + "= \(fixed(half))",
      "interval = \(fixed(centre)) ± \(fixed(half)) = \(formatInterval(interval))",
    ]
    if k == 0 { steps[3] += "; it begins at 0 exactly, since k = 0" }
    if k == n { steps[3] += "; it ends at 100% exactly, since k = n" }
    return steps
  }
}

extension DurationFigure {
  fileprivate var steps: [String] {
    guard let summary else {
      return ["n = 0: nothing is counted, so there is no mean"]
        + (target.map { ["target \($0.text): no data"] } ?? [])
    }
    let seconds = durations.map(\.seconds)
    let terms =
      (2...Self.mostTerms).contains(seconds.count)
      ? seconds.map { "\($0)" }.joined(separator: " + ") + " = " : ""
    let sorted = seconds.sorted()
    var steps = [
      "n = \(summary.count)", "sum = \(terms)\(summary.total) s",
      "mean = \(summary.total) / \(summary.count) = \(fixed(summary.mean, places: 1)) s = "
        + formatExactDuration(summary.mean),
      "median = \(formatExactDuration(summary.median)), \(Self.position(5, of: sorted))",
    ]
    if let p90 = summary.p90 {
      steps.append("90th percentile = \(formatExactDuration(p90)), \(Self.position(9, of: sorted))")
    }
    guard let target, let verdict, case .duration(let bound) = target.bound else { return steps }
    if target.statistic == .median {
      steps.append(
        "target \(target.text): median \(target.comparison.rawValue) \(bound) s: \(verdict.text)")
      return steps
    }
    let (scaled, overflow) = bound.multipliedReportingOverflow(by: Int64(summary.count))
    let right = overflow ? "more than can be written" : "\(scaled)"
    steps.append(
      "target \(target.text): sum \(target.comparison.rawValue) n · \(bound) s requires "
        + "\(summary.total) \(target.comparison.rawValue) \(right): \(verdict.text)")
    return steps
  }

  /// More terms than this are not written out.
  private static let mostTerms = 12

  /// Where a quantile lies among the sorted times.
  private static func position(_ tenths: Int, of sorted: [Int64]) -> String {
    let place = (sorted.count - 1) * tenths
    let lower = sorted[place / 10]
    if place % 10 == 0 { return "the time at position \(place / 10 + 1) of \(sorted.count)" }
    let upper = sorted[place / 10 + 1]
    return "\(lower) + 0.\(place % 10) · (\(upper) − \(lower)) s, between positions "
      + "\(place / 10 + 1) and \(place / 10 + 2) of \(sorted.count)"
  }
}

extension CountFigure {
  fileprivate var steps: [String] {
    guard let known else { return ["nothing is known of the period yet"] }
    var steps = ["n = \(known)"]
    if let perWeek {
      steps.append(
        "n · 7 / \(Int(days)) days that have passed since the first recorded work = "
          + "\(fixed(perWeek, places: 2)) a week")
    }
    if let target, let verdict { steps.append("target \(target.text): \(verdict.text)") }
    return steps
  }
}
