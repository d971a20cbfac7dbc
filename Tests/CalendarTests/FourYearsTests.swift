import Calendar
import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

/// Cells of every kind against an evaluation of four years that counts days, in zones whose clocks
/// change in different ways; one year has a leap day.
@Suite struct FourYearsTests {
  static let zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]
  /// In quarters of an hour. The clocks of Lord Howe move by half an hour.
  static let years: [String: Result<MinuteByMinute, any Error>] = zones.reduce(into: [:]) {
    years, name in
    years[name] = Result {
      try MinuteByMinute(
        2025, in: Zone(named: name) ?? .utc, gap: name.hasPrefix("Australia") ? 30 : 60, years: 4,
        step: 15)
    }
  }
  static let holidays = HolidayLists([.init(name: "here", dated: WrittenTimes.holidays)])

  static func calendar(windows: [String], freezes: [String], zone: String) -> DeploymentCalendar {
    let text = """
      # Policy

      | Type | Approval | Lead Time |
      |---|---|---|
      | Normal | CAB review | 5 days |
      | Emergency | Emergency CAB | Immediate |

      | Window | Time |
      |---|---|
      \(windows.enumerated().map { "| W\($0.offset) | \($0.element) |" }.joined(separator: "\n"))

      | Freeze | Duration | Changes Allowed |
      |---|---|---|
      \(freezes.enumerated().map { "| F\($0.offset) | \($0.element) | None |" }.joined(separator: "\n"))
      """
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: text), settings: Settings())
    var settings = Settings()
    settings.zone = Zone(named: zone)
    return DeploymentCalendar(
      policy, freezes: [], incidents: [], settings: settings, holidays: holidays)
  }

  static func differences(
    _ expected: [Bool], _ found: IntervalSet, _ years: MinuteByMinute
  ) -> String? {
    let found = found.minutes(from: years.start, count: expected.count, step: years.step)
    let wrong = expected.indices.filter { expected[$0] != found[$0] }
    guard let first = wrong.first else { return nil }
    return "\(wrong.count) quarters, first \(years.instant(first).rfc3339), "
      + "expected \(expected[first])"
  }

  @Test(arguments: zones, Array(0..<40))
  func aWindowIsOpenWhenItsCellSays(_ zone: String, _ seed: Int) throws {
    var writer = TimesWriter(random: SplitMix(seed: UInt64(seed)))
    let written = writer.times()
    let calendar = Self.calendar(windows: [written.cell], freezes: ["Feb 29"], zone: zone)
    try #require(calendar.windows.count == 1, "\(written.cell) is not read")
    let years = try #require(Self.years[zone]).get()
    let profile = ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"])
    let leapDay = years.days(from: (2, 29), to: (2, 29))
    let expected = zip(written.open(in: years), leapDay).map { $0 && !$1 }
    let wrong = Self.differences(expected, calendar.openTime(for: profile, in: years.span), years)
    #expect(wrong == nil, "\(written.cell): \(wrong ?? "")")
  }

  @Test(arguments: zones, Array(100..<120))
  func aFreezeHoldsWhenItsCellSays(_ zone: String, _ seed: Int) throws {
    var writer = TimesWriter(random: SplitMix(seed: UInt64(seed)))
    let written = writer.times()
    let calendar = Self.calendar(windows: ["24/7"], freezes: [written.cell], zone: zone)
    try #require(calendar.freezes.count == 1, "\(written.cell) is not read")
    let years = try #require(Self.years[zone]).get()
    let profile = ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"])
    let expected = written.open(in: years).map { !$0 }
    let wrong = Self.differences(expected, calendar.openTime(for: profile, in: years.span), years)
    #expect(wrong == nil, "\(written.cell): \(wrong ?? "")")
  }

  @Test(arguments: zones)
  func aFreezeOfEveryYearHasTimesOfDay(_ zone: String) throws {
    let calendar = Self.calendar(
      windows: ["24/7"], freezes: ["Dec 20 17:00 - Jan 2 09:00"], zone: zone)
    let years = try #require(Self.years[zone]).get()
    let profile = ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"])
    let expected = years.readings.map { reading -> Bool in
      let day = CivilDay(daysSinceEpoch: reading.day)
      let isFrozen =
        day.month == 12 && (day.day > 20 || day.day == 20 && reading.minute >= 17 * 60)
        || day.month == 1 && (day.day < 2 || day.day == 2 && reading.minute < 9 * 60)
      return !isFrozen
    }
    let wrong = Self.differences(expected, calendar.openTime(for: profile, in: years.span), years)
    #expect(wrong == nil, "\(wrong ?? "")")
  }

  @Test(arguments: zones, Array(200..<224))
  func feedsAreReadBackEqual(_ zone: String, _ seed: Int) throws {
    var writer = TimesWriter(random: SplitMix(seed: UInt64(seed)))
    let written = writer.times()
    var sample = FeedSample()
    sample.zone = zone
    sample.windows = ["| W | \(written.cell) | All changes |"]
    sample.freezes = ["| F | \(written.cell) | Emergency only |"]
    sample.holidays = Self.holidays
    let register = try sample.register()
    let span = try Interval(
      start: FeedSample.instant("2026-02-01T00:00Z"), end: FeedSample.instant("2027-12-01T00:00Z"))
    let feeds = try sample.feeds()
    let book = CalendarBook(register)
    let windows = try FeedExpansion(FeedReading(feeds.windows()), until: span.end).intervals
    let shown = IntervalSet(book.windowOpenings(in: span).map(\.interval)).intersection(span)
    let isSameWindows = windows.intersection(span) == shown
    #expect(isSameWindows, "\(written.cell)")
    let freezes = try FeedExpansion(
      FeedReading(feeds.freezes()), until: span.end, named: "Freeze: F"
    ).intervals
    let held = IntervalSet(
      book.freezeOccurrences(in: span).filter { $0.freeze.name == "F" }.map(\.interval)
    ).intersection(span)
    let isSameFreezes = freezes.intersection(span) == held
    #expect(isSameFreezes, "\(written.cell)")
  }
}
