import SourceText

/// Words for the state of a change, in the form of `WordForm`: titles, labels, keys and sentences are
/// read by the same ones.
package enum StateWords {
  /// It will not be made, or what was said of it does not hold.
  package static let off: Set<String> = [
    "cancelled", "canceled", "aborted", "abandoned", "superseded", "obsolete", "duplicate",
    "withdrawn", "rejected", "declined", "denied", "refused", "void", "voided", "dropped", "killed",
    "shelved", "revoked", "rescinded", "vetoed", "replaced", "invalidated", "disapproved",
    "unapproved", "retracted", "dup", "scrapped", "retired", "expired", "parked", "wontfix",
    "discarded",
  ]
  /// It is not to be made now.
  static let held: Set<String> = [
    "postponed", "deferred", "suspended", "blocked", "halted", "stopped", "paused", "draft", "wip",
    "rescheduled", "delayed", "embargoed", "unready",
  ]
  /// The same where such a word is all that is said, or the first that is: elsewhere they say anything.
  static let heldAlone: Set<String> = [
    "hold", "holding", "held", "stop", "halt", "wait", "waiting", "awaiting", "pending", "frozen",
    "embargo", "invalid", "inactive", "disabled", "locked", "template", "blocker", "deferral",
  ]
  /// It was made, or has ended.
  static let over: Set<String> = [
    "closed", "failed", "reverted", "done", "successful", "succeeded", "deployed", "implemented",
    "completed", "complete", "finished", "released", "resolved", "shipped", "merged", "executed",
  ]
  /// Two words that say one of these.
  static let pairs: Set<String> = [
    "on hold", "on ice", "called off", "put off", "no go", "not proceeding", "not granted",
    "not approved",
    "not authorised", "not authorized", "never approved", "no longer", "not valid", "took back",
    "taken back", "wont do", "wont fix", "not going", "not pursued", "rolled back", "not ready",
    "not needed", "not required", "went live",
    "not yet", "not before", "not until", "not use", "said no", "voted against", "decided against",
    "not final", "not do", "longer approves",
  ]

  /// Signs that say as much as `stop`.
  static let signs: Set<Unicode.Scalar> = [
    "⛔", "🚫", "🛑", "⏸", "⏹", "❌", "✋",
  ]

  private static let ofPairs = Set(pairs.flatMap { $0.parts(at: " ") })

  static func holdsPair(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
  }

  /// Whether a text is such words and nothing else: `on-hold`, `Not ready`.
  static func areAll(of words: [String]) -> Bool {
    let holdsPair = holdsPair(words)
    return (holdsPair || words.contains(where: isState))
      && words.allSatisfy { isState($0) || holdsPair && ofPairs.contains($0) }
  }

  static func isState(_ word: String) -> Bool {
    off.contains(word) || held.contains(word) || heldAlone.contains(word) || over.contains(word)
  }
}
