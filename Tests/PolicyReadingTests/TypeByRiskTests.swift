import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Rows of one type for several levels of risk.
@Suite struct TypeByRiskTests {
  private func policy(_ rows: [(name: String, approval: String, lead: String)]) -> Policy {
    let text =
      "# Change policy\n\n## Types\n\n| Type | Approval | Lead time |\n|---|---|---|\n"
      + rows.map { "| \($0.name) | \($0.approval) | \($0.lead) |\n" }.joined()
      + "\n## Risks\n\n| Risk Level | Criteria |\n|---|---|\n| Low | a |\n| Medium | b |\n| High | c |\n"
    return readPolicy(SourceFile(path: "content/policy/p.md", text: text), settings: Settings())
  }

  private func notUnderstood(_ policy: Policy) -> [ReadingProblem] {
    policy.problems.filter {
      if case .cellNotUnderstood = $0.kind { true } else { false }
    }
  }

  private static let dresses = [
    "%T, %r risk", "%T (%r risk)", "%T (%R)", "%R-risk %T", "%R risk %T changes", "%T - %r risk",
    "%T / %R", "%T: %r risk", "**%T** (%R risk)", "%T changes, %r risk",
  ]

  @Test func theyAreOneType() throws {
    var random = SplitMix(seed: 401)
    for _ in 0..<100 {
      func name(_ risk: String) -> String {
        Self.dresses[random.below(Self.dresses.count)].replacing("%T", with: "Normal")
          .replacing("%R", with: risk).replacing("%r", with: risk.lowercased())
      }
      let rows = [
        ("Standard", "None", "None"), (name("Low"), "Manager", "3 days"),
        (random.below(2) == 0 ? "Normal" : name("Medium"), "CTO", "3 days"),
        (name("High"), "CAB", "3 days"), ("Emergency", "Emergency CAB", "Immediate"),
      ]
      let policy = policy(rows)
      let names = rows.map(\.0).joined(separator: " | ")
      #expect(notUnderstood(policy).isEmpty, "\(names): \(notUnderstood(policy).map(\.kind))")
      #expect(policy.types.count == 3, "\(names)")
      let normal = try #require(policy.types.first { $0.name.hasPrefix("Normal") }, "\(names)")
      guard case .roles(let rule) = normal.approval else {
        Issue.record("\(names)")
        continue
      }
      #expect(
        rule.ways(forRisk: "Low").flatMap(\.self).map(\.kind) == [.role("manager")], "\(names)")
      #expect(
        rule.ways(forRisk: "Medium").flatMap(\.self).map(\.kind) == [.role("cto")], "\(names)")
      #expect(
        rule.ways(forRisk: "High").flatMap(\.self).map(\.kind) == [.advisoryBoard], "\(names)")
      #expect(normal.leadTime == .days(3))
    }
  }

  @Test func whatCannotBeOneTypeIsReported() {
    for rows in [
      [("Normal, low risk", "Manager", "1 day"), ("Normal, high risk", "CAB", "5 days")],
      [("Normal, low risk", "Manager", "1 day"), ("Normal (Low)", "CAB", "1 day")],
      [("Normal, low risk", "Pre-approved", "1 day"), ("Normal, high risk", "CAB", "1 day")],
      [
        ("Normal", "Manager", "1 day"), ("Normal changes", "CTO", "1 day"),
        ("Normal, high risk", "CAB", "1 day"),
      ],
    ] {
      let policy = policy(rows)
      #expect(!notUnderstood(policy).isEmpty, "\(rows)")
      #expect(policy.types.count == 1, "\(rows)")
    }
  }

  /// A level that describes a type of one row, and names that are levels, stay as they are.
  @Test func describedTypesStay() {
    let rows = [
      ("Standard (low risk)", "None", "None"), ("Normal (medium risk)", "Manager", "1 day"),
      ("Emergency, high risk", "CTO", "None"), ("Low Risk Change", "Manager", "1 day"),
      ("High Risk Change", "CAB", "1 day"),
    ]
    let policy = policy(rows)
    #expect(policy.types.map(\.name) == rows.map(\.0))
    #expect(notUnderstood(policy).isEmpty)
  }

  // MARK: Severities

  @Test(
    arguments: [
      ("24 hours after a Sev1", ["SEV1"]), ("for 24 hours after any P1 incident", ["P1"]),
      ("24 hours after SEV-1 or SEV-2", ["SEV1", "SEV2"]),
      ("24 hours following a P1/P2 incident", ["P1", "P2"]),
      ("24 hours after a critical incident", ["critical"]),
      ("24 hours after critical or high severity incidents", ["critical", "high"]),
      ("24 hours after an incident", []), ("24 hours", []),
      ("24 hours after resolution of a severity 1 incident", ["SEV1"]),
    ] as [(String, [String])]) func severitiesAreRead(_ text: String, _ severities: [String])
  {
    let expected = FreezeDuration.afterIncident(seconds: 86_400, severities: severities)
    #expect(FreezeDurationText.read(text) == .duration(expected, zone: nil, nil), "\(text)")
  }

  @Test(arguments: [
    "24 hours before a P1", "24 hours after a P1 or higher", "24 hours after a big incident",
    "24 hours after most P1 incidents",
  ]) func otherWordsAreNot(_ text: String) {
    if case .duration = FreezeDurationText.read(text) { Issue.record("\(text)") }
  }
}
