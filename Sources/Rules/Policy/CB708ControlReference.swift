import Findings
import PolicyReading
import Records
import SourceText

/// CB708: the policy refers to a requirement that its standard does not have.
package enum ControlReference: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 708, title: "a control reference does not exist or was renumbered", severity: .note,
    enforces: "Standards alignment",
    explanation: """
      Auditors look a policy's references up. The rule knows the numbering of the criteria of SOC 2, of
      annex A of ISO 27001 and of the configuration controls of NIST 800-53, and where the controls on
      changes of ISO 27001:2013 went in 2022. It names references that are in none of them. A row that
      says `ISO 27001:2013` means that edition.

      It is a note: what is done stays the same, and the policy's owner may refer to another edition.
      """,
    wrong: """
      | Standard | Requirement | Implementation |
      |----------|-------------|----------------|
      | ISO 27001 A.12.1.2 | Change management | This policy |
      """,
    right: """
      | Standard | Requirement | Implementation |
      |----------|-------------|----------------|
      | ISO 27001 A.8.32 | Change management | This policy |
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    register.policies.policies.flatMap { policy in
      policy.controls.flatMap { control in
        StandardReference.all(in: control.standard).compactMap { finding(for: $0, of: control) }
      }
    }
  }

  private static func finding(for reference: StandardReference, of control: Control) -> Finding? {
    let title = reference.standard.title
    let (message, help): (String, String)
    switch reference.state {
    case .current: return nil
    case .renumbered(let number):
      message = "\(reference.number) is \(number) in \(title)"
      help = "refer to \(number), or name the edition of 2013"
    case .replaced:
      message = "\(title) has no \(reference.number): it is a number of the edition of 2013"
      help = "refer to the number of 2022, or name the edition"
    case .absent(let last):
      message = "\(title) has no \(reference.number); that part ends with \(last)"
      help = known(of: reference.standard)
    }
    return finding(message, help: help, at: control.reference.place, policy: control.reference)
  }

  private static func known(of standard: Standard) -> String {
    let numbers = Crosswalk.entries.filter { $0.standard == standard }.map(\.number)
    return "about changes there is \(numbers.joined(separator: ", "))"
  }
}
