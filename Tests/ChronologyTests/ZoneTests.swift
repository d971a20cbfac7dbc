import Chronology
import Foundation
import Testing

@Suite struct ZoneTests {
  private func instant(_ text: String) throws -> Instant {
    try #require(InstantText.read(text, in: .utc)).instant
  }

  private func wall(_ text: String) throws -> WallTime {
    Zone.utc.wallTime(at: try instant(text + "Z"))
  }

  @Test func takesNamesOfTheDatabaseOnly() {
    #expect(Zone(named: "utc") == .utc)
    #expect(Zone(named: "Europe/Zurich")?.name == "Europe/Zurich")
    #expect(Zone(named: "Europe/Atlantis") == nil)
    #expect(Zone(named: "") == nil)
    #expect(Zone(named: "../../etc/passwd") == nil)
  }

  @Test(arguments: ["Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
  func agreesWithFoundationOnWhatClocksShow(name: String) throws {
    let zone = try #require(Zone(named: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: name))
    let start = try instant("2026-01-01T00:07Z")
    for step in 0..<1500 {
      // Six hours and some minutes, so that every time of day occurs.
      let moment = start + Int64(step) * 21_780
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute],
        from: Date(timeIntervalSince1970: Double(moment.secondsSinceEpoch)))
      let time = zone.wallTime(at: moment)
      #expect(parts.year == time.day.year && parts.month == time.day.month)
      #expect(parts.day == time.day.day)
      #expect(parts.hour == time.second / 3600 && parts.minute == time.second / 60 % 60)
    }
  }

  @Test(arguments: [
    ("Europe/Zurich", "2026-03-29T00:00Z"), ("Europe/Zurich", "2026-10-25T00:00Z"),
    ("America/New_York", "2026-03-08T04:00Z"), ("America/New_York", "2026-11-01T03:00Z"),
    ("Australia/Lord_Howe", "2026-04-04T12:00Z"), ("Europe/Zurich", "2026-07-01T00:00Z"),
  ])
  func findsTheInstantThatClocksShow(name: String, around: String) throws {
    let zone = try #require(Zone(named: name))
    let start = try instant(around) + -36 * 3600
    for step in 0..<(72 * 4) {
      let moment = start + Int64(step) * 900
      let time = zone.wallTime(at: moment)
      let first = zone.instant(of: time)
      let second = zone.instant(of: time, later: true)
      #expect(first == moment || second == moment)
      #expect(first <= second)
      #expect(zone.wallTime(at: first) == time && zone.wallTime(at: second) == time)
    }
  }

  @Test(arguments: [
    // The clocks go from 02:00 to 03:00, or back from 03:00 to 02:00.
    ("Europe/Zurich", "2026-03-29T01:59", "2026-03-29T00:59Z", "2026-03-29T00:59Z"),
    ("Europe/Zurich", "2026-03-29T02:00", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
    ("Europe/Zurich", "2026-03-29T02:30", "2026-03-29T01:30Z", "2026-03-29T01:30Z"),
    ("Europe/Zurich", "2026-03-29T03:00", "2026-03-29T01:00Z", "2026-03-29T01:00Z"),
    ("Europe/Zurich", "2026-10-25T01:59", "2026-10-24T23:59Z", "2026-10-24T23:59Z"),
    ("Europe/Zurich", "2026-10-25T02:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z"),
    ("Europe/Zurich", "2026-10-25T03:00", "2026-10-25T02:00Z", "2026-10-25T02:00Z"),
    ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30Z", "2026-03-08T07:30Z"),
    ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z", "2026-11-01T06:30Z"),
    ("America/New_York", "2026-11-01T02:00", "2026-11-01T07:00Z", "2026-11-01T07:00Z"),
  ])
  func movesASkippedTimeForwardAndKnowsBothOfARepeatedOne(
    name: String, shown: String, first: String, later: String
  ) throws {
    let zone = try #require(Zone(named: name))
    let time = try wall(shown)
    #expect(zone.instant(of: time).rfc3339 == (try instant(first)).rfc3339)
    #expect(zone.instant(of: time, later: true).rfc3339 == (try instant(later)).rfc3339)
  }

  @Test func givesDaysOf23And25Hours() throws {
    let zone = try #require(Zone(named: "Europe/Zurich"))
    func hours(_ text: String) throws -> Int64 {
      let day = try #require(InstantText.readDay(text))
      return (zone.start(of: day.adding(days: 1)) - zone.start(of: day)) / 3600
    }
    #expect(try hours("2026-03-29") == 23)
    #expect(try hours("2026-10-25") == 25)
    #expect(try hours("2026-10-26") == 24)
  }
}
