import Chronology
import Markdown
import Records
import SourceText

/// From when on a change owes what the policy asks of it.
extension Change {
  /// Production was touched: an instant or the outcome says so.
  package var hasHappened: Bool {
    if hasStarted || runtime?.enacted != nil { return true }
    switch outcome?.value {
    case .successful, .successfulWithIssues, .failed, .rolledBack: return true
    default: return false
    }
  }

  /// The work is done or under way, or its planned start has passed: from here on every approval
  /// and every test has to be on record. An open request may still wait for them.
  package func isDue(asOf: Instant) -> Bool {
    if isWithdrawn { return false }
    if hasHappened { return true }
    return scheduled.map { $0.value.start <= asOf } ?? false
  }

  /// The same in a context, in which it may be about to begin.
  package func isDue(in context: ObligationContext) -> Bool {
    context.startingAt != nil ? !isWithdrawn : isDue(asOf: context.asOf)
  }

  /// A record that is all template: no instant but the requested date of its Schedule section.
  /// Nothing in it says that it still waits, so it owes what its boxes can state.
  package var isUndated: Bool {
    (requested.map(isInSchedule) ?? true) && scheduled == nil && started == nil && deployed == nil
      && closed == nil
      && outcome == nil && rollback?.at == nil && runtime?.enacted == nil
  }

  /// When it was requested is only known as the date in its Schedule section.
  package var isRequestedInSchedule: Bool { requested.map(isInSchedule) ?? false }

  private func isInSchedule(_ instant: Located<Instant>) -> Bool {
    guard let heading = section(.schedule)?.heading.place else { return false }
    return heading.range.upper <= instant.place.range.lower
  }

  /// Approvals and tests are owed.
  package func owesEvidence(asOf: Instant) -> Bool {
    isDue(asOf: asOf) || (isUndated && !isWithdrawn)
  }

  package func owesEvidence(in context: ObligationContext) -> Bool {
    context.startingAt != nil ? !isWithdrawn : owesEvidence(asOf: context.asOf)
  }
}

/// Where a change says what it is.
extension Change {
  package var typePlace: Place { type?.place ?? idPlace }

  package func section(_ role: SectionRole) -> RecordSection? { sections.first { $0.role == role } }

  /// Whether a section of that role says something of its own.
  package func isFilled(_ role: SectionRole) -> Bool {
    sections.contains { $0.role == role && $0.state == .filled }
  }

  /// Text left from the template stands in a section of that role.
  package func isTemplate(_ role: SectionRole) -> Bool {
    sections.contains {
      guard $0.role == role, case .template = $0.state else { return false }
      return true
    }
  }

  /// The summary, or the text before the first section where there is no summary.
  package var isDescribed: Bool {
    isFilled(.summary) || isOpened
  }
}
