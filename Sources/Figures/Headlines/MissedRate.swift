import PolicyReading

/// What a missed rate missed by, and why, so that its parts add up to it.
extension PeriodFigures {
  /// `1 failed, 1 rolled back, 2 successful with issues`: what the success rate counts as not
  /// successful, by outcome; nil for other figures and where there is none.
  func missedWords(of figure: Figure) -> String? {
    guard case .rate(let rate) = figure else { return nil }
    let missed: Set<String>
    switch rate.definition.name {
    case .changeSuccessRate, .lenientSuccessRate:
      missed = Set(rate.counted.filter { !$0.inNumerator }.map(\.id))
    case .changeFailureRate: missed = Set(rate.numeratorIDs)
    default: return nil
    }
    let outcomes = exceptions.filter { missed.contains($0.id) }.map(\.outcome)
    let parts = ReportException.Kind.allCases.compactMap { kind -> String? in
      let number = outcomes.count { $0 == kind }
      return number == 0 ? nil : "\(number) \(kind.text)"
    }
    return parts.isEmpty ? nil : NumberWords.list(parts)
  }
}

extension ReportException {
  /// The one kind that says how it ended; of a successful one that it caused an incident.
  fileprivate var outcome: Kind? {
    kinds.first { $0 != .emergency && $0 != .causedIncident }
      ?? kinds.first { $0 == .causedIncident }
  }
}
