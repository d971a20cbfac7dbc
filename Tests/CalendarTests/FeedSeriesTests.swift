import Calendar
import Chronology
import Testing

/// Windows and yearly freezes as series.
@Suite struct FeedSeriesTests {
  @Test func aWindowInUTCIsOneSeriesWithoutAnEnd() throws {
    let event = try FeedReading(FeedSample().feeds().windows()).event("window-")
    #expect(event["UID"] == "window-low-traffic-1.0@POL-T-1")
    #expect(event["DTSTART"] == "20260101T020000Z")
    #expect(event["DTEND"] == "20260101T060000Z")
    #expect(event["RRULE"] == "FREQ=DAILY")
    #expect(event["SUMMARY"] == "Window: Low-traffic")
    #expect(event["DTSTAMP"] == "20260119T000000Z")
    #expect(event["LAST-MODIFIED"] == "20260119T000000Z")
    #expect(event["SEQUENCE"] == "0")
  }

  @Test func aWindowOnWeekdaysNamesThem() throws {
    var sample = FeedSample()
    sample.windows = ["| Week | Tue-Thu 22:00-02:00 | Significant changes |"]
    let event = try FeedReading(sample.feeds().windows()).event("window-")
    #expect(event["RRULE"] == "FREQ=WEEKLY;BYDAY=TU,WE,TH")
    // The opening of Wednesday 31 December runs into the first year of the span.
    #expect(event["DTSTART"] == "20251231T220000Z")
    #expect(event["DTEND"] == "20260101T020000Z")
  }

  @Test func aWindowThatNeverClosesIsOneEventToTheEndOfTheHorizonsYear() throws {
    var sample = FeedSample()
    sample.windows = ["| Any time | 24/7 | Standard changes |"]
    let event = try FeedReading(sample.feeds().windows()).event("window-")
    #expect(event["DTSTART"] == "20260101T000000Z")
    #expect(event["DTEND"] == "20280101T000000Z")
    #expect(event["SEQUENCE"] == "2027")
    let later = try FeedReading(sample.feeds(asOf: "2027-01-01T00:00Z").windows()).event("window-")
    #expect(later["DTEND"] == "20290101T000000Z")
    #expect(later["SEQUENCE"] == "2028")
    #expect(later["LAST-MODIFIED"] == "20270101T000000Z")
  }

  @Test func nothingMovesWithTheClockWithinAYear() throws {
    var sample = FeedSample()
    sample.zone = "Europe/Berlin"
    sample.windows += ["| Any time | 24/7 | Standard changes |"]
    sample.incidents = ["id: INC-2026-001\nstarted: 2026-05-02T11:20Z"]
    let june = try sample.feeds(asOf: "2026-06-01T00:00Z").everything()
    #expect(try sample.feeds(asOf: "2026-11-20T12:00Z").everything() == june)
  }

  @Test func anOpeningAtAChangeOfTheClocksIsAnEventOfItsOwn() throws {
    var sample = FeedSample()
    sample.zone = "Europe/Berlin"
    sample.windows = ["| Night | 01:30-03:30 | Significant changes |"]
    let reading = try FeedReading(sample.feeds().windows())
    let series = try #require(reading.events.first)
    #expect(series["DTSTART;TZID=Europe/Berlin"] == "20260101T013000")
    #expect(series["RRULE"] == "FREQ=DAILY;UNTIL=20271231T003000Z")
    #expect(
      series["EXDATE;TZID=Europe/Berlin"]
        == "20260329T013000,20261025T013000,20270328T013000,20271031T013000")
    let spring = try reading.event("window-night-1.0-20260329@")
    #expect(spring["DTSTART"] == "20260329T003000Z")
    #expect(spring["DTEND"] == "20260329T013000Z")
    let autumn = try reading.event("window-night-1.0-20261025@")
    #expect(autumn["DTSTART"] == "20261024T233000Z")
    #expect(autumn["DTEND"] == "20261025T023000Z")
    #expect(reading.events.count == 5)
  }

  @Test func aSeriesThatNoChangeOfTheClocksTouchesHasNoEnd() throws {
    var sample = FeedSample()
    sample.zone = "Europe/Berlin"
    sample.windows = ["| Day | 10:00-15:00 | Significant changes |"]
    let event = try FeedReading(sample.feeds().windows()).event("window-")
    #expect(event["DTSTART;TZID=Europe/Berlin"] == "20260101T100000")
    #expect(event["RRULE"] == "FREQ=DAILY")
  }

  @Test func describesTheZonesThatSeriesName() throws {
    var sample = FeedSample()
    sample.windows = ["| Day | 10:00-15:00 America/New_York | Significant changes |"]
    let lines = try FeedReading(sample.feeds().windows()).lines
    let start = try #require(lines.firstIndex(of: "BEGIN:VTIMEZONE"))
    #expect(
      lines[start...].prefix(14) == [
        "BEGIN:VTIMEZONE", "TZID:America/New_York",
        "BEGIN:DAYLIGHT", "DTSTART:20250309T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20251102T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "END:STANDARD",
      ])
    #expect(try !FeedReading(FeedSample().feeds().windows()).lines.contains("BEGIN:VTIMEZONE"))
  }

  @Test func theNextVersionOfThePolicyEndsASeries() throws {
    var sample = FeedSample()
    sample.laterVersions = ["2026-07-01"]
    let reading = try FeedReading(sample.feeds().windows())
    let first = try reading.event("window-low-traffic-1.0@")
    #expect(first["RRULE"] == "FREQ=DAILY;UNTIL=20260630T020000Z")
    #expect(first["LAST-MODIFIED"] == "20260701T000000Z")
    #expect(first["SEQUENCE"] == "10000")
    let second = try reading.event("window-low-traffic-2.0@")
    #expect(second["DTSTART"] == "20260701T020000Z")
    #expect(second["RRULE"] == "FREQ=DAILY")
  }

  @Test func theNextVersionCutsAnOpeningThatRunsAcross() throws {
    var sample = FeedSample()
    sample.windows = ["| Late | 22:00-02:00 | Significant changes |"]
    sample.laterVersions = ["2026-07-01"]
    let reading = try FeedReading(sample.feeds().windows())
    let cut = try reading.event("window-late-1.0-20260630@")
    #expect(cut["DTSTART"] == "20260630T220000Z" && cut["DTEND"] == "20260701T000000Z")
    let rest = try reading.event("window-late-2.0-20260630@")
    #expect(rest["DTSTART"] == "20260701T000000Z" && rest["DTEND"] == "20260701T020000Z")
    #expect(
      try reading.event("window-late-1.0@")["RRULE"] == "FREQ=DAILY;UNTIL=20260629T220000Z")
  }

  @Test func aFreezeAcrossNewYearIsOneSeries() throws {
    let event = try FeedReading(FeedSample().feeds().freezes()).event("freeze-")
    #expect(event["UID"] == "freeze-holiday-freeze-1.0@POL-T-1")
    #expect(event["DTSTART"] == "20251220T000000Z")
    #expect(event["DTEND"] == "20260106T000000Z")
    #expect(event["RRULE"] == "FREQ=YEARLY")
    #expect(
      event["DESCRIPTION"] == "Changes allowed: Emergency only\\nSystems: all\\nPolicy: POL-T-1")
  }

  @Test func aFreezeThatEndsOnTheLeapDayIsLongerInALeapYear() throws {
    var sample = FeedSample()
    sample.freezes = ["| Thaw | Feb 27 - Feb 29 | Emergency only |"]
    let reading = try FeedReading(sample.feeds(asOf: "2027-06-01T00:00Z").freezes())
    let series = try #require(reading.events.first)
    #expect(series["DTSTART"] == "20260227T000000Z" && series["DTEND"] == "20260301T000000Z")
    #expect(series["RRULE"] == "FREQ=YEARLY;UNTIL=20270227T000000Z")
    let leap = try reading.event("freeze-thaw-1.0-20280227@")
    #expect(leap["DTSTART"] == "20280227T000000Z" && leap["DTEND"] == "20280301T000000Z")
  }

  @Test func aFreezeOfTheLeapDayAloneIsThereInLeapYearsAlone() throws {
    var sample = FeedSample()
    sample.freezes = ["| Leap | Feb 29 | Emergency only |"]
    #expect(try FeedReading(sample.feeds().freezes()).events.isEmpty)
    let event = try FeedReading(sample.feeds(asOf: "2027-06-01T00:00Z").freezes()).event("freeze-")
    #expect(event["DTSTART"] == "20280229T000000Z" && event["DTEND"] == "20280301T000000Z")
    #expect(event["RRULE"] == nil)
  }
}
