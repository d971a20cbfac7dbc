import Calendar
import Findings
import PolicyReading
import Records
import SourceText

/// CB703: the tables of the policy do not agree on a name.
package enum UndefinedName: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 703, title: "a name that no table defines, or one defined twice", severity: .warning,
    enforces: "The policy's own tables, and the lists of systems and people",
    explanation: """
      Tables speak of each other by name: required information names change types, targets name the
      types they hold for. A name that no table defines asks nothing of anybody, though the policy
      seems to. A short form is fine where only one name begins with it (`Runtime` for `Runtime
      Upgrade`). A name that a table defines twice has two meanings, of which the first is taken.

      `changebook.yml` uses such names too: types, risks and categories under `terms:` and
      `conflicts:`, and terms that stand in the purpose of a window. Keys and values that `records:`
      maps are those of records: one that no record has is most likely misspelt.

      Records, freezes and incidents name systems and people. Where `content/systems.md` or
      `content/people.md` lists them, whoever is not on the list is pointed out, and a freeze of a
      system that nobody knows leaves the gate without an answer while it holds. Where no list says
      which systems there are, a freeze or an incident whose system nothing else names is.
      """,
    wrong: """
      | Field | Required For | Description |
      |-------|--------------|-------------|
      | Rollback Plan | Normal, Urgent | How to revert if needed |
      """,
    right: """
      | Field | Required For | Description |
      |-------|--------------|-------------|
      | Rollback Plan | Normal, Emergency | How to revert if needed |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .nameUndefined(let name, let usedIn, let definedIn, let suggestion):
      finding(
        "\(quoted(name)) in \(usedIn) is not defined in \(definedIn)",
        help: suggestion.map { "did you mean `\($0)`?" } ?? "add it to \(definedIn), or remove it",
        at: problem.place)
    case .namedTwice(let name, let table, let other):
      finding(
        "\(quoted(name)) is in \(table) twice, first on line \(other.start.line)",
        help: "keep one row of that name", at: problem.place)
    default: nil
    }
  }

  /// The names that the settings use.
  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    SettingsNames(register.policies.policies)
      .problems(of: register.settings, in: context.calendars.calendars).compactMap(finding)
      + unusedWords(register).compactMap(finding)
      + SystemNames(register).findings + PeopleNames(register).findings
  }
}
