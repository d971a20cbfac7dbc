import Chronology
import PolicyReading
import Records
import SourceText

/// How the post-implementation review of an emergency stands.
package enum ReviewStanding: Sendable {
  /// The policy asks for none, or the change has not ended.
  case notOwed
  /// It may still be held in time.
  case due(Instant)
  case inTime
  /// It was held after the deadline.
  case late(held: Located<Instant>, deadline: Instant)
  /// The deadline has passed and no review is recorded; of one that does not say when it was held,
  /// `recorded` is true.
  case overdue(since: Instant, ended: Located<Instant>, recorded: Bool)
  /// A review is recorded whose instant cannot be read.
  case unreadable

  init(of change: Change, in context: ObligationContext) {
    guard context.isEmergency, !change.isWithdrawn,
      let allowed = context.policy.policy.reviewDeadline, let ended = change.ended
    else {
      self = .notOwed
      return
    }
    let deadline = ended.value + allowed.value
    if let held = change.review?.at {
      self = deadline < held.value ? .late(held: held, deadline: deadline) : .inTime
    } else if change.problems.contains(where: { $0.isUnreadable("review") || $0.isUnreadable("at") }
    ) {
      self = .unreadable
    } else if deadline < context.asOf {
      self = .overdue(since: deadline, ended: ended, recorded: change.review != nil)
    } else {
      self = .due(deadline)
    }
  }
}
