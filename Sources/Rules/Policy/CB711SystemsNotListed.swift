import Findings
import Records
import SourceText

/// CB711: a freeze names systems, and nothing says which systems there are.
package enum SystemsNotListed: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 711, title: "systems are not listed, so a misspelt name cannot be noticed",
    severity: .note,
    explanation: """
      A freeze or an incident that names systems holds back changes of these, and of no others. When
      the name is misspelt it holds back nothing. Without a list the gate takes a name that is at
      most two letters away from another for doubtful, which catches slips of the pen and nothing
      else. With a table of systems in `content/systems.md` every name is checked, and no two names
      of the list are doubtful. It is said once, at the first freeze or incident that names systems.
      """,
    wrong: """
      # content/freezes/summit.md
      systems: [rpc-gatway]
      """,
    right: """
      # content/systems.md
      | System | Owner |
      |--------|-------|
      | rpc-gateway | @rpc-lead |

      # content/freezes/summit.md
      systems: [rpc-gateway]
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    guard register.systems.isEmpty else { return [] }
    let named = register.freezes.map(\.systems) + register.incidents.map(\.systems)
    let first = named.lazy.compactMap { names in
      names.first { $0.value != NamedSystems.every }
    }.first
    guard let first else { return [] }
    return [
      finding(
        "no list says which systems there are, so a misspelt name cannot be noticed",
        help: "list them in a table with the heads System and Owner in content/systems.md",
        at: first.place)
    ]
  }
}
