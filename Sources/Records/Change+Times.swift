import Chronology
import SourceText

extension Change {
  /// When the change ended: its rollback where it was rolled back, else its deployment, else its
  /// closing. Nil while it is under way or was called off before it started.
  package var ended: Located<Instant>? {
    if outcome?.value == .rolledBack, let at = rollback?.at { return at }
    return deployed ?? closed
  }

  /// When the work began: its start, else its deployment.
  package var beginning: Located<Instant>? { started ?? deployed }

  /// Work on production began: an instant of start, deployment or rollback is on record.
  package var hasStarted: Bool {
    started != nil || deployed != nil || rollback?.at != nil
  }

  /// Called off before anything was done: it owes little more than its name.
  package var isWithdrawn: Bool {
    switch outcome?.value {
    case .cancelled, .rejected, .aborted: !hasStarted
    default: false
    }
  }

  /// When it is placed in registers and calendars: its end, else its start, else its planned
  /// start, else its request; nil where it has no instant at all.
  package var anchor: Instant? { instantsOfPlace.first }

  /// When it is placed as of an instant: the first of these that is not ahead of it; nil where all are, and
  /// where there is none. Each change is in one period so, and what is planned is where it was asked for.
  package func anchor(asOf: Instant) -> Instant? { instantsOfPlace.first { $0 <= asOf } }

  private var instantsOfPlace: [Instant] {
    [ended?.value, started?.value, scheduled?.value.start, requested?.value].compactMap(\.self)
  }
}

/// Where a change stands in the workflow of its type.
package enum WorkflowStage: String, Sendable, Hashable, CaseIterable {
  case requested, reviewed, approved, scheduled
  case inProgress = "in progress"
  case verifying, closed, rejected, cancelled
  case rolledBack = "rolled back"
  // Runtime upgrades
  case development, proposal, voting, enactment, migration, verification
}
