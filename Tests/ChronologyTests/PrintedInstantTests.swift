import Chronology
import TestSupport
import Testing

/// Instants as programs print them, written from random ones in every form.
@Suite struct PrintedInstantTests {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// A time on the wall in parts.
  private struct Wall {
    let day: CivilDay
    let hour: Int
    let minute: Int
    let second: Int

    init(_ random: inout SplitMix) {
      day = CivilDay(daysSinceEpoch: 18_000 + random.below(5000))
      (hour, minute, second) = (random.below(24), random.below(60), random.below(60))
    }

    var month: String { PrintedInstantTests.months[day.month - 1] }
    var weekday: String { PrintedInstantTests.weekdays[day.weekday.rawValue - 1] }
    var clock: String { "\(two(hour)):\(two(minute))" }
    var half: String {
      "\((hour + 11) % 12 + 1):\(two(minute)) \(hour < 12 ? "AM" : "pm")"
    }
    var digits: String { "\(day.year)-\(two(day.month))-\(two(day.day))" }

    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The text in one of the forms, and whether it says the seconds.
    func written(_ form: Int, _ zone: String) -> (text: String, hasSeconds: Bool) {
      let full = "\(clock):\(two(second))"
      switch form {
      case 0: return ("\(digits) \(full) \(zone)", true)
      case 1:
        return (
          "\(weekday.prefix(3)) \(month.prefix(3)) \(day.day) \(full) \(day.year) \(zone)", true
        )
      case 2:
        return (
          "\(weekday.prefix(3)), \(two(day.day)) \(month.prefix(3)) \(day.year) \(full) \(zone)",
          true
        )
      case 3:
        return (
          "\(weekday.prefix(3)) \(month.prefix(3)) \(day.day) \(full) \(zone) \(day.year)", true
        )
      case 4: return ("\(day.day) \(month) \(day.year), \(half) \(zone)", false)
      case 5: return ("\(month) \(day.day), \(day.year) at \(half) \(zone)", false)
      case 6: return ("\(day.year)/\(day.month)/\(day.day) \(hour):\(two(minute)) \(zone)", false)
      case 7: return ("\(digits)T\(full),250 \(zone)", true)
      case 8:
        return (
          "\(weekday), the \(day.day)".replacing("the ", with: "")
            + " \(month) \(day.year) \(clock) (\(zone))", false
        )
      case 9:
        return (
          "\(digits.replacing("-", with: ""))T\(full.replacing(":", with: ""))\(zone == "Z" ? "Z" : " \(zone)")",
          true
        )
      case 10: return ("\(day.day)-\(month.prefix(3))-\(day.year) \(full) \(zone)", true)
      default: return ("\(digits)  \(clock) \(zone)", false)
      }
    }
  }

  private static let zones: [(text: String, zone: String)] = [
    ("Z", "UTC"), ("UTC", "UTC"), ("+0000", "UTC"), ("GMT", "UTC"), ("+02:00", "Etc/GMT-2"),
    ("-0500", "Etc/GMT+5"), ("UTC+2", "Etc/GMT-2"), ("Europe/Zurich", "Europe/Zurich"),
    ("America/New_York", "America/New_York"), ("+0000 (UTC)", "UTC"), ("+0000 UTC", "UTC"),
  ]

  @Test(arguments: 0..<240)
  func readsEveryForm(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let wall = Wall(&random)
    let (text, zone) = Self.zones[random.below(Self.zones.count)]
    let written = wall.written(seed % 12, text)
    let expected = try #require(Zone(named: zone)).instant(
      of: WallTime(
        day: wall.day,
        second: wall.hour * 3600 + wall.minute * 60 + (written.hasSeconds ? wall.second : 0)))
    let reading = InstantText.read(written.text, in: try #require(Zone(named: "Asia/Tokyo")))
    #expect(reading?.instant.rfc3339 == expected.rfc3339, "\(written.text)")
    #expect(reading?.zoneAssumed == false, "\(written.text)")
    // Without its zone it is one of the zone that is assumed.
    let bare = wall.written(seed % 12, "").text.replacing("()", with: "")
    #expect(InstantText.read(bare, in: .utc)?.zoneAssumed == true, "\(bare)")
  }

  /// Of figures only one order may be possible.
  @Test(arguments: 0..<80)
  func tellsDayAndMonthApartOrSaysThatItCannot(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let wall = Wall(&random)
    let sign = ["/", ".", "-"][seed % 3]
    let (day, month) = (wall.day.day, wall.day.month)
    for (first, second) in [(day, month), (month, day)] {
      let text =
        "\(wall.two(first))\(sign)\(wall.two(second))\(sign)\(wall.day.year) \(wall.clock) UTC"
      let reading = InstantText.read(text, in: .utc)
      if day > 12 || day == month {
        #expect(reading?.instant.rfc3339 == "\(wall.digits)T\(wall.clock):00Z", "\(text)")
      } else {
        #expect(reading == nil, "\(text)")
        #expect(InstantText.accepted(insteadOf: text)?.contains("day and month") == true)
      }
    }
  }

  @Test func takesAnAbbreviationOnlyWhereItHasOneMeaning() {
    func read(_ text: String) -> String? { InstantText.read(text, in: .utc)?.instant.rfc3339 }
    #expect(read("2026-01-09 14:00 EST") == "2026-01-09T19:00:00Z")
    #expect(read("2026-07-09 14:00 EST") == nil)
    #expect(read("2026-07-09 14:00 EDT") == "2026-07-09T18:00:00Z")
    #expect(read("2026-07-09 14:00 ET") == "2026-07-09T18:00:00Z")
    #expect(read("2026-01-09 14:00 CET") == "2026-01-09T13:00:00Z")
    #expect(read("2026-07-09 14:00 CET") == nil)
    #expect(read("2026-07-09 14:00 IST") == nil)
    for text in ["2026-07-09 14:00 EST", "2026-07-09 14:00 CET", "2026-07-09 14:00 IST"] {
      #expect(InstantText.accepted(insteadOf: text)?.contains("one meaning") == true, "\(text)")
    }
  }

  @Test func takesTheEndOfADay() {
    #expect(
      InstantText.read("2026-12-31T24:00Z", in: .utc)?.instant.rfc3339 == "2027-01-01T00:00:00Z")
    #expect(
      IntervalText.read("2026-03-09T22:00Z/2026-03-09T24:00Z", in: .utc)?.interval.seconds == 7200)
  }

  @Test(arguments: [
    "Tue, 09 Mar 2026 14:05 UTC", "9 Foo 2026 14:05 UTC", "31 April 2026 14:05 UTC",
    "9 March 14:05 UTC", "9 March 2026 13:05 PM", "9 March 2026 14:05 Mars/Olympus",
    "9 March 2026 UTC", "14:05 UTC", "March 2026 14:05", "2026-03-09 14:05 UTC tomorrow",
    "2026-03-09 14:05 UTC or later", "2026-03-09 14:05 +0000 or later",
    "2026-03-09 14:05 Z (about)",
    "2026-03-09 14:05 +0000 tomorrow", "2026-07-09 14:05 +01:00 [Europe/Zurich]",
    "9/3/26 14:05 UTC",
    "20260309T2505Z", "9 Mar 2026 14:05 2026",
  ])
  func refusesWhatIsNone(_ text: String) { #expect(InstantText.read(text, in: .utc) == nil) }

  @Test(arguments: [
    ("2026-03-09 14:05 - 16:00 UTC", "2026-03-09T14:05:00Z", "2026-03-09T16:00:00Z"),
    (
      "2026-03-09 14:05 UTC to 2026-03-10 02:00 UTC", "2026-03-09T14:05:00Z", "2026-03-10T02:00:00Z"
    ),
    ("9 Mar 2026 10 PM – 11:30 PM Europe/Zurich", "2026-03-09T21:00:00Z", "2026-03-09T22:30:00Z"),
    ("2026-03-09 14:05–16:00 +0100", "2026-03-09T13:05:00Z", "2026-03-09T15:00:00Z"),
    (
      "9 March 2026, 14:05 UTC until 10 March 2026, 24:00", "2026-03-09T14:05:00Z",
      "2026-03-11T00:00:00Z"
    ),
  ])
  func readsTwoOfThemAsAnInterval(_ text: String, _ start: String, _ end: String) throws {
    let reading = try #require(IntervalText.read(text, in: .utc), "\(text)")
    #expect(reading.interval.start.rfc3339 == start)
    #expect(reading.interval.end.rfc3339 == end)
    #expect(!reading.zoneAssumed)
  }

  @Test(arguments: [
    "2026-03-09 14:05 - 12:00 UTC", "2026-03-09 14:05 UTC", "2026-03-09 - 2026-03-10",
    "14:05 - 16:00 UTC", "2026-03-09 14:05 - 16:00 - 18:00 UTC", "3/9/2026 14:05 - 16:00 UTC",
  ])
  func refusesWhatIsNoInterval(_ text: String) {
    #expect(IntervalText.read(text, in: .utc) == nil)
  }
}
