import Findings
import Markdown
import Obligations
import PolicyReading
import Records
import SourceText

/// CB202: a section still holds text of the template.
package enum TemplateTextLeft: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 202, title: "a field still holds the template's text", severity: .breach,
    enforces: "Required information",
    explanation: """
      The policy's template shows what belongs where: `[Why is this change needed?]`, `Step 1`. A
      line that still stands as the template has it says nothing about the change, so its section
      counts as missing.

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
      return finding(
        "\(section.heading.text) still holds the template's text",
        help: field.map { "replace it: \($0.description)" }
          ?? "replace it, or remove the section",
        at: Place(change.file, range),
        policy: field?.reference ?? templateReference(in: context.policy.policy),
        severity: field == nil ? .warning : nil)
    }
  }

  private static func templateReference(in policy: Policy) -> PolicyReference? {
    policy.template.map {
      PolicyReference(place: $0.place, clause: nil, excerpt: "the template of a change request")
    }
  }
}
