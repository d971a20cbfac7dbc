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
      return "\(formatDuration(summary.mean)), mean of \(definition.subject.counted(summary.count))"
    case .count(let count):
      guard let number = count.known else { return "no data" }
      let rate = count.perWeek.map { ", \(formatNumber($0)) a week" } ?? ""
      return definition.subject.counted(number) + rate
    }
  }

  /// `target >95%: missed; too few to tell …`; empty without a target.
  package var verdictText: String {
    guard let target, let verdict else { return "" }
    let arithmetic =
      switch verdict {
      case .met: "met"
      case .missed: "missed"
      case .noData: "no data"
      }
    let head = "target \(printable(target.text)): \(arithmetic)"
    guard case .rate(let rate) = self, let evidence = rate.evidence else { return head }
    return head + "; " + evidence.text
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

extension EvidenceVerdict {
  /// The verdict in words.
  package var text: String {
    switch self {
    case .clear: "the evidence is clear"
    case .tooFew(let further?):
      "too few changes to tell; \(counted(further, "more change")) without a miss would make it clear"
    case .tooFew(nil): "too few changes to tell, and no number of changes could make it clear"
    }
  }
}
