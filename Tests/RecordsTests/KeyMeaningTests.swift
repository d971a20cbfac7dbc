import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// Keys of freezes and incidents that nobody reads: what may say when or for what they hold is a doubt,
/// a plain note is none.
@Suite struct KeyMeaningTests {
  private func freeze(_ line: String, _ list: SystemDirectory = SystemDirectory()) -> DeclaredFreeze
  {
    readFreeze(
      SourceFile(
        path: "content/freezes/f.md",
        text: "---\nname: F\nfrom: 2026-06-01T00:00Z\nto: 2026-06-10T00:00Z\nsystems: [web]\n"
          + "allowed: Emergency only\n\(line)\n---\n"), zone: .utc, systems: list)
  }

  private func incident(_ line: String) -> Incident {
    readIncident(
      SourceFile(
        path: "content/incidents/INC-2026-001.md",
        text: "---\nid: INC-2026-001\nseverity: high\nsystems: [web]\nstarted: 2026-06-01T00:00Z\n"
          + "resolved: 2026-06-02T00:00Z\n\(line)\n---\n"), zone: .utc)
  }

  private func doubts(_ problems: [ReadingProblem]) -> [ReadingProblem] {
    problems.filter {
      if case .keyNotRead = $0.kind { false } else { true }
    }
  }

  @Test func leavesTheTimeOpenOfWhatMayExtendIt() {
    var random = SplitMix(seed: 41)
    let keys = [
      "until", "end", "ends", "ended_at", "extended_to", "extendedTo", "valid-until", "start",
      "begin", "begins_at", "start_date", "since", "effective", "expires", "lifted", "reopened",
      "continued_through",
    ]
    let values = ["2026-07-01T00:00Z", "2026-07-01", "2026-05-01", "1 July 2026", "\"01.07.2026\""]
    for _ in 0..<200 {
      let line = "\(keys[random.below(keys.count)]): \(values[random.below(values.count)])"
      #expect(freeze(line).certainSpan == nil, "\(line)")
      #expect(incident(line).certainSpan == nil, "\(line)")
    }
    for line in [
      "weeks: 4", "hours: 300", "duration_days: 14",
      "until: further notice", "extended_to: TBD", "rrule: FREQ=YEARLY", "repeat: yearly",
    ] {
      #expect(freeze(line).certainSpan == nil, "\(line)")
    }
    // A freeze says nothing else of days.
    #expect(freeze("moved: 2026-07-01").certainSpan == nil)
  }

  @Test(arguments: [
    "scope: all", "services: [api]", "downstream: true", "except: [api]", "includes: api",
    "affected_systems: api", "applies_to: everything", "dependants: true",
  ])
  func doubtsWhatMayHoldForMore(_ line: String) {
    #expect(!doubts(freeze(line).problems).isEmpty)
    if !line.hasPrefix("dependants") { #expect(!doubts(incident(line).problems).isEmpty) }
  }

  @Test(arguments: [
    "tags: [a, b]", "notes: as every year", "notes: mail of 2026-05-01", "owner: \"@ann\"",
    "ticket: CHG-2026-0042", "ticket: OPS-7", "resolved_by: \"@ann\"", "started_by: \"@bob\"",
    "state: resolved", "status: done", "end_user_impact: none", "url: https://x.example/2026/5",
    "service_owner: \"@ann\"", "ends_at: 2026-06-01T12:00Z",
  ])
  func leavesNotesAlone(_ line: String) {
    #expect(doubts(freeze(line).problems) == [])
    #expect(doubts(incident(line).problems) == [])
  }

  /// An incident is over when it says so, and a freeze was talked about before it began.
  @Test func leavesWhatEndsNothingAlone() {
    for line in [
      "duration: 2h", "recovery: manual", "days: 1", "recurrence: no", "end: 2026-06-01T12:00Z",
      "mitigated: by hand", "length: 24h",
    ] {
      #expect(incident(line).certainSpan != nil, "\(line)")
    }
    for line in ["duration: 3 days", "recovered: 2026-06-03", "status: reopened"] {
      #expect(incident(line).certainSpan == nil, "\(line)")
    }
    for line in [
      "date: 2026-05-01", "cab: 2026-05-02", "cab: approved on 2026-05-02", "decided: 2 May 2026",
      "date: 2026-06-02",
    ] {
      #expect(doubts(freeze(line).problems) == [], "\(line)")
    }
    for line in ["date: 2026-06-20", "cab: 2026-05-02 and 2026-06-20", "date: 2 May"] {
      #expect(freeze(line).certainSpan == nil, "\(line)")
    }
  }

  @Test(arguments: ["on", "1", "all", "", "~", "maybe", "[true]", "{a: true}", "\"\""])
  func doubtsDependentsThatCannotBeRead(_ value: String) {
    let list = readSystemDirectory([
      SourceFile(
        path: "content/systems.md",
        text: "| System | Depends on |\n|---|---|\n| web | |\n| api | web |\n")
    ])
    for list in [list, SystemDirectory()] {
      let found = freeze("dependents: \(value)", list)
      #expect(found.hasUnknownSystems)
      #expect(!found.problems.isEmpty)
    }
    #expect(!freeze("dependents: true", list).hasUnknownSystems)
    #expect(freeze("dependents: true").hasUnknownSystems)
    #expect(!freeze("dependents: false").hasUnknownSystems)
  }

  @Test func endsAtTheLastOfTwoInstants() throws {
    let zone = try #require(Zone(named: "Europe/Berlin"))
    func end(_ text: String) -> Instant? {
      readFreeze(
        SourceFile(
          path: "content/freezes/f.md", text: "---\nfrom: 2026-10-20T00:00Z\nto: \(text)\n---\n"),
        zone: zone
      ).to?.value
    }
    #expect(end("2026-10-25T02:30") == end("2026-10-25T01:30Z"))
    #expect(end("2026-10-25T02:30+02:00") == end("2026-10-25T00:30Z"))
    #expect(end("2026-10-25T03:30") == end("2026-10-25T02:30Z"))
  }
}
