import Calendar
import Chronology
import DeploymentGate
import Foundation
import SourceText
import TestSupport
import Testing

/// Freezes after incidents of some severities alone, and windows of a type and a risk.
@Suite struct SeverityFreezeTests {
  private static let path = "content/changes/CHG-2026-0042.md"
  private static let ready = SampleRecords.normal.without(
    "started", "deployed", "outcome", "closed"
  ).text

  private func state(
    _ policy: String, severity: String?, resolved: String? = "2026-03-08T20:00Z"
  ) throws -> Decision.State {
    let folder = try TemporaryFolder()
    try folder.write(policy, to: FullPolicy.path)
    try folder.write(Self.ready, to: Self.path)
    try folder.write(
      "---\nid: INC-2026-001\n" + (severity.map { "severity: \($0)\n" } ?? "")
        + "systems: [all]\nstarted: 2026-03-08T18:00Z\n"
        + (resolved.map { "resolved: \($0)\n" } ?? "") + "---\n# Outage\n",
      to: "content/incidents/INC-2026-001.md")
    let start = try #require(InstantText.read("2026-03-09T02:00Z", in: .utc)).instant
    return GateCall(
      root: folder.url.path, asOf: start + -3600, start: start, seconds: nil,
      record: .id("CHG-2026-0042"), jobs: .one, program: "test", revision: nil
    ).answer().report.state
  }

  private func policy(_ row: String) -> String {
    FullPolicy.text.replacing("| Post-incident | 48 hours |", with: row)
  }

  private static let rows = [
    "| Post-incident | 24 hours after a %s |",
    "| Post-incident | for 24 hours after any %s incident |",
    "| After a %s | 24 hours |", "| Post-incident | 24 hours after a %s or Sev1 |",
  ]

  @Test(arguments: rows) func theSeverityDecides(_ row: String) throws {
    let text = policy(row.replacing("%s", with: "P1"))
    #expect(text != FullPolicy.text)
    for (severity, expected) in [
      ("P1", Decision.State.closed), ("sev-1", .closed), ("\"1\"", .closed), ("P3", .open),
      ("sev2", .open), ("high", .unknown),
    ] {
      #expect(try state(text, severity: severity) == expected, "\(row) \(severity)")
    }
    #expect(try state(text, severity: nil) == .unknown, "\(row)")
    #expect(try state(text, severity: "P1", resolved: nil) == .closed, "\(row)")
    #expect(try state(text, severity: nil, resolved: nil) == .unknown, "\(row)")
  }

  @Test func wordsAreScales() throws {
    let text = policy("| Post-incident | 24 hours after a critical incident |")
    #expect(try state(text, severity: "Critical") == .closed)
    #expect(try state(text, severity: "low") == .open)
    #expect(try state(text, severity: "P1") == .unknown)
  }

  @Test func withoutASeverityEveryIncidentCounts() throws {
    for severity in ["P1", "P4", nil] {
      #expect(try state(FullPolicy.text, severity: severity) == .closed)
    }
  }
}
