import Chronology
import Testing

@testable import PolicyReading

@Suite struct WindowTimeTextTests {
  private static func daily(
    _ start: Int, _ end: Int, _ weekdays: [Weekday] = Weekday.allCases
  ) -> Recurrence { Recurrence([.daily(DayRule(weekdays: weekdays), start: start, end: end)]) }

  @Test(arguments: [
    ("02:00-06:00", daily(120, 360)), ("02:00–06:00", daily(120, 360)),
    ("02:00 to 06:00", daily(120, 360)), ("from 2:00 until 6:00", daily(120, 360)),
    ("between 02:00 and 06:00", daily(120, 360)), ("0200-0600", daily(120, 360)),
    ("02.30 - 06.00", daily(150, 360)), ("22:00-02:00", daily(1320, 120)),
    ("22:00-24:00", daily(1320, 1440)), ("22:00-00:00", daily(1320, 1440)),
    ("noon to midnight", daily(720, 1440)), ("12 AM - 12 PM", daily(0, 720)),
    ("10 a.m. – 3:30 p.m.", daily(600, 930)), ("daily 02:00-06:00", daily(120, 360)),
    ("Tue-Thu 10:00-15:00", daily(600, 900, [.tuesday, .wednesday, .thursday])),
    ("Mon, Wed 09:00–11:00", daily(540, 660, [.monday, .wednesday])),
    ("Mon/Wed and Fri: 09:00–11:00", daily(540, 660, [.monday, .wednesday, .friday])),
    ("Fri-Mon 09:00-11:00", daily(540, 660, [.monday, .friday, .saturday, .sunday])),
    ("09:00-11:00, weekdays", daily(540, 660, Array(Weekday.allCases.prefix(5)))),
    ("02:00-06:00 (Sundays)", daily(120, 360, [.sunday])),
    ("Weekends, any time", daily(0, 1440, [.saturday, .sunday])),
    ("24/7", .always), ("Any time", .always), ("anytime", .always), ("00:00-24:00", .always),
  ])
  func understands(_ text: String, _ expected: Recurrence) {
    #expect(WindowTimeText.read(text) == .time(expected, zone: nil))
  }

  @Test(arguments: [
    ("10 AM - 3 PM EST", -18_000), ("10:00-15:00 UTC", 0), ("10:00-15:00 (UTC+2)", 7200),
    ("10:00-15:00 Asia/Tokyo", 32_400), ("Mon-Fri 10:00-15:00 America/New_York", -14_400),
    ("10:00-15:00 CET", 7200), ("10:00-15:00 ET", -14_400), ("10:00-15:00 GMT-3", -10_800),
  ])
  func takesAZone(_ text: String, _ offsetInSummer: Int64) {
    guard case .time(_, let zone?) = WindowTimeText.read(text) else {
      Issue.record("no zone in \(text)")
      return
    }
    // 2026-07-01
    #expect(zone.offset(at: Instant(secondsSinceEpoch: 1_782_864_000)) == offsetInSummer)
  }

  @Test(arguments: [
    ("25:00-26:00", "times of day from 00:00 to 24:00"),
    ("10:61-11:00", "times of day from 00:00 to 24:00"),
    ("13 PM - 14 PM", "times of day from 00:00 to 24:00"),
    ("24:00-02:00", "a start from 00:00 to 23:59"),
    ("06:00-06:00", "two different times, or 24/7 for a window that never closes"),
    (
      "10-3 PM",
      "both times with minutes or with AM or PM, such as 10:00-15:00 or 10 AM - 3 PM"
    ),
    (
      "10:00-15:00 CST",
      "a time zone with one meaning: CST may be America/Chicago or Asia/Shanghai or "
        + "America/Havana, so write one of these"
    ),
    ("at night", WindowTimeText.accepted), ("", WindowTimeText.accepted),
    ("02:00", WindowTimeText.accepted), ("02:00-06:00 Atlantis", WindowTimeText.accepted),
  ])
  func refusesAndSaysWhatIsAccepted(_ text: String, _ accepted: String) {
    #expect(WindowTimeText.read(text) == .refused(accepted: accepted))
  }
}
