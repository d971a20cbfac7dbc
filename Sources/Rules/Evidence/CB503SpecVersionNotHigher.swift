import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB503: an upgrade whose version does not go up.
package enum SpecVersionNotHigher: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 503, title: "spec_version not higher than the previous upgrade's", severity: .breach,
    enforces: "Runtime upgrades",
    explanation: """
      Nodes tell runtimes apart by `spec_version`: an upgrade that does not raise it is not taken
      for one. Upgrades are put in the order of their enactment (else deployment, start, planned
      start, request), and each is compared with the highest that was enacted before it on one of
      its systems; an upgrade that names no system shares all of them.
      """,
    wrong: """
      # CHG-2026-0031, enacted 2 March     # CHG-2026-0048, enacted 6 April
      runtime: {spec_version: 118}         runtime: {spec_version: 118}
      """,
    right: """
      # CHG-2026-0031, enacted 2 March     # CHG-2026-0048, enacted 6 April
      runtime: {spec_version: 118}         runtime: {spec_version: 119}
      """)

  private struct Upgrade {
    let id: String
    let version: Located<Int>
    let systems: [String]
    let instant: Instant
    let isEnacted: Bool
  }

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    let upgrades = register.changes.compactMap(Self.upgrade).sorted {
      ($0.instant, $0.id) < ($1.instant, $1.id)
    }
    let clause = context.policies.last?.runtimeClause
    var highest: [String: Upgrade] = [:]
    var highestOfAll: Upgrade?
    var findings: [Finding] = []
    for upgrade in upgrades {
      let known: [Upgrade?] =
        upgrade.systems.isEmpty
        ? [highestOfAll] : upgrade.systems.map { highest[$0] } + [highest[""]]
      let previous = known.compactMap { $0 }.max { $0.version.value < $1.version.value }
      if let previous, upgrade.version.value <= previous.version.value {
        findings.append(
          finding(
            "spec_version \(upgrade.version.value) is not higher than "
              + "\(previous.version.value) of \(previous.id)",
            help: "give the version that was enacted, above \(previous.version.value)",
            at: upgrade.version.place, policy: clause, record: upgrade.id))
      }
      guard upgrade.isEnacted else { continue }
      for system in upgrade.systems.isEmpty ? [""] : upgrade.systems {
        highest[system] = higher(highest[system], upgrade)
      }
      highestOfAll = higher(highestOfAll, upgrade)
    }
    return findings
  }

  private static func higher(_ known: Upgrade?, _ upgrade: Upgrade) -> Upgrade {
    guard let known, known.version.value >= upgrade.version.value else { return upgrade }
    return known
  }

  private static func upgrade(_ change: Change) -> Upgrade? {
    guard let runtime = change.runtime, let version = runtime.specVersion, !change.isWithdrawn
    else { return nil }
    let enacted = runtime.enacted ?? change.deployed ?? change.started
    guard let instant = enacted?.value ?? change.anchor else { return nil }
    let isEnacted: Bool
    switch change.outcome?.value {
    case .failed, .aborted, .cancelled, .rejected: isEnacted = false
    default: isEnacted = enacted != nil
    }
    return Upgrade(
      id: change.id, version: version, systems: change.systems.map { WordForm.fold($0.value) },
      instant: instant, isEnacted: isEnacted)
  }
}
