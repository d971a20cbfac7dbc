import Chronology
import Records

/// What one commit did to a record, field by field.
package struct RecordEdit: Sendable {
  package enum Kind: Sendable, Hashable {
    case added
    case changed
    case moved(from: String)
    case removed
  }

  /// Nil for what stands in the folder and in no commit.
  package let commit: Commit?
  /// Why its instants prove nothing; nil where they are plausible.
  package let clock: ClockFault?
  package let kind: Kind
  /// Other records that came in with the same commit.
  package let companions: Int
  package let fields: FieldReading
  /// The approvals that the record had before.
  let approvalsBefore: [Approval]
  /// Instants that it did not declare before.
  let declared: [DeclaredInstant]
  /// Of a merge what it changed of each of its other parents.
  let others: [Comparison]
  /// The work had begun, or the change was over, by what the record said afterwards.
  let hadBegun: Bool

  /// A version of the record held against one that came before it.
  struct Comparison: Sendable {
    let fields: FieldReading
    let approvalsBefore: [Approval]
  }

  /// What it changed of each of the commits that it was made from.
  var comparisons: [Comparison] {
    [Comparison(fields: fields, approvalsBefore: approvalsBefore)] + others
  }

  /// What is known of the fields.
  package enum FieldReading: Sendable {
    /// None of them where it is layout alone.
    case read([FieldChange])
    /// Of one of the two versions the front matter cannot be read.
    case unreadable
    /// The text of one of the two is not here, or is larger than a record may be.
    case unknown

    package var areRead: Bool { if case .read = self { true } else { false } }

    var changes: [FieldChange] { if case .read(let changes) = self { changes } else { [] } }
  }

  package var changes: [FieldChange] { fields.changes }

  /// It changed approvals and nothing else.
  package var isApprovalAlone: Bool {
    kind == .changed && !changes.isEmpty && changes.allSatisfy { $0.part == .approval }
  }

  /// Whether it brought an instant into the record.
  package func declares(_ instant: DeclaredInstant) -> Bool {
    declared.contains { $0.isSame(as: instant) }
  }

  /// When it was written, as far as it says so.
  package var at: Instant? { commit.flatMap { $0.authored ?? $0.committed } }

  /// Since when it stands where it stands: the later of its two times. Whoever commits may give the
  /// time of writing as any; one that was moved or mended is where it is only since then.
  package var standsSince: Instant? {
    [commit?.authored, commit?.committed].compactMap(\.self).max()
  }

  /// A commit that brings in more records than anybody writes at once moves a register into git: who
  /// wrote them, and when, was not recorded there.
  package var bringsInMany: Bool { companions >= Self.many }

  static let many = 20
}

/// Why nobody can go by the clock of a commit.
package enum ClockFault: Sendable, Hashable {
  /// Outside the years 1970 to 2200.
  case absent
  /// Before git was.
  case beforeGit
  /// After the instant for which everything is judged.
  case ahead
  /// By more than a day before a commit that it was made from.
  case beforeParent

  package var words: String {
    switch self {
    case .absent: "the commit has no usable date"
    case .beforeGit: "the commit is dated before git existed"
    case .ahead: "the commit is dated after the instant that this site is made for"
    case .beforeParent: "the commit is dated before the one that it follows"
    }
  }
}
