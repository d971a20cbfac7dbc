import Findings
import Records
import SourceText

/// CB412: successful by its outcome, and the cause of an incident.
package enum SuccessWithIncident: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 412, title: "successful, and the cause of an incident", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      A change whose outcome is `successful` caused no incident. Where an incident names it as its
      cause, or the change names the incident, one of the two is wrong: the success rate counts the
      change as a success, and the change failure rate counts it as a failure.

      It is a warning, because an outcome is often recorded before the incident is traced back to the
      change. `successful-with-issues`, or `failed`, says both.
      """,
    wrong: """
      # content/incidents/INC-2026-003.md     # content/changes/CHG-2026-0042.md
      caused_by: CHG-2026-0042                outcome: successful
      """,
    right: """
      # content/incidents/INC-2026-003.md     # content/changes/CHG-2026-0042.md
      caused_by: CHG-2026-0042                outcome: successful-with-issues
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    var blamed: [String: [String]] = [:]
    for incident in register.incidents {
      for cause in incident.causedBy { blamed[cause.value, default: []].append(incident.id) }
    }
    return register.changes.compactMap { change in
      guard let outcome = change.outcome, outcome.value == .successful else { return nil }
      let named = change.causedIncidents.map(\.value).filter { register.incident($0) != nil }
      var ids: [String] = []
      for id in (blamed[change.id] ?? []) + named where !ids.contains(id) { ids.append(id) }
      guard !ids.isEmpty else { return nil }
      return finding(
        "successful, and the cause of \(ids.joined(separator: ", "))",
        help: "write `successful-with-issues` or `failed`, or name the change that caused it",
        at: outcome.place, record: change.id)
    }
  }
}
