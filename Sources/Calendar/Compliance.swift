import Chronology
import Records
import SourceText

/// How an interval, planned or actual, stands to the calendar.
package struct Compliance: Sendable {
  /// It began at an instant at which no window was open that the change may use.
  package var startsOutside = false
  /// It began inside and went on after this instant, at which the last of the windows closed; nil
  /// where it did not.
  package var ranPast: Instant?
  /// The freezes that stop the change and that it touched, each with the occurrence.
  package var freezes: [(freeze: Freeze, occurrence: Interval)] = []

  package var isMet: Bool { !startsOutside && ranPast == nil && freezes.isEmpty }
}

extension DeploymentCalendar {
  /// Judges an interval; only its instant where it has no length, as while a change is in flight.
  /// What is not known for certain is not held against the change.
  package func judge(_ interval: Interval, of profile: ChangeProfile) -> Compliance {
    var compliance = Compliance()
    compliance.freezes = stoppingFreezes(for: profile, in: interval.withItsInstant)
    // A change of which the type is not known may be an emergency.
    guard profile.type != nil, needsWindow(profile),
      !doubts.contains(where: { $0.concern == .windows })
    else { return compliance }
    if let closing = closing(for: profile, in: interval) {
      if closing < interval.end { compliance.ranPast = closing }
    } else {
      compliance.startsOutside = true
    }
    return compliance
  }

  /// Judges when a change is planned; nil where it is not, or was called off before it began.
  ///
  /// An incident comes unforeseen: once the work has begun, only freezes that stood before it are
  /// held against its plan.
  package func judgePlan(of change: Change, as profile: ChangeProfile) -> Compliance? {
    guard !change.isWithdrawn, let planned = change.scheduled?.value else { return nil }
    var compliance = judge(planned, of: profile)
    if let began = change.beginning?.value {
      compliance.freezes.removeAll { $0.freeze.incident != nil && began <= $0.occurrence.start }
    }
    return compliance
  }

  /// Judges when production was worked on; nil where it was not, as far as the record says.
  ///
  /// A rollback after the deployment is work of its own: it is judged at its instant, by the
  /// windows alone, since no freeze keeps anybody from undoing what has failed. Nor is the freeze
  /// of an incident held against the change that caused it.
  package func judgeWork(of change: Change, as profile: ChangeProfile) -> Compliance? {
    guard let work = change.work else { return nil }
    var compliance = judge(work, of: profile)
    compliance.freezes.removeAll { freeze, occurrence in
      guard let incident = freeze.incident, work.start <= occurrence.start else { return false }
      return change.causedIncidents.contains { $0.value == incident.id }
        || incident.causedBy.contains { $0.value == change.id }
    }
    if compliance.ranPast == nil, !compliance.startsOutside, let undone = change.laterRollback,
      judge(Interval(start: undone, end: undone), of: profile).startsOutside
    {
      compliance.ranPast = closing(for: profile, in: Interval(start: work.start, end: undone))
    }
    return compliance
  }
}
