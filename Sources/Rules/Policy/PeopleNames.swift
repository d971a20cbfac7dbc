import Findings
import Records
import SourceText

/// The people whom records name, held against the list of people.
struct PeopleNames {
  private let register: Register

  init(_ register: Register) { self.register = register }

  /// Whoever asked for a change, made or approved it and is not listed. The board's own name needs no
  /// row.
  var findings: [Finding] {
    if register.people.isEmpty { return [] }
    return register.changes.flatMap { change -> [Finding] in
      var found = unlisted(change.requesters, in: change.requester, of: change)
      found += unlisted(change.implementers, in: change.implementer, of: change)
      for approval in change.approvals {
        let role = approval.role.value
        let people =
          role.isBoard
          ? approval.people.filter { !isBoard($0) } : approval.people
        found += unlisted(people, in: approval.by, of: change)
      }
      return found
    }
  }

  private func isBoard(_ identity: Identity) -> Bool {
    ApprovalRole(label: identity.handle ?? identity.name ?? "")?.isBoard ?? false
  }

  private func unlisted(
    _ people: [Identity], in text: Located<String>?, of change: Change
  ) -> [Finding] {
    guard let text, people.contains(where: { $0.row == nil }) else { return [] }
    let meant = register.people.suggestion(for: text.value)
    return [
      UndefinedName.finding(
        "\(quoted(text.value)) is not on the list of people",
        help: meant.map { "did you mean `\($0)`?" } ?? "add them to content/people.md",
        at: text.place, record: change.id)
    ]
  }
}
