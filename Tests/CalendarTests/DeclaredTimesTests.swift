import Calendar
import Chronology
import Configuration
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// Declared freezes that come again, against an evaluation of four years that counts days.
@Suite struct DeclaredTimesTests {
  private static func freeze(_ lines: String...) -> SourceFile {
    SourceFile(
      path: "content/freezes/books.md",
      text: "---\nname: Books are closed\n\(lines.joined(separator: "\n"))\n---\n")
  }

  private static func calendar(_ file: SourceFile, zone: Zone) throws -> DeploymentCalendar {
    let alone = FourYearsTests.calendar(windows: ["24/7"], freezes: ["Feb 29"], zone: zone.name)
    var settings = Settings()
    settings.zone = zone
    return DeploymentCalendar(
      alone.policy, freezes: [readFreeze(file, zone: zone)], incidents: [],
      settings: settings,
      holidays: FourYearsTests.holidays)
  }

  @Test(arguments: FourYearsTests.zones, Array(300..<316))
  func holdsWhenItSaysFromItsStartToItsEnd(_ zone: String, _ seed: Int) throws {
    var writer = TimesWriter(random: SplitMix(seed: UInt64(seed)))
    let written = writer.times()
    let years = try #require(FourYearsTests.years[zone]).get()
    let start = years.start + Int64(writer.random.below(800)) * 86_400
    let end = start + Int64(writer.random.below(600)) * 86_400 + 900
    let (saysStart, saysEnd) = (seed % 2 == 0, seed % 3 != 0)
    let file = Self.freeze(
      "when: \"\(written.cell)\"",
      saysStart ? "from: \(start.rfc3339)" : "declared: {by: \"@ops\", at: \(start.rfc3339)}",
      saysEnd ? "to: \(end.rfc3339)" : "allowed: None")
    let calendar = try Self.calendar(file, zone: Zone(named: zone) ?? .utc)
    #expect(calendar.doubts.isEmpty, "\(calendar.doubts.map(\.message))")
    let profile = ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"])
    let leapDay = years.days(from: (2, 29), to: (2, 29))
    let held = written.open(in: years)
    let expected = held.indices.map { index in
      let instant = years.instant(index)
      let isFrozen = held[index] && start <= instant && (!saysEnd || instant < end)
      return !isFrozen && !leapDay[index]
    }
    let wrong = FourYearsTests.differences(
      expected, calendar.openTime(for: profile, in: years.span), years)
    #expect(wrong == nil, "\(written.cell): \(wrong ?? "")")
  }

  /// The feed and the pages show the same, under each version of the policy.
  @Test(arguments: FourYearsTests.zones, Array(400..<412))
  func isReadBackEqualFromFeeds(_ zone: String, _ seed: Int) throws {
    var writer = TimesWriter(random: SplitMix(seed: UInt64(seed)))
    let written = writer.times()
    var sample = FeedSample()
    sample.zone = zone
    sample.holidays = FourYearsTests.holidays
    sample.laterVersions = ["2026-07-15"]
    sample.declarations = [
      "name: Books\nwhen: \"\(written.cell)\"\nfrom: 2026-03-10T08:00Z"
        + (seed % 2 == 0 ? "\nto: 2027-05-11T13:30Z" : "")
    ]
    let span = try Interval(
      start: FeedSample.instant("2026-02-01T00:00Z"), end: FeedSample.instant("2027-12-01T00:00Z"))
    let feed = try FeedReading(sample.feeds().freezes())
    let read = try FeedExpansion(feed, until: span.end, named: "Freeze: Books").intervals
    let shown = IntervalSet(
      CalendarBook(try sample.register()).freezeOccurrences(in: span)
        .filter { $0.freeze.name == "Books" }.map(\.interval))
    let isSame = read.intersection(span) == shown.intersection(span)
    #expect(isSame, "\(written.cell)")
    let uids = feed.events.compactMap { $0["UID"] }
    #expect(uids.count == Set(uids).count)
  }

  /// What is not understood holds nothing open.
  @Test(arguments: [
    "when it suits us", "Fridays after lunch", "As declared", "48 hours",
    "Weekends and Fridays after 14:00",
    "last days of the month", "BST Fridays 14:00-16:00",
  ])
  func whatIsNotUnderstoodIsADoubt(_ text: String) throws {
    for lines in ["from: 2026-03-10T08:00Z", "from: 2026-03-10T08:00Z\nto: 2026-04-10T08:00Z", ""] {
      let calendar = try Self.calendar(
        Self.freeze("when: \"\(text)\"", lines, "allowed: None"), zone: .utc)
      let instant = try FeedSample.instant("2026-03-20T15:00Z")
      let decision = calendar.decide(
        ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"]),
        over: Interval(start: instant, end: instant + 60))
      #expect("\(decision.state)" == "unknown", "\(text), \(lines)")
    }
  }

  /// Days of one year that lie outside its own time are no freeze.
  @Test func daysOutsideItsTimeAreADoubt() throws {
    let calendar = try Self.calendar(
      Self.freeze("when: 2027-06-01 - 2027-06-05", "to: 2026-12-01T00:00Z"), zone: .utc)
    #expect(calendar.freezes.count == 1)
    #expect(calendar.doubts.count == 1)
  }
}
