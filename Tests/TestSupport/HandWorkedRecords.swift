import Chronology
import Configuration
import DeploymentLogs
import PolicyReading
import Records
import SourceText

/// A month of records, March 2026, whose figures were worked out by hand: the numbers stand beside
/// the tests that expect them. The policy is `SamplePolicy`: Normal changes use the window from
/// 02:00 to 06:00, Standard ones any time, and an incident freezes its systems until 48 hours
/// after its resolution.
package enum HandWorkedRecords {
  /// By path from the root of a site: the policy, the changes and the incidents.
  package static let files: [(path: String, text: String)] =
    [("content/policy/POL-TEST-001.md", SamplePolicy.text)]
    + changes.map { ("content/changes/2026/\($0.id).md", $0.text) }
    + incidents.map { ("content/incidents/\($0.id).md", $0.text) }

  /// March is over, and its last incident is not.
  package static let asOf = "2026-04-15T00:00Z"

  /// What the pipelines say of March.
  package static let log = SourceFile(
    path: "content/deployments/2026-03.jsonl",
    text: """
      {"id": "d1", "environment": "production", "record": "CHG-2026-0101", "started": "2026-03-09T02:00Z", "finished": "2026-03-09T02:30Z"}
      {"id": "d2", "environment": "production", "system": "indexer", "started": "2026-03-10T03:30Z", "finished": "2026-03-10T04:00Z"}
      {"id": "d3", "environment": "production", "system": "indexer", "started": "2026-03-12T01:50Z", "finished": "2026-03-12T02:00Z", "status": "failed"}
      {"id": "d4", "environment": "production", "system": "rpc-gateway", "finished": "2026-03-18T03:00Z"}
      {"id": "d5", "environment": "production", "record": "CHG-2026-0110", "finished": "2026-03-25T03:00Z"}
      {"id": "d6", "environment": "production", "record": "CHG-2026-0112", "started": "2026-03-26T04:00Z", "finished": "2026-03-26T05:00Z"}
      {"id": "d7", "environment": "production", "system": "signer", "finished": "2026-03-27T05:00Z", "by": "robot"}
      {"id": "d8", "environment": "staging", "system": "signer", "finished": "2026-03-28T05:00Z"}
      {"id": "d9", "environment": "production", "system": "signer", "finished": "2026-03-29T05:00Z", "status": "running"}
      """)

  /// As it is read from the files.
  package static func register(
    settings: Settings = Settings(), isLogged: Bool = false
  ) throws -> Register {
    guard let book = SamplePolicy.book() else { throw NoPolicy() }
    func source(_ folder: String, _ id: String, _ text: String) -> SourceFile {
      SourceFile(path: "content/\(folder)/\(id).md", text: text)
    }
    return Register(
      settings: settings, policies: book,
      changes: changes.map {
        readChange(source("changes/2026", $0.id, $0.text), policies: book, settings: settings)
      },
      incidents: incidents.map { readIncident(source("incidents", $0.id, $0.text), zone: .utc) },
      freezes: [], pages: [],
      deploymentLogs: isLogged ? [readDeploymentLog(log, zone: .utc)] : [], problems: [])
  }

  package static let changes: [(id: String, text: String)] = [
    // Approved 01:00, deployed 02:30: 5400 s, of them 1800 s in the window.
    // Requested 2 March 09:00: 6 d 17 h 30 min, 581 400 s.
    normal(
      "CHG-2026-0101", "Rotate the keys of the gateway", requested: "2026-03-02T09:00Z",
      approved: "2026-03-09T01:00Z", from: "2026-03-09T02:00Z", to: "2026-03-09T04:00Z",
      "started: 2026-03-09T02:00Z", "deployed: 2026-03-09T02:30Z", "outcome: successful",
      "closed: 2026-03-09T09:00Z"),
    // Approved 03:00, deployed 04:00: 3600 s, all in the window. 6 d 19 h, 586 800 s.
    normal(
      "CHG-2026-0102", "Index the new events", risk: "Low", system: "indexer",
      requested: "2026-03-03T09:00Z", approved: "2026-03-10T03:00Z",
      from: "2026-03-10T03:00Z", to: "2026-03-10T05:00Z",
      "started: 2026-03-10T03:30Z", "deployed: 2026-03-10T04:00Z", "outcome: successful",
      "closed: 2026-03-10T09:00Z"),
    // Approved 02:30, deployed 05:00: 9000 s, all in the window. 6 d 20 h, 590 400 s. Its
    // rollback plan is missing.
    withoutRollbackPlan(
      normal(
        "CHG-2026-0103", "Move the gateway to new machines", risk: "High",
        requested: "2026-03-04T09:00Z", approved: "2026-03-11T02:30Z",
        from: "2026-03-11T02:30Z", to: "2026-03-11T05:30Z",
        "started: 2026-03-11T03:00Z", "deployed: 2026-03-11T05:00Z",
        "outcome: successful-with-issues", "closed: 2026-03-11T09:00Z")),
    // Approved 01:20, started 01:50 before the window opens, deployed 02:00: 2400 s, none in the
    // window. 6 d 17 h, 579 600 s. It failed and caused an incident.
    normal(
      "CHG-2026-0104", "Raise the batch size of the indexer", system: "indexer",
      requested: "2026-03-05T09:00Z", approved: "2026-03-12T01:20Z",
      from: "2026-03-12T02:00Z", to: "2026-03-12T04:00Z",
      "started: 2026-03-12T01:50Z", "deployed: 2026-03-12T02:00Z", "outcome: failed",
      "closed: 2026-03-12T09:00Z", "post_mortem: INC-2026-001"),
    // Approved 03:00, deployed 05:00: 7200 s, all in the window; rolled back at 07:00, after the
    // window closed. 6 d 20 h, 590 400 s.
    normal(
      "CHG-2026-0105", "Compress the answers of the gateway", requested: "2026-03-06T09:00Z",
      approved: "2026-03-13T03:00Z", from: "2026-03-13T03:00Z", to: "2026-03-13T05:00Z",
      "started: 2026-03-13T03:10Z", "deployed: 2026-03-13T05:00Z", "outcome: rolled-back",
      "rollback: {at: 2026-03-13T07:00Z, trigger: Latency, verified: true}",
      "closed: 2026-03-13T09:00Z", "post_mortem: INC-2026-001"),
    // Pre-approved. 2 h 10 min, 7800 s.
    standard(
      "CHG-2026-0106", "Documentation updates: the runbook", system: "docs",
      requested: "2026-03-15T08:00Z", started: "2026-03-15T10:00Z",
      deployed: "2026-03-15T10:10Z"),
    // Pre-approved, but in the freeze of its system after the incident. 1 h 30 min, 5400 s.
    standard(
      "CHG-2026-0107", "Documentation updates: the indexer", system: "indexer",
      requested: "2026-03-13T11:00Z", started: "2026-03-13T12:00Z",
      deployed: "2026-03-13T12:30Z"),
    // Fixes the incident, so that its freeze lets it pass. 1 h 10 min, 4200 s. Reviewed after
    // 30 h 10 min.
    emergency(
      "CHG-2026-0108", "Lower the batch size of the indexer", risk: "High", system: "indexer",
      requested: "2026-03-12T02:40Z", approved: "2026-03-12T02:50Z",
      "started: 2026-03-12T03:00Z", "deployed: 2026-03-12T03:50Z", "outcome: successful",
      "closed: 2026-03-12T09:00Z", "incident: INC-2026-001", "follows: CHG-2026-0104",
      "review: {at: 2026-03-13T10:00Z, by: \"@ops-lead\", notes: The limit holds.}"),
    // Caused an incident that goes on. 1 h, 3600 s. Never reviewed.
    emergency(
      "CHG-2026-0109", "Close a hole in the gateway", risk: "Critical", system: "rpc-gateway",
      requested: "2026-03-20T05:00Z", approved: "2026-03-20T05:10Z",
      "started: 2026-03-20T05:15Z", "deployed: 2026-03-20T06:00Z", "outcome: successful",
      "closed: 2026-03-20T09:00Z"),
    // Cancelled before it started. Its rollback plan is missing.
    withoutRollbackPlan(
      normal(
        "CHG-2026-0110", "Replace the gateway", risk: "Low", requested: "2026-03-16T09:00Z",
        approved: nil, from: "2026-03-25T02:00Z", to: "2026-03-25T04:00Z",
        "outcome: cancelled", "closed: 2026-03-18T09:00Z")),
    // Started, and its planned end has passed without an outcome.
    normal(
      "CHG-2026-0111", "Split the index", system: "indexer", requested: "2026-03-16T10:00Z",
      approved: "2026-03-23T10:00Z", from: "2026-03-24T02:00Z", to: "2026-03-24T04:00Z",
      "started: 2026-03-24T02:05Z"),
    // Approved an hour after its deployment, which was waived; a second try of 0105.
    // Requested 25 February 09:00, deployed 26 March 05:00: 28 d 20 h, 2 491 200 s.
    normal(
      "CHG-2026-0112", "Compress the answers of the gateway again",
      requested: "2026-02-25T09:00Z", approved: "2026-03-26T06:00Z",
      from: "2026-03-26T04:00Z", to: "2026-03-26T06:00Z",
      "started: 2026-03-26T04:00Z", "deployed: 2026-03-26T05:00Z", "outcome: successful",
      "closed: 2026-03-26T09:00Z", "follows: CHG-2026-0105",
      "waivers: [{rule: CB305, reason: The board met late, by: \"@cab\", at: 2026-03-27T09:00Z}]"),
    // Cannot be read.
    normal(
      "CHG-2026-0113", "Rename the metrics", requested: "2026-03-17T09:00Z",
      approved: "2026-03-27T01:00Z", from: "2026-03-27T02:00Z", to: "2026-03-27T04:00Z",
      "started: 2026-03-27T02:00Z", "deployed: yesterday", "outcome: failed"),
  ]

  package static let incidents: [(id: String, text: String)] = [
    // 1 h 30 min, 5400 s.
    (
      "INC-2026-001",
      """
      ---
      id: INC-2026-001
      severity: high
      systems: [indexer]
      started: 2026-03-12T02:30Z
      resolved: 2026-03-12T04:00Z
      caused_by: CHG-2026-0104
      ---
      # The indexer stops
      """
    ),
    (
      "INC-2026-002",
      """
      ---
      id: INC-2026-002
      severity: low
      systems: [signer]
      started: 2026-03-20T06:30Z
      caused_by: CHG-2026-0109
      ---
      # The signer answers slowly
      """
    ),
    // No change caused it.
    (
      "INC-2026-003",
      """
      ---
      id: INC-2026-003
      severity: low
      systems: [dns]
      started: 2026-03-28T06:00Z
      resolved: 2026-03-28T07:00Z
      ---
      # The provider's name servers fail
      """
    ),
  ]
}

extension HandWorkedRecords {
  private static func record(
    _ id: String, _ title: String, _ front: [String]
  ) -> (id: String, text: String) {
    let excerpt = "---\nid: \(id)\n" + front.joined(separator: "\n") + "\n---\n"
    let base = SampleRecords.normal.without(
      "type", "risk", "category", "systems", "requested", "approvals", "scheduled", "started",
      "deployed", "outcome", "closed")
    let text = base.replacing(with: excerpt).text
    return (id, text.replacing("Rotate the certificates of the gateway", with: title))
  }

  private static func normal(
    _ id: String, _ title: String, risk: String = "Medium", system: String = "rpc-gateway",
    requested: String, approved: String?, from: String, to: String, _ more: String...
  ) -> (id: String, text: String) {
    let approvals = approved.map { at in
      [
        "approvals:", "  - {role: technical, by: \"@runtime-lead\", at: \(requested)}",
        "  - {role: technical, by: \"@rpc-reviewer\", at: \(requested)}",
        "  - {role: cab, by: \"@cab\", at: \(at)}",
      ]
    }
    return record(
      id, title,
      [
        "type: Normal", "risk: \(risk)", "category: application code", "systems: [\(system)]",
        "requested: \(requested)",
      ] + (approvals ?? []) + ["scheduled: \(from)/\(to)"] + more)
  }

  private static func standard(
    _ id: String, _ title: String, system: String, requested: String, started: String,
    deployed: String
  ) -> (id: String, text: String) {
    record(
      id, title,
      [
        "type: Standard", "risk: Low", "category: documentation", "systems: [\(system)]",
        "requested: \(requested)",
        "approvals:", "  - {role: technical, by: \"@runtime-lead\", at: \(requested)}",
        "started: \(started)", "deployed: \(deployed)", "outcome: successful",
        "closed: \(deployed)",
      ])
  }

  private static func emergency(
    _ id: String, _ title: String, risk: String, system: String, requested: String,
    approved: String, _ more: String...
  ) -> (id: String, text: String) {
    record(
      id, title,
      [
        "type: Emergency", "risk: \(risk)", "category: application code", "systems: [\(system)]",
        "requested: \(requested)", "approvals:",
        "  - {role: technical, by: \"@runtime-lead\", at: \(approved)}",
        "  - {role: technical, by: \"@rpc-reviewer\", at: \(approved)}",
        "  - {role: emergency cab, by: \"@cab\", at: \(approved)}",
      ] + more)
  }

  private static func withoutRollbackPlan(
    _ record: (id: String, text: String)
  ) -> (id: String, text: String) {
    (record.id, ExampleRecord(record.text).withoutSections("Rollback Plan").text)
  }
}
