import Chronology
import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

@Suite struct LeadTimeAndWindowTests {
  private static func types(normal leadTime: String) -> SourceFile {
    SourceFile(
      path: FullPolicy.path,
      text: FullPolicy.text(
        replacingTableWith: """
          | Type | Description | Approval | Lead Time |
          |------|-------------|----------|-----------|
          | Standard | Routine work | Pre-approved | Immediate |
          | Normal | Planned work | CAB review | \(leadTime) |
          | Emergency | Work that cannot wait | Emergency CAB | Immediate |
          | Runtime Upgrade | Work on the chain itself | Governance vote | Voting period |
          """))
  }

  private func expect(
    _ excerpt: String, leadTime: String, settings: Settings = Settings(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let record = MarkedSource(
      path: "content/changes/CHG-2026-0042.md", SampleRecords.normal.replacing(with: excerpt).text)
    let found = try findings(
      of: [record.file, Self.types(normal: leadTime)], settings: settings)
    #expect(
      found.map { MarkedSource.describe($0.code.description, $0.place) } == record.expected,
      "\(found.map(\.message))", sourceLocation: sourceLocation)
  }

  /// CB401
  @Test func countsDatesFromTheRequestToTheStart() throws {
    let day = """
      ---
      scheduled: 2026-03-06T14:00Z/2026-03-06T16:00Z
      started: ⟦CB401⟧2026-03-06T14:05Z
      deployed: 2026-03-06T14:40Z
      ---
      """
    try expectMarkedFindings(normalWith: day)
    // Less than five times 24 hours, and five dates.
    try expectMarkedFindings(
      normalWith: """
        ---
        scheduled: 2026-03-07T02:00Z/2026-03-07T04:00Z
        started: 2026-03-07T02:05Z
        deployed: 2026-03-07T02:40Z
        ---
        """)
  }

  /// CB401
  @Test func takesThePlannedStartBeforeTheWorkBegins() throws {
    let open = SampleRecords.normal.without(
      "started", "deployed", "outcome", "closed", "approvals")
    let planned = open.replacing(
      with: "---\nscheduled: ⟦CB401⟧2026-03-06T14:00Z/2026-03-06T16:00Z\n---")
    try expectMarkedFindings(planned, asOf: "2026-03-05T00:00Z")
    try expectMarkedFindings(
      planned.replacing(
        with: """
          ---
          scheduled: 2026-03-06T14:00Z/2026-03-06T16:00Z
          outcome: cancelled
          ---
          """))
    try expectMarkedFindings(open.without("scheduled"), asOf: "2026-03-05T00:00Z")
  }

  /// CB401
  @Test func asksNothingOfAnEmergencyOrOfWhatRunsBackwards() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        type: Emergency
        scheduled: 2026-03-06T14:00Z/2026-03-06T16:00Z
        started: 2026-03-06T14:05Z
        deployed: 2026-03-06T14:40Z
        review: {at: 2026-03-07T10:00Z}
        ---
        """)
    try expectMarkedFindings(
      SampleRecords.normal.replacing(
        with: """
          ---
          requested: 2026-03-10T09:00Z
          approvals:
            - {role: technical, by: "@runtime-lead", at: ⟦CB406⟧2026-03-04T10:00Z}
            - {role: technical, by: "@rpc-reviewer", at: ⟦CB406⟧2026-03-04T15:20Z}
            - {role: cab, by: "@cab", at: ⟦CB406⟧2026-03-06T13:00Z}
          started: ⟦CB406⟧2026-03-09T02:05Z
          ---
          """))
  }

  /// CB401
  @Test func countsBusinessDaysFromMondayToFriday() throws {
    // Requested on a Monday, started on the Monday after.
    try expect("---\nowner: \"@lead\"\n---", leadTime: "5 business days")
    try expect(
      "---\nstarted: ⟦CB401⟧2026-03-09T02:05Z\n---", leadTime: "6 business days")
    // Requested on a Saturday.
    let requested = """
      ---
      requested: 2026-02-28T09:15Z
      started: 2026-03-09T02:05Z
      ---
      """
    try expect(requested, leadTime: "6 business days")
    try expect(
      requested.split(separator: "started: ").joined(separator: "started: ⟦CB401⟧"),
      leadTime: "7 business days")
  }

  /// CB401
  @Test func countsHoursToTheSecond() throws {
    let requested = "---\nrequested: 2026-03-02T02:05Z\nstarted: 2026-03-09T02:05Z\n---"
    try expect(requested, leadTime: "168 hours")
    try expect(
      "---\nrequested: 2026-03-02T02:05:01Z\nstarted: ⟦CB401⟧2026-03-09T02:05Z\n---",
      leadTime: "168 hours")
  }

  /// CB401
  @Test func takesDatesInThePolicysZone() throws {
    var settings = Settings()
    settings.zone = Zone(named: "Pacific/Auckland")
    // 23:59 and 00:01 on the clocks of Auckland; the start is on 9 March there.
    try expect("---\nrequested: 2026-03-02T10:59Z\n---", leadTime: "7 days", settings: settings)
    try expect(
      "---\nrequested: 2026-03-02T11:01Z\nstarted: ⟦CB401⟧2026-03-09T02:05Z\n---",
      leadTime: "7 days", settings: settings)
  }

  /// CB402
  @Test func judgesThePlannedAndTheActualStartEachAtItsPlace() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        scheduled: ⟦CB402⟧2026-03-09T06:00Z/2026-03-09T07:00Z
        started: ⟦CB402⟧2026-03-09T13:59:59Z
        deployed: 2026-03-09T15:40Z
        ---
        """)
    let found = try findings(of: [
      SourceFile(
        path: "content/changes/CHG-2026-0042.md",
        text: SampleRecords.normal.replacing(with: "---\ndeployed: 2026-03-09T19:00Z\n---")
          .without("started").text)
    ])
    #expect(
      found.map(\.message) == [
        "started outside every window it may use: Low-traffic 02:00-06:00, "
          + "Business hours 14:00-18:00"
      ])
    #expect(found.map(\.help) == ["the next opening for 2 h: 10 Mar 2026, 02:00–06:00 UTC"])
    #expect(found.map { $0.policy?.excerpt } == ["Low-traffic | 02:00-06:00 | Significant changes"])
  }

  /// CB402
  @Test func asksWhichWindowsTheChangeMayUse() throws {
    let afternoon = """
      scheduled: 2026-03-09T14:00Z/2026-03-09T16:00Z
      started: 2026-03-09T14:05Z
      deployed: 2026-03-09T14:40Z
      """
    try expectMarkedFindings(normalWith: "---\n\(afternoon)\n---")
    let marked = afternoon.split(separator: "2026-03-09T14:0").joined(
      separator: "⟦CB402⟧2026-03-09T14:0")
    try expectMarkedFindings(normalWith: "---\nrisk: High\n\(marked)\n---")
    let night = """
      scheduled: 2026-03-09T20:00Z/2026-03-09T23:00Z
      started: 2026-03-09T20:05Z
      deployed: 2026-03-09T20:40Z
      """
    try expectMarkedFindings(normalWith: "---\ncategory: documentation\n\(night)\n---")
    try expectMarkedFindings(
      normalWith:
        "---\ntype: Emergency\n\(night)\nreview: {at: 2026-03-10T08:00Z}\n---")
  }

  /// CB402
  @Test func holdsNothingAgainstAChangeThatIsNotKnownForCertain() throws {
    // Neither the type nor the words of the window are known.
    let late = "started: 2026-03-09T20:05Z\ndeployed: 2026-03-09T20:40Z"
    try expectMarkedFindings(normalWith: "---\ntype: ⟦CB104⟧Odd\n\(late)\n---")
    let windows = """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Low-traffic | 02:00-06:00 | Significant changes |
      | Evening | 20:00-22:00 | ⟦CB705⟧Delicate work |
      """
    try expectMarkedFindings([
      MarkedSource(path: FullPolicy.path, FullPolicy.text(replacingTableWith: windows)),
      MarkedSource(
        path: "content/changes/CHG-2026-0042.md",
        SampleRecords.normal.replacing(with: "---\n\(late)\n---").text),
    ])
  }

  /// CB402
  @Test func saysWhereNoWindowIsForTheChange() throws {
    let windows = """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Any time | 24/7 | Standard changes |
      """
    let found = try findings(of: [
      SourceFile(path: FullPolicy.path, text: FullPolicy.text(replacingTableWith: windows)),
      SourceFile(path: "content/changes/CHG-2026-0042.md", text: SampleRecords.normal.text),
    ])
    #expect(
      found.map(\.message) == [
        "scheduled to start, and no window of the policy is for it",
        "started, and no window of the policy is for it",
      ])
  }

  /// CB403
  @Test func reportsWhatWasNotDoneWhenTheWindowClosed() throws {
    try expectMarkedFindings(
      normalWith: """
        ---
        scheduled: ⟦CB403⟧2026-03-09T02:00Z/2026-03-09T06:30Z
        deployed: ⟦CB403⟧2026-03-09T06:00:01Z
        ---
        """)
    try expectMarkedFindings(
      normalWith: """
        ---
        scheduled: 2026-03-09T02:00Z/2026-03-09T06:00Z
        deployed: 2026-03-09T06:00Z
        ---
        """)
    let found = try findings(of: [
      SourceFile(
        path: "content/changes/CHG-2026-0042.md",
        text: SampleRecords.normal.replacing(with: "---\ndeployed: 2026-03-09T06:20Z\n---").text)
    ])
    #expect(
      found.map(\.message) == ["ran 20 min past the end of its window, 9 Mar 2026, 06:00 UTC"])
    #expect(found.map(\.help) == ["none of its windows is longer than 4 h"])
    #expect(found.map { $0.policy?.excerpt } == ["Low-traffic | 02:00-06:00 | Significant changes"])
  }

  /// CB403
  @Test func takesWindowsThatTouchForOne() throws {
    let windows = """
      | Window | Time (UTC) | Purpose |
      |--------|------------|---------|
      | Night | 22:00-03:00 | Normal |
      | Morning | 03:00-06:00 | Normal |
      """
    try expectMarkedFindings([
      MarkedSource(path: FullPolicy.path, FullPolicy.text(replacingTableWith: windows)),
      MarkedSource(
        path: "content/changes/CHG-2026-0042.md",
        SampleRecords.normal.replacing(
          with: """
            ---
            started: 2026-03-08T23:00Z
            deployed: 2026-03-09T05:40Z
            ---
            """
        ).text),
    ])
  }

  /// CB403
  @Test func judgesALaterRollbackByItself() throws {
    let undone = """
      outcome: rolled-back
      closed: 2026-03-12T09:00Z
      post_mortem: docs/pm.md
      review: {at: 2026-03-11T08:00Z, notes: no follow-up is needed}
      """
    try expectMarkedFindings(
      normalWith: "---\n\(undone)\nrollback: {at: 2026-03-09T05:00Z}\n---")
    try expectMarkedFindings(
      normalWith: "---\n\(undone)\nrollback: {at: 2026-03-10T15:00Z}\n---")
    try expectMarkedFindings(
      normalWith: "---\n\(undone)\nrollback: {at: ⟦CB403⟧2026-03-09T06:30Z}\n---")
    try expectMarkedFindings(
      SampleRecords.normal.replacing(
        with: "---\n\(undone)\nrollback: {at: ⟦CB403⟧2026-03-09T06:30Z}\n---"
      ).without("deployed"))
  }

  /// CB403
  @Test func judgesOnlyTheStartWhileTheWorkIsUnderWay() throws {
    try expectMarkedFindings(
      SampleRecords.normal.without("deployed", "outcome", "closed"), asOf: "2026-03-09T03:00Z")
    // When an aborted change ended nobody has said; it was closed later.
    try expectMarkedFindings(
      SampleRecords.normal.replacing(with: "---\noutcome: aborted\n---").without("deployed"))
  }
}
