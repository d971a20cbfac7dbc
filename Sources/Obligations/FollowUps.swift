import Chronology
import PolicyReading
import Records
import SourceText

/// Which changes another one follows up, and which wait for one.
package struct FollowUps: Sendable {
  private let followed: Set<String>

  package init(_ changes: [Change]) {
    var followed: Set<String> = []
    for change in changes {
      for reference in [change.follows, change.supersedes] {
        if let reference, reference.value != change.id { followed.insert(reference.value) }
      }
    }
    self.followed = followed
  }

  /// What ended badly, where something has to come after it and nothing has; since when it is owed,
  /// which is the end of the time that the policy allows for a review.
  package func isOwed(by change: Change, type: ChangeType?, policy: Policy, asOf: Instant) -> Bool {
    guard let outcome = change.outcome?.value, !followed.contains(change.id), !change.isWithdrawn,
      !change.hasUnreadableFacts
    else { return false }
    switch outcome {
    case .failed, .rolledBack: break
    case .aborted, .successfulWithIssues: guard type?.isEmergency == true else { return false }
    case .successful, .cancelled, .rejected: return false
    }
    guard let ended = change.ended,
      ended.value + (policy.reviewDeadline?.value ?? 0) < asOf
    else { return false }
    return !(change.review?.notes.map { Self.saysNoneIsNeeded($0.value) } ?? false)
  }

  /// `No follow-up is needed`, `Nothing to follow up`, `Follow-up: none`.
  package static func saysNoneIsNeeded(_ notes: String) -> Bool {
    let text = " \(WordForm.fold(notes)) "
    return [
      " no follow up", " no followup", " no further change", " nothing to follow up",
      " nothing follows", " nothing further ", " follow up none ", " follow up not ",
      " follow up is not ", " no new change",
    ].contains { text.contains($0) }
  }
}
