import Chronology
import Records
import SourceText

/// An outcome that should be recorded by now.
package struct OutcomeDebt: Sendable {
  package enum Basis: Sendable {
    /// The record is closed.
    case closed(Located<Instant>)
    /// Its planned end has passed.
    case planned(Located<Interval>)
  }

  package let basis: Basis

  /// Since when it is owed.
  package var since: Instant {
    switch basis {
    case .closed(let closed): closed.value
    case .planned(let planned): planned.value.end
    }
  }

  /// Nil where an outcome is recorded, also an unreadable one, and where none is owed yet.
  init?(of change: Change, asOf: Instant) {
    guard change.outcome == nil, !change.problems.contains(where: { $0.isUnreadable("outcome") })
    else { return nil }
    if let closed = change.closed, closed.value <= asOf {
      basis = .closed(closed)
    } else if let planned = change.scheduled, planned.value.end <= asOf {
      basis = .planned(planned)
    } else {
      return nil
    }
  }
}
