import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB201: a field that the policy requires for the type is not given.
package enum MissingField: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 201, title: "a required field is missing", severity: .breach,
    enforces: "Required information",
    explanation: """
      The policy's table of required information says which fields a change of each type has to
      give. A field is given by its section, or by front matter where there is a key for it; an
      empty section, unticked boxes and labels without a value give nothing.

      The description may also stand as plain text before the first section. Testing evidence is
      given by a ticked box, by `evidence:` or by text; where the testing matrix asks nothing of the
      category it is not asked for here. Once the work begins, CB501 names each level that is not in
      what there is, and this rule the levels only where there is nothing at all. Approvals are asked for when the work begins, and where the type needs a
      board's or a vote's approval CB301 speaks of it. A change that was cancelled before it
      started owes its title only.
      """,
    wrong: """
      ### Rollback Plan
      """,
    right: """
      ### Rollback Plan
      1. Put the previous certificate back from the vault.
      2. Reload the gateway and check the handshake.
      """)

  /// What is said of a field that the record does not have at all.
  package static func message(of field: RequiredField) -> String { "\(field.name) is missing" }

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    func help(_ field: RequiredField) -> String {
      let subject = context.type.map { "\(article($0.name)) change" } ?? "every change"
      let help = "\(subject) gives `\(field.name)`: \(field.description)"
      guard field.kind == .testingEvidence,
        let levels = context.policy.testDemand(of: change, type: context.type)?.levels.map(\.level),
        !levels.isEmpty
      else { return help }
      return "\(help); its category is tested on \(levels.joined(separator: ", "))"
    }
    return context.obligations.information.compactMap { gap in
      switch gap {
      case .fieldAbsent(let field):
        finding(
          message(of: field), help: help(field), at: change.idPlace,
          policy: field.reference, fact: field.factOfAbsence)
      case .fieldEmpty(let field, let place):
        finding(
          "\(field.name) is empty", help: help(field), at: place, policy: field.reference,
          fact: field.factOfAbsence)
      case .templateLeft, .auditQuestion: nil
      }
    }
  }
}

extension RequiredField {
  /// That it is not given is a fact about tests as well.
  var factOfAbsence: Finding.Fact? { kind == .testingEvidence ? .testEvidenceMissing : nil }
}

/// `a Normal`, `an Emergency`: a name with its article.
func article(_ name: String) -> String {
  switch name.utf8.first {
  case UInt8(ascii: "A"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "O"),
    UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"):
    "an \(name)"
  default: "a \(name)"
  }
}
