import Calendar
import Chronology
import Testing

/// Changes, declared freezes and incidents in feeds.
@Suite struct FeedRecordTests {
  private func change(_ facts: String...) throws -> [String: String] {
    var sample = FeedSample()
    sample.changes = [(["id: CHG-2026-0001", "type: Normal"] + facts).joined(separator: "\n")]
    return try FeedReading(sample.feeds().changes()).event("change-CHG-2026-0001@POL-T-1")
  }

  @Test func aChangeStandsWhereItWasDone() throws {
    let event = try change(
      "title: Rotate keys", "risk: High", "systems: [rpc-gateway, indexer]",
      "requested: 2026-03-02T09:15Z", "scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z",
      "started: 2026-03-09T02:05Z", "deployed: 2026-03-09T02:40Z", "outcome: successful")
    #expect(event["DTSTART"] == "20260309T020500Z" && event["DTEND"] == "20260309T024000Z")
    #expect(event["SUMMARY"] == "CHG-2026-0001 Rotate keys")
    #expect(
      event["DESCRIPTION"]
        == "Type: Normal\\nRisk: High\\nOutcome: successful\\nSystems: rpc-gateway\\, indexer")
    #expect(event["CATEGORIES"] == "Change,Normal")
    #expect(event["STATUS"] == "CONFIRMED")
    #expect(event["LAST-MODIFIED"] == "20260309T024000Z")
    #expect(event["URL"] == nil)
  }

  @Test func aRollbackIsTheEnd() throws {
    let event = try change(
      "started: 2026-03-09T02:05Z", "deployed: 2026-03-09T02:40Z", "outcome: rolled-back",
      "rollback: {at: 2026-03-09T03:10Z}")
    #expect(event["DTEND"] == "20260309T031000Z")
  }

  @Test func aChangeUnderWayRunsToItsPlannedEnd() throws {
    let event = try change(
      "scheduled: 2026-11-20T11:00Z/2026-11-20T14:00Z", "started: 2026-11-20T11:20Z")
    #expect(event["DTSTART"] == "20261120T112000Z" && event["DTEND"] == "20261120T140000Z")
  }

  @Test func anEndBeforeTheStartLeavesAnInstant() throws {
    let event = try change("started: 2026-03-09T02:05Z", "deployed: 2026-03-08T02:40Z")
    #expect(event["DTSTART"] == "20260309T020500Z" && event["DTEND"] == nil)
  }

  @Test func aPlannedChangeIsTentativeUntilItIsApproved() throws {
    let planned = "scheduled: 2026-12-01T02:00Z/2026-12-01T04:00Z"
    let asked = try change("requested: 2026-11-02T09:15Z", planned)
    #expect(asked["STATUS"] == "TENTATIVE" && asked["DTSTART"] == "20261201T020000Z")
    let approved = try change(
      "requested: 2026-11-02T09:15Z", planned,
      "approvals: [{role: cab, by: CAB, at: 2026-11-03T10:00Z}]")
    #expect(approved["STATUS"] == "CONFIRMED")
  }

  @Test func aCancelledChangeIsKeptAndSaysSo() throws {
    let event = try change(
      "scheduled: 2026-12-01T02:00Z/2026-12-01T04:00Z", "outcome: cancelled")
    #expect(event["STATUS"] == "CANCELLED" && event["DTSTART"] == "20261201T020000Z")
  }

  @Test func theSequenceGrowsWithEachStep() throws {
    let steps = [
      "requested: 2026-03-02T09:15Z\nscheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z",
      "approvals: [{role: cab, by: CAB, at: 2026-03-04T10:00Z}]", "started: 2026-03-09T02:05Z",
      "deployed: 2026-03-09T02:40Z", "outcome: successful", "closed: 2026-03-10T09:00Z",
    ]
    let sequences = try (1...steps.count).map { count in
      try change(steps.prefix(count).joined(separator: "\n"))["SEQUENCE"].flatMap { Int($0) } ?? -1
    }
    #expect(zip(sequences, sequences.dropFirst()).allSatisfy { $1 == $0 + 1 }, "\(sequences)")
  }

  @Test func aChangeWithoutAnyTimeIsNoEvent() throws {
    var sample = FeedSample()
    sample.changes = ["id: CHG-2026-0001\nrequested: 2026-11-02T09:15Z"]
    #expect(try FeedReading(sample.feeds().changes()).events.isEmpty)
  }

  @Test func linksToPagesWhereTheirAddressIsKnown() throws {
    var sample = FeedSample()
    sample.baseURL = "https://example.org"
    sample.changes = ["id: CHG-2026-0001\ndeployed: 2026-03-09T02:40Z"]
    sample.incidents = ["id: INC-2026-001\nstarted: 2026-05-02T11:20Z"]
    let reading = try FeedReading(sample.feeds().everything())
    #expect(try reading.event("change-")["URL"] == "https://example.org/changes/CHG-2026-0001/")
    #expect(
      try reading.event("freeze-post-incident")["URL"]
        == "https://example.org/incidents/INC-2026-001/")
  }

  @Test func anOpenFreezeReachesTheHorizonAndSettlesLater() throws {
    var sample = FeedSample()
    sample.incidents = ["id: INC-2026-001\nstarted: 2026-05-02T11:20Z"]
    let open = try FeedReading(sample.feeds().freezes()).event("freeze-post-incident-inc-2026-001@")
    #expect(open["DTSTART"] == "20260502T112000Z" && open["DTEND"] == "20280101T000000Z")
    #expect(open["DESCRIPTION"]?.contains("Open-ended") == true)
    #expect(open["LAST-MODIFIED"] == "20260502T112000Z" && open["SEQUENCE"] == "2027")
    sample.incidents[0] += "\nresolved: 2026-05-02T14:05Z"
    let settled = try FeedReading(sample.feeds().freezes()).event(
      "freeze-post-incident-inc-2026-001@")
    #expect(settled["DTEND"] == "20260504T140500Z")
    #expect(settled["DESCRIPTION"]?.contains("Open-ended") == false)
    #expect(settled["LAST-MODIFIED"] == "20260502T140500Z" && settled["SEQUENCE"] == "10000")
  }

  @Test func aSystemsFeedHoldsWhatConcernsIt() throws {
    var sample = FeedSample()
    sample.changes = [
      "id: CHG-2026-0001\nsystems: [RPC gateway]\ndeployed: 2026-03-09T02:40Z",
      "id: CHG-2026-0002\nsystems: [indexer]\ndeployed: 2026-03-09T02:40Z",
    ]
    sample.declarations = [
      "from: 2026-06-09T00:00Z\nto: 2026-06-10T00:00Z\nsystems: [rpc-gateway]",
      "from: 2026-06-09T00:00Z\nto: 2026-06-10T00:00Z\nsystems: [indexer]",
    ]
    let feeds = try sample.feeds()
    let systems = FeedSystem.list(of: try sample.register())
    #expect(systems.map(\.key) == ["indexer", "rpc-gateway"])
    #expect(systems.map(\.name) == ["indexer", "RPC gateway"])
    let events = FeedReading(feeds.system(systems[1])).events.compactMap { $0["UID"] }
    #expect(
      events == [
        "freeze-holiday-freeze-1.0@POL-T-1", "freeze-r-1@POL-T-1", "change-CHG-2026-0001@POL-T-1",
      ])
  }

  @Test func noNameAddsAComponent() throws {
    var sample = FeedSample()
    sample.changes = [
      "id: CHG-2026-0001\ndeployed: 2026-03-09T02:40Z\n"
        + "title: \"x\\r\\nEND:VEVENT\\r\\nBEGIN:VALARM\\n\\u2028END:VCALENDAR\""
    ]
    let reading = try FeedReading(sample.feeds().changes())
    #expect(reading.lines.filter { $0.hasPrefix("END:") } == ["END:VEVENT", "END:VCALENDAR"])
    #expect(reading.lines.filter { $0.hasPrefix("BEGIN:") } == ["BEGIN:VCALENDAR", "BEGIN:VEVENT"])
  }

  @Test func ofTwoRecordsWithOneIDTheFirstIsShown() throws {
    var sample = FeedSample()
    sample.changes = [
      "id: CHG-2026-0001\ndeployed: 2026-03-09T02:40Z",
      "id: CHG-2026-0001\ndeployed: 2026-04-09T02:40Z",
    ]
    let event = try FeedReading(sample.feeds().everything()).event("change-")
    #expect(event["DTSTART"] == "20260309T024000Z")
  }
}
