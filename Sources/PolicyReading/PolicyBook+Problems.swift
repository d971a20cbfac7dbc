import Chronology
import Findings
import SourceText

/// What is not known of a policy because of what its document says of itself, or because of the other
/// versions.
package struct VersionProblem: Sendable {
  package let problem: ReadingProblem
  /// Of that one among the versions; nil for all.
  package let version: Int?
  /// From that day on; nil for always.
  package let from: CivilDay?
}

extension PolicyBook {
  /// - Whether enough of a document was understood to decide by it.
  /// - Whether a document holds that calls itself a draft, or is past its last day.
  /// - Which of two policies of different names is the one that decides.
  /// - Which of two versions of one day holds.
  /// - Whether a version lost a table that the one before has.
  package var versionProblems: [VersionProblem] {
    policies.indices.flatMap { index in
      standing(index) + (index == 0 ? [] : identity(index) + sameDay(index) + lostTables(index))
    }
  }

  private func standing(_ index: Int) -> [VersionProblem] {
    let standing = PolicyStanding(policies[index])
    var problems: [VersionProblem] = []
    func add(_ what: String, _ text: Located<String>, _ help: String, from: CivilDay? = nil) {
      problems.append(
        VersionProblem(
          problem: ReadingProblem(
            .unread(.freezes, what: what, text: text.value, accepted: help), at: text.place),
          version: index, from: from))
    }
    // Only a policy that the settings name is here although hardly anything of it was understood.
    if policies[index].types.isEmpty, !policies[index].isChangePolicy {
      add(
        "a policy without a table of change types or two other tables that are known",
        Located(policies[index].title, Place(startOf: policies[index].file)),
        "`changebook policy` lists the tables that were seen and what they lack; give them heads that "
          + "are known, or name their headings and columns under `tables:` in changebook.yml")
    }
    let help = "write `Approved` where it holds, or move the document out of content/policy"
    switch standing.status {
    case .inForce: break
    case .doubtful(let text): add("a status by which the policy may not hold", text, help)
    // Of a version that another one followed it says what everybody knows.
    case .replaced(let text):
      if index == policies.count - 1 {
        add("a status by which the policy may not hold", text, help)
      }
    }
    if let last = standing.lastDay {
      add(
        "the policy after its last day", Located(last.value.description, last.place),
        "write a later day, or add the version that follows", from: last.value.adding(days: 1))
    }
    if let text = standing.unreadableLastDay {
      add("the last day of the policy", text, DateText.accepted)
    }
    return problems
  }

  private func identity(_ index: Int) -> [VersionProblem] {
    let (policy, first) = (policies[index], policies[0])
    guard !policy.isVersion(of: first) else { return [] }
    let name = policy.metadata.id?.value ?? policy.title
    return [
      VersionProblem(
        problem: ReadingProblem(
          .unread(
            .freezes, what: "a second policy that decides the same", text: name,
            accepted:
              "give all versions of the policy one Document ID, or name the one that decides: "
              + "`policy: \(first.file.path)` in changebook.yml"),
          at: policy.metadata.id?.place ?? Place(startOf: policy.file)),
        version: nil, from: nil)
    ]
  }

  private func sameDay(_ index: Int) -> [VersionProblem] {
    let (policy, before) = (policies[index], policies[index - 1])
    guard let day = policy.metadata.effective, day.value == before.metadata.effective?.value else {
      return []
    }
    return [
      VersionProblem(
        problem: ReadingProblem(
          .unread(
            .freezes, what: "a second version of the same day", text: day.value.description,
            accepted: "the day from which this version holds: \(before.file.path) has the same"),
          at: day.place),
        version: index, from: nil)
    ]
  }

  private func lostTables(_ index: Int) -> [VersionProblem] {
    let (policy, before) = (policies[index], policies[index - 1])
    return [TableKey.windows, .freezes].compactMap { key in
      // Where the settings say that there is none, it is not missed.
      let isMissed = policy.problems.contains {
        if case .tableAbsent(table: key.rawValue, _) = $0.kind { true } else { false }
      }
      let hadRows = key == .windows ? !before.windows.isEmpty : !before.freezes.isEmpty
      guard isMissed, hadRows || before.tables.contains(where: { $0.key == key }) else {
        return nil
      }
      return VersionProblem(
        problem: ReadingProblem(
          .unread(
            .freezes,
            what: "a version without a table of \(key.rawValue), which the one before has,",
            text: policy.metadata.version?.value ?? policy.title,
            accepted:
              "add the table, or say `\(key.rawValue): none` in changebook.yml where there are "
              + "none"),
          at: Place(startOf: policy.file)),
        version: index, from: nil)
    }
  }
}

extension Policy {
  /// It says when changes may run, or who approves them.
  package var decides: Bool {
    tables.contains { [.types, .windows, .freezes].contains($0.key) }
  }

  /// The same policy at another time, by its id, else by its title.
  package func isVersion(of other: Policy) -> Bool {
    if let id = metadata.id?.value, let others = other.metadata.id?.value {
      return Self.withoutVersion(id) == Self.withoutVersion(others)
    }
    return Self.withoutVersion(title) == Self.withoutVersion(other.title)
  }

  /// `POL-CM-001 v2` and `POL-CM-001` are one name.
  private static func withoutVersion(_ name: String) -> [String] {
    let words = WordForm.words(name)
    let end = words.indices.dropFirst().first { index in
      ["version", "rev", "revision", "v", "draft"].contains(words[index])
        || words[index].first == "v" && words[index].dropFirst().allSatisfy(\.isNumber)
    }
    return Array(words[..<(end ?? words.count)])
  }

  /// What of a document that is no version of the policy decides all the same, and counts for nothing:
  /// tables and sentences of an annex, and a version that lost its tables.
  package func overlooked(beside policies: [Policy]) -> [ReadingProblem] {
    let accepted =
      "put it into the policy's own document: what another one says of windows, freezes or approvals "
      + "counts for nothing"
    let unread = problems.filter { problem in
      guard case .unread(let decides, _, _, _) = problem.kind else { return false }
      // What it lacks as a policy stands at its start.
      return decides != .authorisation && problem.place != Place(startOf: file)
    }
    let tables = tables.compactMap { table -> ReadingProblem? in
      guard let decides = table.key.decides, [.types, .windows, .freezes].contains(table.key) else {
        return nil
      }
      return ReadingProblem(
        .unread(
          decides == .windows ? .windowUse : .freezes,
          what: "a table of \(table.key.rawValue) in a document that is not the policy",
          text: title,
          accepted: accepted),
        at: table.place)
    }
    let sentences =
      (windows.map { ($0.reference, TableKey.windows) }
      + freezes.map { ($0.reference, TableKey.freezes) })
      .compactMap { reference, key -> ReadingProblem? in
        let isInTable = self.tables.contains { $0.key == key }
        guard !isInTable, reference.place.file.path == file.path else { return nil }
        return ReadingProblem(
          .unread(
            key == .windows ? .windowUse : .freezes,
            what: "a sentence on \(key.rawValue) in a document that is not the policy",
            text: reference.excerpt, accepted: accepted),
          at: reference.place)
      }
    let saysVersion = metadata.id != nil || metadata.version != nil || metadata.effective != nil
    guard saysVersion, policies.contains(where: { isVersion(of: $0) }) else {
      return tables + sentences + unread
    }
    return [
      ReadingProblem(
        .unread(
          .freezes, what: "a version of the policy without its tables", text: title,
          accepted: "write the whole document, or move it out of content/policy"),
        at: Place(startOf: file))
    ] + tables + unread
  }
}
