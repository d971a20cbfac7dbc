import Chronology
import Findings
import Records
import SourceText

/// One change as an auditor tests it: attributes A to H, and each instant as declared and as provable.
struct Workpaper: Sendable {
  let change: Change
  /// Of its page, below `workpapers`; no two papers of a pack have one name.
  let fileName: String
  let stratum: String
  let why: AuditSample.Why
  let rank: String
  let attributes: [Attribute]
  let instants: [TestedInstant]
  let findings: [Finding]
  let revision: String?

  struct Attribute: Sendable {
    /// `A` to `H`.
    let letter: String
    let title: String
    let verdict: Verdict
    /// What was seen.
    let words: String
    let place: Place
    /// It is open for want of knowledge, and not because it does not apply.
    let isUnknown: Bool
  }

  enum Verdict: String, Sendable {
    case met = "✓"
    case missed = "✕"
    /// It does not apply, or nobody can tell.
    case open = "–"
  }

  /// An instant, and when the commit that brought it in was made.
  struct TestedInstant: Sendable {
    let name: String
    let declared: Instant
    let committed: Instant?
    let commit: String?
    /// Why the commit does not prove when the instant was stated; nil where it does.
    let doubt: String?
  }
}
