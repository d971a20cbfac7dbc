import Records
import SourceText
import TestSupport
import Testing

/// A type and a level of risk in one value, remarks behind values, and words for what came of a change.
@Suite struct LevelBesideTypeTests {
  private func change(_ lines: String) throws -> Change {
    try readSampleChange("# Rotate certificates\n\n\(lines)\n\n## Summary\n\nNew ones.\n")
  }

  private static let dresses = [
    "%T, %r risk", "%T (%r risk)", "%T (%r)", "%T – %R", "%T - %r risk", "%T, risk: %R", "%T; %R",
    "%T / %R", "%T/%R", "%T [%R]", "**%T** (%r risk)", "%T: %R risk level",
  ]

  @Test(arguments: dresses) func bothAreHeard(_ dress: String) throws {
    for type in ["Standard", "Normal", "Emergency"] {
      for risk in ["Low", "Medium", "High"] {
        let value = dress.replacing("%T", with: type).replacing("%R", with: risk)
          .replacing("%r", with: risk.lowercased())
        for line in [
          "**Change Type:** \(value)",
          "| Field | Value |\n|---|---|\n| Type | \(value) |\n| Id | CHG-2026-0001 |",
        ] {
          if line.hasPrefix("|"), value.contains(" | ") { continue }
          let change = try change(line)
          #expect(change.type?.value == type, "\(line)")
          #expect(change.risk?.value == risk, "\(line)")
        }
        // Where another place says another level, nobody knows which.
        let other = risk == "Low" ? "High" : "Low"
        let second = try self.change("**Change Type:** \(value)\n**Risk Level:** \(other)")
        #expect(
          second.problems.contains {
            if case .disagreement("risk", _, _, _) = $0.kind { true } else { false }
          },
          "\(value)")
        let same = try self.change("**Change Type:** \(value)\n**Risk Level:** \(risk)")
        #expect(same.risk?.value == risk && same.problems.isEmpty, "\(value)")
      }
    }
  }

  /// What is no level is a remark, and two types are none.
  @Test(
    arguments: [
      ("Normal (see below)", "Normal"), ("Normal [CAB]", "Normal"), ("Normal – Minor", "Normal"),
      ("Normal / Emergency", nil), ("Normal / see below", nil), ("Normal; later", nil),
    ] as [(String, String?)]) func remarksAreNoLevels(_ value: String, _ type: String?) throws
  {
    let change = try change("**Change Type:** \(value)")
    #expect(change.type?.value == type && change.risk == nil, "\(value)")
    #expect(change.problems.isEmpty == (type != nil), "\(value)")
  }

  @Test(
    arguments: [
      ("High (see below)", "High"), ("High [SEC]", "High"), ("HIGH risk", "High"),
      ("High Risk", "High"),
      ("Medium / High", nil), ("Low to Medium", nil), ("3 - High", nil),
    ] as [(String, String?)]) func levelsHaveRemarks(_ value: String, _ risk: String?) throws
  {
    let change = try change("**Change Type:** Normal\n**Risk Level:** \(value)")
    #expect(change.risk?.value == risk, "\(value)")
    #expect(change.problems.isEmpty == (risk != nil), "\(value)")
  }

  /// A body that says what came of the change is heard, with the outcome that it most likely means.
  @Test(
    arguments: [
      ("Successful", "successful"), ("Completed successfully", "successful"),
      ("Closed - successful", "successful"),
      ("Successful (see notes)", "successful"),
      ("Implemented with issues", "successful-with-issues"),
      ("Partially successful", "successful-with-issues"),
      ("Success, minor issues", "successful-with-issues"),
      ("Closed (successful with issues)", "successful-with-issues"),
      ("Successful without issues", "successful"),
      ("Partial success", "successful-with-issues"), ("Backed out", "rolled-back"),
      ("Rolled back", "rolled-back"),
      ("Failed, rolled back", "rolled-back"), ("Successful, not rolled back", "successful"),
      ("Unsuccessful", "failed"), ("Not successful", "failed"), ("Failed", "failed"),
      ("Implemented", nil),
      ("Completed as planned", nil), ("Closed Complete", nil), ("Rejected", "rejected"),
      ("Withdrawn", "cancelled"), ("Cancelled by requester", "cancelled"),
    ] as [(String, String?)]) func whatCameOfItIsHeard(_ words: String, _ outcome: String?) throws
  {
    for label in ["Outcome", "Status", "Result", "Close code"] {
      for text in [
        "**\(label):** \(words)", "- **\(label):** \(words)",
        "| Field | Value |\n|---|---|\n| \(label) | \(words) |",
      ] {
        let found = try change("**Change Type:** Normal\n\n\(text)").problems.compactMap {
          problem -> String?? in
          if case .endBesideOutcome(let said, _, let outcome) = problem.kind, said == label {
            .some(outcome)
          } else {
            nil
          }
        }
        #expect(found.contains { $0 == outcome }, "\(text): \(found)")
      }
    }
  }

  /// Each item of a list, and each line of a cell, is one system.
  @Test(arguments: [
    "**Systems affected:**\n- web\n- db\n", "**Affected systems:**\n\n* web\n* db\n",
    "| Field | Value |\n|---|---|\n| Systems | web<br>db |\n| Requester | @ann |\n",
    "| Systems | Requester | Type |\n|---|---|---|\n| web<br/>db | @ann | Normal |\n",
    "**Systems:** web, db\n",
  ]) func systemsInLinesAreSeveral(_ text: String) throws {
    let change = try change(text)
    #expect(change.systems.map(\.value) == ["web", "db"], "\(text)")
  }

  @Test(arguments: ["Planned", "Ready", "Scheduled for March", "No rollback needed"])
  func otherStatesSayNothingOfIt(_ words: String) throws {
    let found = try change("**Change Type:** Normal\n**Status:** \(words)").problems.filter {
      if case .endBesideOutcome = $0.kind { true } else { false }
    }
    #expect(found.isEmpty, "\(words)")
  }
}
