import Chronology
import SourceText

/// What was understood of a policy, as words without lines and places: for comparing two versions.
package struct UnderstoodPolicy: Sendable {
  /// In the order of the policy.
  let parts: [Part]

  struct Part: Sendable {
    let title: String
    let rows: [String]
  }

  package init(_ policy: Policy) {
    var parts = [Part(title: "Document", rows: Self.document(policy))]
    parts += PolicyDescription(policy).sections.map { section in
      Part(
        // The number of rows stands behind the title, and says nothing that the rows do not.
        title: section.title.parts(between: " · ").first ?? section.title,
        rows: section.rows.map { $0.cells.filter { !$0.isEmpty }.joined(separator: " · ") })
    }
    parts.append(
      Part(
        title: "Said in the text",
        rows: PolicyDescription.statements(policy).map { row in row.cells.first ?? "" }))
    let absent = policy.problems.filter(\.kind.isAbsence)
    let unread = policy.problems.filter { !$0.kind.isAbsence }
    parts.append(Part(title: "Not understood", rows: unread.map(\.kind.policyWords)))
    parts.append(Part(title: "Not in the policy, so off", rows: absent.map(\.kind.policyWords)))
    self.parts = parts
  }

  private static func document(_ policy: Policy) -> [String] {
    let metadata = policy.metadata
    let rows: [String?] = [
      "title: \(policy.title)",
      metadata.id.map { "id: \($0.value)" },
      metadata.version.map { "version: \($0.value)" },
      "in force from: \(metadata.effective?.value.description ?? "the beginning")",
      metadata.reviewCycle.map { "reviewed every \($0.value.months) months" },
      metadata.owner.map { "owner: \($0.value)" },
      "times in: \(policy.zone.words)",
    ]
    return rows.compactMap(\.self)
  }
}

/// What is understood otherwise of one policy's document than before.
package struct PolicyDifference: Sendable {
  /// Those that differ, in the order of the later policy, then what only the earlier one has.
  package let parts: [Part]

  /// A table, or what is said beside them.
  package struct Part: Sendable {
    package let title: String
    /// Rows of before that are not there now, in their order.
    package let before: [String]
    /// Rows of now that were not there, in their order.
    package let after: [String]
  }

  /// - Parameters: Nil where there was, or is, no such policy.
  package init(from before: UnderstoodPolicy?, to after: UnderstoodPolicy?) {
    let old = before?.parts ?? []
    let new = after?.parts ?? []
    let titles = (new + old).map(\.title).uniqued
    parts = titles.compactMap { title in
      let earlier = old.filter { $0.title == title }.flatMap(\.rows)
      let later = new.filter { $0.title == title }.flatMap(\.rows)
      let part = Part(
        title: title, before: earlier.without(later), after: later.without(earlier))
      return part.before.isEmpty && part.after.isEmpty ? nil : part
    }
  }
}

extension [String] {
  /// What is left where each of the others takes one that is equal to it away.
  fileprivate func without(_ others: [String]) -> [String] {
    var left: [String: Int] = [:]
    for other in others { left[other, default: 0] += 1 }
    return filter { text in
      guard let count = left[text], count > 0 else { return true }
      left[text] = count - 1
      return false
    }
  }
}
