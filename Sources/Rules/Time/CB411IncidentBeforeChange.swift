import Chronology
import Findings
import Records
import SourceText

/// CB411: an incident began before the change that it is blamed on.
package enum IncidentBeforeChange: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 411, title: "an incident is older than the change it is blamed on", severity: .warning,
    enforces: "Audit trail",
    explanation: """
      `caused_by:` of an incident and `caused_incidents:` of a change say that one caused the other,
      and the failure rates follow them. What began before the work did cannot come of it: either
      an instant is wrong, or the id is.

      The work begins at `started`, and where that is not recorded no later than at `deployed` and
      at the planned start. It is a warning, because the record of the change may well be the right
      one.
      """,
    wrong: """
      # content/incidents/INC-2026-003.md     # content/changes/CHG-2026-0042.md
      started: 2026-03-08T11:20Z              started: 2026-03-09T02:05Z
      caused_by: CHG-2026-0042                deployed: 2026-03-09T02:40Z
      """,
    right: """
      # content/incidents/INC-2026-003.md     # content/changes/CHG-2026-0042.md
      started: 2026-03-09T03:20Z              started: 2026-03-09T02:05Z
      caused_by: CHG-2026-0042                deployed: 2026-03-09T02:40Z
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    var findings: [Finding] = []
    for incident in register.incidents {
      for cause in incident.causedBy {
        guard let change = register.change(cause.value),
          let message = contradiction(incident, change)
        else { continue }
        findings.append(
          finding(message, help: help, at: cause.place, record: incident.id))
      }
    }
    for change in register.changes {
      for caused in change.causedIncidents {
        guard let incident = register.incident(caused.value),
          // Said at the incident already.
          !incident.causedBy.contains(where: { $0.value == change.id }),
          let message = contradiction(incident, change)
        else { continue }
        findings.append(finding(message, help: help, at: caused.place, record: change.id))
      }
    }
    return findings
  }

  private static let help = "correct one of the two instants, or name the change that caused it"

  private static func contradiction(_ incident: Incident, _ change: Change) -> String? {
    guard let began = incident.started?.value, let work = change.earliestBeginning,
      began < work
    else { return nil }
    return "\(incident.id) began on \(began.rfc3339), before \(change.id) did on \(work.rfc3339)"
  }
}

extension Change {
  /// When the work began, or the earliest instant at which it may have; nil where nothing was done.
  fileprivate var earliestBeginning: Instant? {
    if let started { return started.value }
    guard let deployed else { return nil }
    return scheduled.map { min($0.value.start, deployed.value) } ?? deployed.value
  }
}
