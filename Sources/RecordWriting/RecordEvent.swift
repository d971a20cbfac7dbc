import Chronology
import Records

/// What can happen to a record, by the word that `changebook mark` takes.
package enum RecordEvent: String, Sendable, Hashable, CaseIterable {
  case reviewed, approved, scheduled, started, deployed, closed
  case failed
  case rolledBack = "rolled-back"
  case cancelled, rejected, aborted
  case reviewHeld = "review-held"
  case resolved

  /// The outcome that it is, where it is one.
  var outcome: Outcome? {
    switch self {
    case .failed: .failed
    case .rolledBack: .rolledBack
    case .cancelled: .cancelled
    case .rejected: .rejected
    case .aborted: .aborted
    case .reviewed, .approved, .scheduled, .started, .deployed, .closed, .reviewHeld, .resolved: nil
    }
  }

  package var isOfIncidents: Bool { self == .resolved }
}

/// An event with what is told of it.
package struct EventReport: Sendable {
  package let event: RecordEvent
  /// When it happened; nil for now.
  package var at: Instant?
  /// The planned time of `scheduled`.
  package var interval: Interval?
  package var by: String?
  package var role: ApprovalRole?
  package var outcome: Outcome?
  package var reason: String?

  package init(_ event: RecordEvent) { self.event = event }
}

/// Why an event is not put on record.
package enum EventRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call lacks something, or has something that the event has no place for.
  case usage(String)
  /// The record stands where the event does not fit, or says something else already.
  case record(String)

  package var description: String {
    switch self {
    case .usage(let words), .record(let words): words
    }
  }
}

extension WorkflowStage {
  /// `is in progress`, `is approved`.
  var clause: String {
    switch self {
    case .inProgress: "is in progress"
    case .development, .proposal, .voting, .enactment, .migration, .verification:
      "is in \(rawValue)"
    case .requested, .reviewed, .approved, .scheduled, .verifying, .closed, .rejected, .cancelled,
      .rolledBack:
      "is \(rawValue)"
    }
  }
}
