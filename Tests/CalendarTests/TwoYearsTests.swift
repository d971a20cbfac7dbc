import Calendar
import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

/// The calendar against a minute by minute evaluation of two years that hold a leap day, ends of
/// years and four changes of the clocks.
@Suite struct TwoYearsTests {
  struct Window: Sendable, CustomStringConvertible {
    let cell: String
    let weekdays: Set<Weekday>
    let opens: Int
    let closes: Int
    var description: String { cell }
  }

  static let windows = [
    Window(cell: "02:00-06:00", weekdays: Set(Weekday.allCases), opens: 120, closes: 360),
    Window(cell: "22:00-02:00", weekdays: Set(Weekday.allCases), opens: 1320, closes: 120),
    Window(cell: "22:30-02:30", weekdays: Set(Weekday.allCases), opens: 1350, closes: 150),
    Window(cell: "01:30-02:30", weekdays: Set(Weekday.allCases), opens: 90, closes: 150),
    Window(cell: "02:15-02:45", weekdays: Set(Weekday.allCases), opens: 135, closes: 165),
    Window(
      cell: "Tue-Thu 10:00-15:00", weekdays: [.tuesday, .wednesday, .thursday], opens: 600,
      closes: 900),
    Window(
      cell: "Sun 20:00-04:00", weekdays: [.sunday], opens: 1200, closes: 240),
  ]

  static func calendar(_ window: String, _ freeze: String, zone: String) -> DeploymentCalendar {
    let text = FullPolicy.text(
      replacingTableWith: """
        | Window | Time | Purpose |
        |--------|------|---------|
        | Nightly | \(window) | All changes |
        """)
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("| Holiday freeze") ? "| Holiday freeze | \(freeze) | Emergency only |" : line
    }
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: parts.joined(separator: "\n")),
      settings: Settings())
    var settings = Settings()
    settings.zone = Zone(named: zone)
    return DeploymentCalendar(policy, freezes: [], incidents: [], settings: settings)
  }

  static func profile(_ calendar: DeploymentCalendar) -> ChangeProfile {
    ChangeProfile(
      type: calendar.policy.types.first { $0.name == "Normal" }, risk: "Low", systems: ["rpc"])
  }

  /// Read once for all windows. The clocks of Lord Howe move by half an hour.
  static let zones: [String: Result<MinuteByMinute, any Error>] = [
    "UTC": 60, "Europe/Berlin": 60, "America/New_York": 60, "Australia/Lord_Howe": 30,
  ].reduce(into: [:]) { zones, entry in
    zones[entry.key] = Result {
      try MinuteByMinute(2027, in: Zone(named: entry.key) ?? .utc, gap: entry.value)
    }
  }

  @Test(arguments: ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"], windows)
  func agreesWithEveryMinute(_ zone: String, _ window: Window) throws {
    let calendar = Self.calendar(window.cell, "Dec 20 - Jan 5", zone: zone)
    try #require(calendar.windows.count == 1)
    let minutes = try #require(Self.zones[zone]).get()
    let open = minutes.open(weekdays: window.weekdays, from: window.opens, to: window.closes)
    let frozen = minutes.days(from: (12, 20), to: (1, 5))
    let expected = zip(open, frozen).map { $0 && !$1 }
    let found = calendar.openTime(for: Self.profile(calendar), in: minutes.span)
      .minutes(from: minutes.start, count: expected.count)
    let wrong = expected.indices.filter { expected[$0] != found[$0] }
    #expect(
      wrong.isEmpty,
      "\(wrong.count) minutes, first \(wrong.first.map { minutes.instant($0).rfc3339 } ?? "")")
  }

  @Test(arguments: ["UTC", "Europe/Berlin"])
  func knowsEveryDayOfAFreezeThatEndsOnLeapDay(_ zone: String) throws {
    let calendar = Self.calendar("24/7", "Feb 27 - Feb 29", zone: zone)
    let minutes = try #require(Self.zones[zone]).get()
    let expected = minutes.days(from: (2, 27), to: (2, 29)).map { !$0 }
    let found = calendar.openTime(for: Self.profile(calendar), in: minutes.span)
      .minutes(from: minutes.start, count: expected.count)
    // Compared by itself: the difference of two such lists takes hours to work out.
    let isSame = expected == found
    #expect(isSame)
  }

  @Test(arguments: ["UTC", "Europe/Berlin", "America/New_York"])
  func decidesAtEveryTransitionAsTheSetsSay(_ zone: String) throws {
    let calendar = Self.calendar("22:30-02:30", "Dec 20 - Jan 5", zone: zone)
    let profile = Self.profile(calendar)
    func state(_ instant: Instant) -> Decision.State {
      calendar.decide(profile, over: Interval(start: instant, end: instant)).state
    }
    let start = calendar.zone.start(of: try day(2027, 1, 1))
    let end = calendar.zone.start(of: try day(2029, 1, 1))
    var instant = start
    var before = state(instant)
    var transitions = 0
    while let next = calendar.transition(for: profile, after: instant), next < end {
      #expect(state(next + -1) == before, "\(next.rfc3339)")
      let after = state(next)
      #expect(after != before && after != .unknown, "\(next.rfc3339)")
      (before, instant) = (after, next)
      transitions += 1
    }
    // Two a day but for the days of the freeze.
    #expect((1300...1462).contains(transitions))
  }
}
