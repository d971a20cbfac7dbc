import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB710: something of the policy that decides and is not read.
package enum DecidingPartUnread: ReadingRule, RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 710, title: "a row, column or sentence that decides is not read", severity: .error,
    explanation: """
      Everything in the policy that looks as if it decided when changes may be made, or who approves
      them, is read or named here: rows below a blank line inside a table, a table whose head or
      delimiter row is damaged, a second table with another head, a column that no reader knows, cells
      beyond the head, a row struck out in part, text that a fence or comment hides, whatever stands
      under a heading about windows or freezes in a policy without a table of them, and a sentence,
      wherever it stands, that stops changes, says when they are made, or takes back what the tables say.
      A file that ends early is named as well, where a table is missing.

      While it is not read, the gate answers `unknown` where it could turn the answer. Put it into the
      table it belongs to. A site that has no freezes, or no windows, says so: `freezes: none`,
      `windows: none` in `changebook.yml`.

      Names, heads, headings and remarks around the rows of windows and freezes must not limit or
      extend them: `Friday night` beside a time of every day, `Window (closed)`, or a remark
      `not in March`. A sentence in another language than English is named as well, and one that
      gives times another zone than the one they were read in.

      A document that calls itself a draft or not approved, by a label or a line of its own, or that is
      past its last day, may not hold; nor is it known what holds while a later version of the policy
      lies outside content/policy. Of two
      policies with different ids it is not known which decides: name one as `policy:` in
      `changebook.yml`. What an annex in content/policy says of freezes counts for nothing until the
      policy says it.

      The same holds for the lists of systems and people, whose names decide whom a freeze concerns and
      whose approval counts: a page without a table, a head that is misspelt, a table with other heads,
      a row outside the table, in a fence or comment, too long or too short, a date in a column that
      nobody reads. A list that is there is read as a whole, or the gate answers `unknown`.

      Of several versions of the policy each needs an effective date. A label under the title that is
      nearly a known one is a warning.
      """,
    wrong: """
      | Period | Duration | Changes Allowed |
      |--------|----------|-----------------|
      | Post-incident | 48 hours | Related fixes only |
      | Holiday freeze | Dec 20 - Jan 5 | ~~Emergency~~ only |
      """,
    right: """
      | Period | Duration | Changes Allowed |
      |--------|----------|-----------------|
      | Post-incident | 48 hours | Related fixes only |
      | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
      """)

  package static func finding(for problem: ReadingProblem) -> Finding? {
    switch problem.kind {
    case .unread(_, let what, let text, let accepted):
      finding(
        text.isEmpty ? "\(what) is not read" : "\(what) is not read: \(quoted(text))",
        help: accepted, at: problem.place)
    case .listUnread(_, let what, let text, let accepted):
      finding(
        text.isEmpty ? "\(what) says nothing" : "\(what) is not read: \(quoted(text))",
        help: accepted, at: problem.place)
    case .misspeltLabel(let label, let intended):
      finding(
        "\(quoted(label)) is no label that is known", help: "did you mean \(quoted(intended))?",
        at: problem.place, severity: .warning)
    default: nil
    }
  }

  /// Versions without an effective date, and what is not known of a version beside the others. The
  /// last day of one that is not in force any more is of no concern.
  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    let policies = register.policies
    let today = policies.index(inForceAt: context.asOf)
    let found = policies.versionProblems.filter { version in
      guard let index = version.version else { return true }
      guard let from = version.from else { return index >= today }
      return index == today
        && register.zone.start(of: from) <= context.asOf
    }.compactMap { finding(for: $0.problem) }
    guard policies.policies.count > 1 else { return found }
    return policies.policies.filter { $0.metadata.effective == nil }.map { policy in
      finding(
        "the policy has no effective date that can be read, and is one of "
          + "\(policies.policies.count) versions",
        help: "add a line such as `**Effective Date:** 2026-01-19`",
        at: Place(startOf: policy.file))
    } + found
  }
}
