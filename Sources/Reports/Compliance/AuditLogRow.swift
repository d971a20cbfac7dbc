import Chronology
import Findings
import History
import Markdown
import Obligations
import Records
import Rules
import SourceText

/// What the policy's audit trail asks of a change: what, who, when, why, and who approved.
package struct AuditLogRow: Sendable {
  /// Of a file that is not opened the one that its name gives, else its path.
  package let id: String
  package let file: String
  /// Nil where the file is not opened.
  package let change: Change?
  package let who: String?
  package let when: Instant?
  package let why: String?
  /// `CAB approval: @cab`, and when it was given.
  package let approvals: [(words: String, at: Instant?)]
  /// Of the last commit that touched the record.
  package let revision: String?
  /// Why the file is not opened; nil where it was.
  package let unopened: String?

  init(_ change: Change, _ history: RegisterHistory) {
    id = change.id
    file = change.file.path
    self.change = change
    who = change.implementer?.value ?? change.requester?.value
    when = change.ended?.value ?? change.beginning?.value
    why = change.reason
    approvals = change.approvals.map { approval in
      (
        approval.role.value.title + (approval.by.map { ": \($0.value)" } ?? ""),
        approval.at?.value
      )
    }
    revision = history.of(change)?.edits.last { $0.commit != nil }?.commit?.id
    unopened = nil
  }

  init(_ record: UnopenedRecord) {
    id = record.name
    file = record.path
    (change, who, when, why, approvals, revision) = (nil, nil, nil, nil, [], nil)
    unopened = findings(for: [record.problem]).first?.message ?? "it cannot be read"
  }
}

extension Register {
  /// Every record of a change, whatever became of it, in the order of time; those without a time come
  /// last, and among them what is not opened.
  package func auditLog(_ history: RegisterHistory) -> [AuditLogRow] {
    let rows = changes.map { AuditLogRow($0, history) } + unopened.map(AuditLogRow.init)
    return rows.sorted { a, b in
      let (mine, its) = (a.when ?? .distantFuture, b.when ?? .distantFuture)
      return mine == its ? (a.id, a.file) < (b.id, b.file) : mine < its
    }
  }
}

extension Change {
  /// Why it was made, in the first words of its justification, else of its summary.
  fileprivate var reason: String? {
    for role in [SectionRole.justification, .summary] {
      guard let section = section(role), section.state == .filled else { continue }
      let text = document.plainText(ofNodes: section.content)
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if text.isEmpty { continue }
      let cut = text.unicodeScalars.prefix(Self.longestReason + 1)
      return cut.count > Self.longestReason
        ? String(String.UnicodeScalarView(cut.prefix(Self.longestReason))) + "…" : text
    }
    return nil
  }

  private static var longestReason: Int { 300 }
}
