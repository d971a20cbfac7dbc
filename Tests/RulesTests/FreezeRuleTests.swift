import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct FreezeRuleTests {
  /// So that no name is one that nothing else names.
  private let listed = MarkedSource(
    path: "content/systems.md",
    "| System |\n|---|\n| rpc-gateway |\n| explorer |\n| indexer |\n")

  private func change(_ excerpt: String = "---\nowner: \"@lead\"\n---") -> MarkedSource {
    MarkedSource(
      path: "content/changes/CHG-2026-0042.md", SampleRecords.normal.replacing(with: excerpt).text)
  }

  private func freeze(
    _ facts: String, name: String = "Fair", path: String = "content/freezes/fair.md"
  ) -> MarkedSource {
    MarkedSource(path: path, "---\nname: \(name)\n\(facts)\n---\n# Fair\n")
  }

  private func incident(_ facts: String, id: String = "INC-2026-001") -> MarkedSource {
    MarkedSource(path: "content/incidents/\(id).md", "---\nid: \(id)\n\(facts)\n---\n# Outage\n")
  }

  /// CB404
  @Test func reportsAFreezeOfThePolicyAtPlanAndStart() throws {
    let december = """
      requested: 2026-12-07T09:15Z
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-12-08T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-12-08T15:20Z}
        - {role: cab, by: "@cab", at: 2026-12-09T13:00Z}
      closed: 2027-01-06T09:00Z
      """
    try expectMarkedFindings(
      [
        change(
          """
          ---
          \(december)
          scheduled: ⟦CB404⟧2026-12-20T02:00Z/2026-12-20T04:00Z
          started: ⟦CB404⟧2027-01-05T05:59Z
          deployed: 2027-01-05T06:00Z
          ---
          """)
      ], asOf: "2027-02-01T00:00Z")
    try expectMarkedFindings(
      [
        change(
          """
          ---
          \(december)
          scheduled: 2026-12-19T02:00Z/2026-12-19T04:00Z
          started: 2027-01-06T02:00Z
          deployed: 2027-01-06T02:40Z
          ---
          """)
      ], asOf: "2027-02-01T00:00Z")
    try expectMarkedFindings(
      [
        change(
          """
          ---
          type: Emergency
          \(december)
          scheduled: 2026-12-20T02:00Z/2026-12-20T04:00Z
          started: 2026-12-20T02:05Z
          deployed: 2026-12-20T02:40Z
          review: {at: 2026-12-21T10:00Z}
          ---
          """)
      ], asOf: "2027-02-01T00:00Z")
  }

  /// CB404
  @Test func reportsWhatRunsIntoAFreezeAtItsEnd() throws {
    let source = freeze("from: 2026-03-09T02:30Z\nto: 2026-03-10T00:00Z")
    try expectMarkedFindings([
      source,
      change(
        """
        ---
        scheduled: ⟦CB404⟧2026-03-09T02:00Z/2026-03-09T04:00Z
        deployed: ⟦CB404⟧2026-03-09T02:40Z
        ---
        """),
    ])
    try expectMarkedFindings([
      source,
      change(
        """
        ---
        scheduled: 2026-03-09T02:00Z/2026-03-09T02:30Z
        deployed: 2026-03-09T02:30Z
        ---
        """),
    ])
    let found = try findings(of: [source.file, change().file])
    #expect(
      found.map(\.message) == [
        "scheduled to run into `Fair` (content/freezes/fair.md), 9 Mar 2026, 02:30 – 10 Mar 2026, "
          + "00:00 UTC, which lets pass emergency changes",
        "ran into `Fair` (content/freezes/fair.md), 9 Mar 2026, 02:30 – 10 Mar 2026, 00:00 UTC, "
          + "which lets pass emergency changes",
      ])
    #expect(found.map { $0.policy?.excerpt }.allSatisfy { $0?.hasPrefix("Major events") == true })
    #expect(found.first?.help == "the next opening for 2 h: 10 Mar 2026, 02:00–06:00 UTC")
  }

  /// CB404
  @Test func holdsAFreezeAgainstItsOwnSystemsAlone() throws {
    let dates = "from: 2026-03-09T00:00Z\nto: 2026-03-10T00:00Z"
    try expectMarkedFindings([listed, freeze("\(dates)\nsystems: [explorer, indexer]"), change()])
    let marked = """
      scheduled: ⟦CB404⟧2026-03-09T02:00Z/2026-03-09T04:00Z
      started: ⟦CB404⟧2026-03-09T02:05Z
      """
    try expectMarkedFindings([
      listed,
      freeze("\(dates)\nsystems: [explorer, RPC gateway]"), change("---\n\(marked)\n---"),
    ])
    try expectMarkedFindings([
      listed, freeze("\(dates)\nsystems: [all]"), change("---\n\(marked)\n---"),
    ])
    // Of a change that names no system nothing is known but that it is none of nobody's.
    let anywhere = SampleRecords.normal.without("systems").withoutSections("Impact Assessment")
      .replacing(with: "---\nowner: a\n---\n### Impact Assessment\n- **Users affected:** none")
    try expectMarkedFindings([
      listed,
      freeze("\(dates)\nsystems: [rpc-gateway]"),
      MarkedSource(path: "content/changes/CHG-2026-0042.md", anywhere.text),
    ])
  }

  /// CB404
  @Test func holdsTheFreezeOfAnIncidentAgainstWhatDoesNotFixIt() throws {
    let outage = incident(
      "systems: [rpc-gateway]\nstarted: 2026-03-06T20:00Z\nresolved: 2026-03-07T03:00Z")
    let marked = """
      scheduled: ⟦CB404⟧2026-03-09T02:00Z/2026-03-09T04:00Z
      started: ⟦CB404⟧2026-03-09T02:05Z
      """
    try expectMarkedFindings([listed, outage, change("---\n\(marked)\n---")])
    try expectMarkedFindings([listed, outage, change("---\nincident: INC-2026-001\n---")])
    // 48 hours after its resolution it is over.
    let earlier = incident(
      "systems: [rpc-gateway]\nstarted: 2026-03-06T20:00Z\nresolved: 2026-03-07T02:00Z")
    try expectMarkedFindings([listed, earlier, change()])
    // An emergency that fixes something else has to wait as well.
    try expectMarkedFindings([
      listed,
      outage, change("---\ntype: Emergency\n\(marked)\nreview: {at: 2026-03-10T08:00Z}\n---"),
    ])
  }

  /// CB404
  @Test func forgivesWhatNobodyCouldKnow() throws {
    let during = "systems: [rpc-gateway]\nstarted: 2026-03-09T02:20Z\nresolved: 2026-03-09T05:00Z"
    try expectMarkedFindings([
      listed,
      incident(during), change("---\ndeployed: ⟦CB404⟧2026-03-09T02:40Z\n---"),
    ])
    try expectMarkedFindings([
      listed, incident("\(during)\ncaused_by: CHG-2026-0042"),
      change("---\noutcome: ⟦CB412⟧successful\n---"),
    ])
    try expectMarkedFindings([
      listed,
      incident(during),
      change("---\noutcome: ⟦CB412⟧successful\ncaused_incidents: INC-2026-001\n---"),
    ])
  }

  /// CB404
  @Test func namesEachFreezeAndWhatPassesThemAll() throws {
    let two = [
      freeze("from: 2026-03-09T00:00Z\nto: 2026-03-10T00:00Z\nallowed: None"),
      freeze(
        "from: ⟦CB709⟧2026-03-09T01:00Z\nto: 2026-03-10T00:00Z\nallowed: Emergency only",
        name: "Market", path: "content/freezes/second.md"),
    ]
    try expectMarkedFindings(
      two + [
        change(
          """
          ---
          type: Emergency
          scheduled: ⟦CB404⟧2026-03-09T02:00Z/2026-03-09T04:00Z
          started: ⟦CB404⟧2026-03-09T02:05Z
          review: {at: 2026-03-10T08:00Z}
          ---
          """)
      ])
    try expectMarkedFindings(
      two + [
        change(
          """
          ---
          scheduled: ⟦CB404⟧⟦CB404⟧2026-03-09T02:00Z/2026-03-09T04:00Z
          started: ⟦CB404⟧⟦CB404⟧2026-03-09T02:05Z
          ---
          """)
      ])
  }

  /// CB104
  @Test func readsWhatAFreezeAllows() throws {
    let found = try findings(of: [
      freeze("from: 2026-05-09T00:00Z\nto: 2026-05-10T00:00Z\nallowed: Whatever is small").file
    ])
    #expect(found.map(\.code.number) == [104])
    #expect(
      found.first?.help?.contains("Emergency only, Related fixes only") == true,
      "\(found.map(\.help))")
    try expectMarkedFindings([
      freeze("from: 2026-05-09T00:00Z\nto: 2026-05-10T00:00Z\nallowed: ⟦CB104⟧Small ones")
    ])
  }

  /// CB709
  @Test func reportsADeclarationThatCannotBeMeant() throws {
    try expectMarkedFindings([
      freeze("from: 2026-05-09T00:00Z\nto: ⟦CB709⟧2026-05-08T00:00Z")
    ])
    try expectMarkedFindings([
      freeze("from: 2026-05-09T00:00Z\nto: ⟦CB709⟧2026-05-09T00:00Z")
    ])
    try expectMarkedFindings([
      MarkedSource(
        path: "content/freezes/fair.md",
        "---\nname: ⟦CB709⟧Fair\nto: 2026-05-09T00:00Z\n---\n# Fair\n")
    ])
    try expectMarkedFindings([freeze("from: ⟦CB104⟧soon\nto: 2026-05-09T00:00Z")])
    try expectMarkedFindings([
      freeze("from: 2026-03-01T00:00Z\nto: ⟦CB709⟧2026-04-30T00:00:01Z")
    ])
    try expectMarkedFindings([freeze("from: 2026-03-01T00:00Z\nto: 2026-04-30T00:00Z")])
    let found = try findings(of: [
      freeze("from: 2026-05-09T00:00Z\nto: 2026-05-08T00:00Z").file
    ])
    #expect(found.map(\.severity) == [.error])
  }

  /// CB709
  @Test(arguments: [("2026-05-09T00:00Z", 3), ("2026-04-02T00:00Z", 3), ("2026-04-01T23:59Z", 2)])
  func notesAFreezeWithoutAnEndAndWarnsAfterSixtyDays(from: String, severity: Int) throws {
    for files in [
      [freeze("from: ⟦CB709⟧\(from)")], [incident("started: ⟦CB709⟧\(from)")],
    ] {
      try expectMarkedFindings(files)
      let found = try findings(of: files.map(\.file))
      #expect(found.map(\.severity) == [severity == 3 ? .note : .warning])
    }
  }

  /// CB709
  @Test func reportsAnIncidentThatCannotBeMeant() throws {
    try expectMarkedFindings([
      incident("started: 2026-05-09T00:00Z\nresolved: ⟦CB709⟧2026-05-08T23:59Z")
    ])
    try expectMarkedFindings([
      incident("started: 2026-05-09T00:00Z\nresolved: 2026-05-09T00:00Z")
    ])
    try expectMarkedFindings([
      MarkedSource(
        path: "content/incidents/INC-2026-001.md",
        "---\nid: ⟦CB709⟧INC-2026-001\nresolved: 2026-05-09T00:00Z\n---\n# Outage\n")
    ])
    try expectMarkedFindings([
      incident("started: 2026-03-01T00:00Z\nresolved: ⟦CB709⟧2026-05-09T00:00Z")
    ])
  }

  /// CB709
  @Test func asksNothingOfIncidentsWhereThePolicyFreezesNothingAfterThem() throws {
    try expectMarkedFindings([
      MarkedSource(
        path: FullPolicy.path,
        FullPolicy.text(
          replacingTableWith: """
            | Period | Duration | Changes Allowed |
            |--------|----------|-----------------|
            | Holiday freeze | Dec 20 - Jan 5 | Emergency only |
            """)),
      incident("severity: high"),
    ])
  }

  /// CB709
  @Test func reportsRowsOfMoreThanSixtyDays() throws {
    try expectMarkedFindings(
      inPolicy: FullPolicy.text(
        replacingTableWith: """
          | Period | Duration | Changes Allowed |
          |--------|----------|-----------------|
          | Winter | ⟦CB709⟧Dec 1 - Jan 30 | Emergency only |
          | Spring | Mar 1 - Apr 29 | Emergency only |
          | Leap | ⟦CB709⟧Jan 1 - Mar 1 | Emergency only |
          | Move | ⟦CB709⟧2026-07-01 - 2026-08-30 | Emergency only |
          | Post-incident | ⟦CB709⟧61 days | Emergency only |
          """))
  }

  /// CB709
  @Test func notesThatNothingIsDeclared() throws {
    let policy = MarkedSource(
      path: FullPolicy.path,
      FullPolicy.text.split(separator: "| As declared").joined(separator: "| ⟦CB709⟧As declared"))
    let found = try findings(of: [policy.file], declaringFreezes: false)
    #expect(
      found.map { MarkedSource.describe($0.code.description, $0.place) } == policy.expected)
    #expect(found.map(\.severity) == [.note])
    #expect(try findings(of: [policy.file]).isEmpty)
  }

  /// CB709
  @Test func notesFreezesThatDisagreeAtTheLater() throws {
    let outage = "systems: [rpc-gateway]\nresolved: 2026-05-12T00:00Z\n"
    let fair = "to: 2026-05-12T00:00Z\nsystems: [explorer, rpc-gateway]\n"
    try expectMarkedFindings([
      listed,
      incident("\(outage)started: ⟦CB709⟧2026-05-10T00:00Z"),
      freeze("\(fair)from: 2026-05-09T00:00Z"),
    ])
    try expectMarkedFindings([
      listed,
      incident("\(outage)started: 2026-05-10T00:00Z"),
      freeze("\(fair)from: ⟦CB709⟧2026-05-11T00:00Z"),
    ])
    // Not at one time, not on one system, or not different.
    try expectMarkedFindings([
      listed,
      incident("\(outage)started: 2026-05-10T00:00Z"),
      freeze("from: 2026-05-14T00:00Z\nto: 2026-05-15T00:00Z"),
    ])
    try expectMarkedFindings([
      listed,
      incident("\(outage)started: 2026-05-10T00:00Z"),
      freeze("from: 2026-05-11T00:00Z\nto: 2026-05-15T00:00Z\nsystems: [explorer]"),
    ])
    try expectMarkedFindings([
      listed,
      incident("\(outage)started: 2026-05-10T00:00Z"),
      freeze("\(fair)from: 2026-05-11T00:00Z\nallowed: Related fixes only"),
    ])
    // A yearly freeze was there before.
    try expectMarkedFindings([
      listed,
      incident("started: ⟦CB709⟧2026-12-10T00:00Z\nresolved: 2026-12-19T00:00Z"),
    ])
    let found = try findings(of: [
      incident("started: 2026-12-10T00:00Z\nresolved: 2026-12-19T00:00Z").file
    ])
    #expect(
      found.map(\.message) == [
        "`Post-incident` of INC-2026-001 overlaps `Holiday freeze`: together they let pass "
          + "emergency changes that fix the incident"
      ])
  }
}
