import Findings
import Markdown
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
    if change.isWithdrawn { return [] }
    var findings: [Finding] = []
    for section in change.sections {
      guard case .template(let range) = section.state else { continue }
      let place = Place(change.file, range)
      let field = requiredField(of: section, in: context)
      findings.append(
        finding(
          "\(section.heading.text) still holds the template's text",
          help: field.map { "replace it: \($0.description)" }
            ?? "replace it, or remove the section",
          at: place, policy: field?.reference ?? templateReference(in: context.policy.policy),
          severity: field == nil ? .warning : nil))
    }
    return findings
  }

  private static func requiredField(of section: RecordSection, in context: ChangeContext)
    -> RequiredField?
  {
    context.policy.policy.requiredFields.first { field in
      guard context.requires(field) else { return false }
      if case .section(let name) = field.kind {
        return WordForm.fold(name) == WordForm.fold(section.heading.text)
      }
      guard let role = field.kind.role else { return false }
      return section.role == role
    }
  }

  private static func templateReference(in policy: Policy) -> PolicyReference? {
    policy.template.map {
      PolicyReference(place: $0.place, clause: nil, excerpt: "the template of a change request")
    }
  }
}
