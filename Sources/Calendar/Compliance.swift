import Chronology

/// How an interval, planned or actual, stands to the calendar.
package struct Compliance: Sendable {
  /// The windows that the change may use, in the order of the table.
  package let usable: [DeploymentWindow]
  /// It began at an instant at which none of them was open.
  package let startsOutside: Bool
  /// It began inside and went on after this instant, at which the last of them closed; nil where
  /// it did not.
  package let ranPast: Instant?
  /// The freezes that stop the change and that it touched, each with the occurrence.
  package let freezes: [(freeze: Freeze, occurrence: Interval)]

  package var isMet: Bool { !startsOutside && ranPast == nil && freezes.isEmpty }
}

extension DeploymentCalendar {
  /// Judges an interval; only its instant where it has no length, as while a change is in flight.
  /// What is not known for certain is not held against the change.
  package func judge(_ interval: Interval, of profile: ChangeProfile) -> Compliance {
    let around = interval.withItsInstant
    var startsOutside = false
    var ranPast: Instant?
    if needsWindow(profile) {
      let time = windowTime(for: profile, in: around, orUnknown: true)
      if let opening = time.interval(holding: interval.start) {
        if opening.end < interval.end { ranPast = opening.end }
      } else {
        startsOutside = true
      }
    }
    let isDoubtful = doubts.contains { $0.concern == .windows }
    return Compliance(
      usable: windows(for: profile), startsOutside: startsOutside && !isDoubtful,
      ranPast: isDoubtful ? nil : ranPast,
      freezes: freezes.flatMap { freeze in
        freeze.stops(profile) == .yes
          ? freeze.occurrences(in: around).map { (freeze, $0) } : []
      })
  }
}
