import Chronology
import PolicyReading
import SourceText

extension Register {
  /// Until when an emergency that has ended is to be reviewed; nil where it has not ended at an
  /// instant, and where its policy asks for no review.
  package func reviewDue(of change: Change, asOf: Instant) -> Instant? {
    guard let ended = change.ended?.value, ended <= asOf, type(of: change)?.isEmergency == true,
      let deadline = policy(for: change).reviewDeadline
    else { return nil }
    return ended + deadline.value
  }
}
