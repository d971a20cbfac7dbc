import PolicyReading

/// The share of the changes that kept to their windows.
enum WindowShare: RateMeasure {
  static let definition = FigureDefinition(
    key: "window_share", title: "Changes inside a window", name: .windowShare,
    numerator: """
      changes worked on in windows that they may use only: from the start to the deployment, or \
      to the rollback of what was never deployed, and at the instant of a later rollback
      """,
    denominator: """
      changes that started and ended in the period, whatever their outcome, of types that need a \
      window; freezes are not looked at
      """,
    notCounted: """
      emergencies, which need no window; changes that may use a window which is always open; changes \
      that did not start or end; changes without a \
      recorded start; changes that ended before they started; changes of a type that the policy \
      does not know; every change where the policy has no windows or they could not be read; \
      changes that could not be read
      """,
    formula: FigureDefinition.rateFormula, better: .higher)

  static func exclusion(byTypeOf change: MeasurableChange) -> ExclusionReason? {
    switch change.typeClass {
    case .emergency: .needsNoWindow
    case .unknown: .unknownType
    case .standard, .governed, .other: nil
    }
  }

  static func judge(_ change: MeasurableChange) -> RateJudgement {
    switch change.standing {
    case .calledOff(let reason): return .excluded(reason)
    case .inFlight: return .excluded(.inFlight)
    case .concluded, .notStarted, .unknown: break
    }
    guard change.end != nil, !change.isEndPlanned else { return .excluded(change.reasonForNoEnd) }
    guard change.start != nil else { return .excluded(.noStart) }
    guard change.actualInterval != nil else { return .excluded(.endsBeforeStart) }
    guard change.calendar.hasWindows else { return .excluded(.noWindows) }
    guard let isInWindow = change.calendar.isInWindow else { return .excluded(.calendarUnknown) }
    // It is in its window whatever it does, and would only make the share look better.
    guard !change.calendar.isAlwaysOpen else { return .excluded(.windowAlwaysOpen) }
    return .counted(inNumerator: isInWindow)
  }

  static func facts(of change: MeasurableChange) -> [DerivationFact] {
    .instants(("started", change.start), ("ended", change.end))
      + .words(("window", change.calendar.isInWindow.map { $0 ? "inside" : "outside" }))
  }
}
