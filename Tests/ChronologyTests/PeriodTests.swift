import Chronology
import Testing

@Suite struct PeriodTests {
  @Test(arguments: Period.Kind.allCases)
  func readsEveryLabelThatItWrites(kind: Period.Kind) throws {
    let zone = try #require(Zone(named: "Europe/Zurich"))
    let first = try #require(CivilDay(year: 1999, month: 12, day: 20))
    var period = Period(kind, holding: first, in: zone)
    for _ in 0..<400 {
      #expect(Period(kind, labelled: period.label, in: zone) == period)
      let next = period.next(in: zone)
      #expect(next.firstDay == period.endDay)
      #expect(next.interval.start == period.interval.end)
      #expect(next.previous(in: zone) == period)
      #expect(next.label != period.label)
      period = next
    }
  }

  @Test(arguments: [
    ("2026-01-01", "2026-W01"), ("2027-01-01", "2026-W53"), ("2026-12-31", "2026-W53"),
    ("2024-12-30", "2025-W01"), ("2026-03-16", "2026-W12"), ("2026-03-15", "2026-W11"),
  ])
  func countsWeeksAsISO8601(day: String, label: String) throws {
    let day = try #require(InstantText.readDay(day))
    #expect(Period(.week, holding: day, in: .utc).label == label)
  }

  @Test(arguments: [
    (Period.Kind.week, "2026-W54"), (.week, "2025-W53"), (.week, "2026-W00"), (.week, "2026-w12"),
    (.week, "2026-W1"), (.week, "2026-12"), (.month, "2026-13"), (.month, "2026-00"),
    (.month, "2026-3"), (.month, "2026-03-01"), (.month, "2026"), (.month, "2026-+3"),
    (.quarter, "2026-Q0"), (.quarter, "2026-Q5"), (.quarter, "2026-Q"), (.quarter, "Q1"),
    (.year, "26"), (.year, "0000"), (.year, "9999"), (.year, "2026-"), (.year, ""),
    (.year, "２０２６"),
  ])
  func refusesWhatNamesNoPeriod(kind: Period.Kind, label: String) {
    #expect(Period(kind, labelled: label, in: .utc) == nil)
  }

  @Test func beginsAndEndsInItsZone() throws {
    let zone = try #require(Zone(named: "America/New_York"))
    let march = try #require(Period(.month, labelled: "2026-03", in: zone))
    #expect(march.interval.start.rfc3339 == "2026-03-01T05:00:00Z")
    #expect(march.interval.end.rfc3339 == "2026-04-01T04:00:00Z")
    let instant = try #require(InstantText.read("2026-04-01T03:59Z", in: .utc)).instant
    #expect(Period(.month, holding: instant, in: zone) == march)
    #expect(Period(.quarter, holding: instant, in: .utc).label == "2026-Q2")
  }

  @Test func writesYearsWithFourDigits() throws {
    let period = try #require(Period(.month, labelled: "0987-03", in: .utc))
    #expect(period.label == "0987-03")
  }
}
