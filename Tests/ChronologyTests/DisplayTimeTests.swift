import Chronology
import Testing

@Suite struct DisplayTimeTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(InstantText.read(text, in: .utc)).instant
  }

  private func zone(_ name: String) throws -> Zone { try #require(Zone(named: name)) }

  @Test(arguments: [
    ("UTC", "2026-03-09T02:05:59Z", "9 Mar 2026, 02:05 UTC"),
    ("Europe/Zurich", "2026-03-09T02:05Z", "9 Mar 2026, 03:05 UTC+1"),
    ("Europe/Zurich", "2026-07-31T22:05Z", "1 Aug 2026, 00:05 UTC+2"),
    ("America/St_Johns", "2026-01-01T02:05Z", "31 Dec 2025, 22:35 UTC\u{2212}3:30"),
    ("Europe/London", "2026-01-01T00:00Z", "1 Jan 2026, 00:00 UTC"),
    ("Asia/Kathmandu", "2026-01-01T00:00Z", "1 Jan 2026, 05:45 UTC+5:45"),
  ])
  func showsAnInstantInAZone(name: String, text: String, shown: String) throws {
    #expect(try DisplayTime.instant(instant(text), in: zone(name)) == shown)
  }

  @Test(arguments: [
    ("UTC", "2026-03-09T02:00Z/PT2H", "9 Mar 2026, 02:00–04:00 UTC"),
    ("UTC", "2026-03-09T22:00Z/PT4H", "9 Mar 2026, 22:00 – 10 Mar 2026, 02:00 UTC"),
    (
      "Europe/Zurich", "2026-03-29T00:30Z/PT1H",
      "29 Mar 2026, 01:30 UTC+1 – 29 Mar 2026, 03:30 UTC+2"
    ),
  ])
  func showsAnInterval(name: String, text: String, shown: String) throws {
    let interval = try #require(IntervalText.read(text, in: .utc)).interval
    #expect(try DisplayTime.interval(interval, in: zone(name)) == shown)
  }

  @Test func showsDays() throws {
    let day = try #require(CivilDay(year: 2026, month: 9, day: 9))
    #expect(DisplayTime.day(day) == "9 Sep 2026")
  }

  @Test(arguments: [
    (Period.Kind.week, "2026-W02", "week 2 of 2026"), (.month, "2026-03", "March 2026"),
    (.quarter, "2026-Q1", "Q1 2026"), (.year, "2026", "2026"),
  ])
  func namesPeriods(kind: Period.Kind, label: String, shown: String) throws {
    let period = try #require(Period(kind, labelled: label, in: .utc))
    #expect(DisplayTime.period(period) == shown)
  }
}
