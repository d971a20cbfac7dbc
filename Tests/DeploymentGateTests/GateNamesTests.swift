import Calendar
import Chronology
import Configuration
import DeploymentGate
import Records
import SourceText
import TestSupport
import Testing

/// What the gate makes of lists, freezes and incidents that can be taken in two ways.
@Suite struct GateNamesTests {
  private static let freeze =
    "---\nname: Fair\nfrom: 2026-03-01T00:00Z\nto: 2026-04-01T00:00Z\nsystems: [web]\n"
    + "allowed: Emergency only\n---\n"
  private static let incident =
    "---\nid: INC-2026-001\nseverity: high\nsystems: [web]\nstarted: 2026-03-08T00:00Z\n---\n"

  private func register(_ files: [String: String]) throws -> Register {
    let sources = ([FullPolicy.path: FullPolicy.text].merging(files) { $1 }).sorted {
      $0.key < $1.key
    }
    .map { SourceFile(path: $0.key, text: $0.value) }
    return try readRegister(SourceTree(files: sources), settings: Settings(), jobs: .one)
  }

  private func state(
    _ files: [String: String], at text: String = "2026-03-09T03:00Z"
  ) throws -> Decision.State {
    let register = try register(files)
    let at = try #require(InstantText.read(text, in: .utc)).instant
    return RegisterGate(register).ask(
      GateSubject(type: "Normal", risk: "Low", systems: ["billing"]),
      over: Interval(start: at, end: at)
    ).state
  }

  /// Of a record that nobody has approved yet.
  private func stateOfRecord(_ files: [String: String]) throws -> Decision.State {
    let record =
      "---\ntype: Normal\nrisk: Low\nsystems: [billing]\nrequester: \"@ann\"\n"
      + "implementer: \"@ann\"\n---\n## Change Request: A\n"
    let register = try register(
      files.merging(["content/changes/CHG-2026-0001.md": record]) { $1 })
    let change = try #require(register.changes.first)
    let at = try #require(InstantText.read("2026-03-09T03:00Z", in: .utc)).instant
    return RegisterGate(register).ask(change, over: Interval(start: at, end: at)).state
  }

  @Test func givesNoAnswerWhileAListIsInDoubt() throws {
    let table = "| Handle | Roles | Until |\n|---|---|---|\n| @ann | technical | 2026-06-30 |\n"
    #expect(try stateOfRecord(["content/people.md": table]) == .closed)
    for (from, to) in [
      ("Until", "Untl"), ("2026-06-30", "June"), ("|---|---|---|", "|---|---|"),
      ("| @ann", "\n| @ann"),
      (table, "# People\n"), ("| 2026-06-30 |", "| | 2026-06-30 |"), ("technical", "ex-technical"),
      ("technical", "technical (until May)"), ("technical", "technical trainee"),
      ("technical", "no longer technical"), ("technical", "technical?"),
    ] {
      let people = ["content/people.md": table.replacing(from, with: to)]
      #expect(try stateOfRecord(people) == .unknown, "\(to)")
      // Who may approve decides nothing for a question without a record.
      #expect(try state(people) == .open, "\(to)")
    }
    let left = "| Handle | Roles | Status |\n|---|---|---|\n| @ann | technical | left |\n"
    #expect(try stateOfRecord(["content/people.md": left]) == .closed)
    #expect(try state(["content/systems.md": "# Systems\n"]) == .unknown)
    #expect(try state(["content/systems/a.md": "| Sytem |\n|---|\n| web |\n"]) == .unknown)
    // That a system is out of use decides nothing.
    let retired = "| System | Retired |\n|---|---|\n| web | soon |\n| billing | |\n"
    #expect(try state(["content/systems.md": retired]) == .open)
  }

  @Test func givesNoAnswerWhileTwoFreezesHaveOneName() throws {
    let other = Self.freeze.replacing("2026-04-01", with: "2026-04-09")
    #expect(try state(["content/freezes/a.md": Self.freeze]) == .open)
    let both = ["content/freezes/a.md": Self.freeze, "content/freezes/b.md": other]
    #expect(try state(both) == .unknown)
    #expect(try state(both, at: "2026-04-08T03:00Z") == .unknown)
    #expect(try state(both, at: "2026-05-05T03:00Z") == .open)
    let later = Self.freeze.replacing("2026-04-", with: "2027-04-").replacing(
      "2026-03-", with: "2027-03-")
    #expect(
      try state(["content/freezes/a.md": Self.freeze, "content/freezes/b.md": later]) == .open)
  }

  @Test func givesNoAnswerWhileTwoIncidentsHaveOneID() throws {
    let both = [
      "content/incidents/a.md": Self.incident,
      "content/incidents/b.md": Self.incident.replacing("[web]", with: "[api]"),
    ]
    #expect(try state(["content/incidents/a.md": Self.incident]) == .open)
    #expect(try state(both) == .unknown)
    let over = both.mapValues {
      $0.replacing("---\nid", with: "---\nresolved: 2026-03-08T01:00Z\nid")
    }
    #expect(try state(over) == .unknown)
    #expect(try state(over, at: "2026-03-19T03:00Z") == .open)
  }
}
