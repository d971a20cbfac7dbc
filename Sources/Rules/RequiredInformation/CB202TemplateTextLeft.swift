import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB202: where an answer belongs stands text of the template, or another text that is none.
package enum TemplateTextLeft: ChangeRule, ReadingRule {
  package static let documentation = RuleDocumentation(
    code: 202, title: "a field holds no answer", severity: .breach,
    enforces: "Required information",
    explanation: """
      The policy's template shows what belongs where: `[Why is this change needed?]`, `Step 1`. A
      line that still stands as the template has it says nothing about the change, so its section
      counts as missing. So does one that only fills the place of an answer: `TBD`, `TODO`, `?`,
      `Pending`, `[Describe rollback]`, `{{rollback}}`, `_No response_`, and `N/A` or a dash where
      nothing else stands beside it. `N/A: the change cannot be undone` has a reason and is an
      answer; so is `none` after `Users affected:`. The same holds for texts of the front matter.

      It is a breach where the policy requires the field for the type, and a warning in a section
      that could as well be left out.
      """,
    wrong: """
      ### Justification
      [Why is this change needed?]
      """,
    right: """
      ### Justification
      The certificates of the gateway expire on 1 April.
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    context.obligations.information.compactMap { gap in
      guard case .templateLeft(let section, let range, let field) = gap else { return nil }
      let text = change.file.text(range)
      let isTemplate = context.policy.policy.template?.isFiller(text) == true
      return finding(
        isTemplate || NonAnswer(text) == nil
          ? "\(section.heading.text) still holds the template's text"
          : "\(quoted(text)) is no answer for \(section.heading.text)",
        help: field.map { "replace it: \($0.description)" }
          ?? "replace it, or remove the section",
        at: Place(change.file, range),
        policy: field?.reference ?? templateReference(in: context.policy.policy),
        severity: field == nil ? .warning : nil, fact: field?.factOfAbsence)
    }
  }

  /// The same in front matter.
  package static func finding(for problem: ReadingProblem) -> Finding? {
    guard case .notAnswered(let key, let text) = problem.kind else { return nil }
    return finding(
      "\(quoted(text)) is no answer for `\(key)`", help: "give what it asks for, or leave it out",
      at: problem.place)
  }

  private static func templateReference(in policy: Policy) -> PolicyReference? {
    policy.template.map {
      PolicyReference(place: $0.place, clause: nil, excerpt: "the template of a change request")
    }
  }
}
