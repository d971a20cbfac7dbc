import Chronology
import Testing

@Suite struct IntervalTextTests {
  @Test(arguments: [
    "2026-03-09T02:00Z/2026-03-09T04:00Z", "2026-03-09T02:00Z/PT2H", "PT2H/2026-03-09T04:00Z",
    "2026-03-09T02:00Z / 2026-03-09T04:00Z", "2026-03-09T02:00Z/04:00", "2026-03-09T02:00Z/04:00Z",
    "2026-03-09T03:00+01:00/05:00", "2026-03-09T03:00+01:00/2026-03-09T05:00",
    "2026-03-08T21:00-05:00/2026-03-09T05:00+01:00", "2026-03-09T02:00:00Z/PT120M",
  ])
  func readsEveryFormOfAnInterval(text: String) throws {
    let reading = try #require(IntervalText.read(text, in: .utc))
    #expect(reading.interval.start.rfc3339 == "2026-03-09T02:00:00Z")
    #expect(reading.interval.end.rfc3339 == "2026-03-09T04:00:00Z")
    #expect(!reading.zoneAssumed)
  }

  @Test func assumesAZoneWhereTheStartHasNone() throws {
    let zone = try #require(Zone(named: "Europe/Zurich"))
    for text in ["2026-03-09T02:00/04:00", "2026-03-09T02:00/PT2H", "PT2H/2026-03-09T04:00"] {
      let reading = try #require(IntervalText.read(text, in: zone))
      #expect(reading.interval.start.rfc3339 == "2026-03-09T01:00:00Z")
      #expect(reading.interval.end.rfc3339 == "2026-03-09T03:00:00Z")
      #expect(reading.zoneAssumed)
    }
  }

  @Test(arguments: [
    "", "/", "2026-03-09T02:00Z", "2026-03-09T02:00Z/", "/2026-03-09T02:00Z",
    "2026-03-09T02:00Z/2026-03-09T01:59Z", "2026-03-09T02:00Z/01:00", "02:00Z/04:00Z",
    "PT2H/PT2H", "PT2H/04:00", "2026-03-09/2026-03-10", "2026-03-09T02:00Z/P1M",
    "2026-03-09T02:00Z/2026-03-09T03:00Z/2026-03-09T04:00Z", "2026-03-09T02:00Z-04:00Z",
    "2026-03-09T02:00Z/PT", "2026-03-09T02:00Z/2h",
  ])
  func refusesWhatIsNoInterval(text: String) {
    #expect(IntervalText.read(text, in: .utc) == nil)
  }

  @Test func holdsItsStartAndNotItsEnd() throws {
    let interval = try #require(IntervalText.read("2026-03-09T02:00Z/PT2H", in: .utc)).interval
    #expect(interval.contains(interval.start))
    #expect(!interval.contains(interval.end))
    #expect(!interval.overlaps(Interval(start: interval.end, end: interval.end + 1)))
    #expect(interval.overlaps(Interval(start: interval.end + -1, end: interval.end + 1)))
  }
}
