import Calendar
import Chronology
import PolicyReading
import Records
import TestSupport
import Testing

/// Weekends that are counted in a month or a quarter without a word on those that lie in two of them:
/// what both readings give is certain, what one of them gives is possible.
@Suite struct DividedWeekendTests {
  private struct Written: Sendable {
    let text: String
    let isQuarter: Bool
    let isLast: Bool
    let places: ClosedRange<Int>

    init(_ random: inout SplitMix) {
      isQuarter = random.below(2) == 0
      isLast = random.below(2) == 0
      let count = 1 + random.below(3)
      let isSeveral = random.below(3) == 0
      let unit = "of \(random.below(2) == 0 ? "the" : "each") \(isQuarter ? "quarter" : "month")"
      if isLast || isSeveral {
        places = 1...count
        text =
          "\(isLast ? "last" : "first") \(count == 1 ? "weekend" : "\(count) weekends") \(unit)"
      } else {
        places = count...count
        text = "\(["first", "second", "third"][count - 1]) weekend \(unit)"
      }
    }

    /// Whether a day is meant where weekends count that lie in the period with both days, or with one.
    func holds(on day: CivilDay, touching: Bool) -> Bool {
      guard let weekend = day.weekend else { return false }
      return [weekend.saturday, weekend.sunday].contains { within in
        let days = isQuarter ? TimesWriter.quarter(of: within) : TimesWriter.month(of: within)
        var saturdays: [CivilDay] = []
        for other in days {
          guard let found = other.weekend, saturdays.last != found.saturday else { continue }
          if touching || days.contains(found.saturday) && days.contains(found.sunday) {
            saturdays.append(found.saturday)
          }
        }
        let ordered = isLast ? saturdays.reversed() : saturdays
        return places.contains {
          $0 <= ordered.count && ordered[$0 - 1] == weekend.saturday
        }
      }
    }
  }

  @Test(arguments: Array(0..<24))
  func whatReadersDifferInIsNotCertain(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let written = Written(&random)
    let calendar = FourYearsTests.calendar(
      windows: [written.text + ", 10:00-12:00"], freezes: ["Feb 29"], zone: "Europe/Berlin")
    let window = try #require(calendar.windows.first, "\(written.text) is not read")
    let first = try day(2025, 1, 1)
    var wrong: [String] = []
    for number in first.daysSinceEpoch..<first.daysSinceEpoch + 1461 {
      let day = CivilDay(daysSinceEpoch: number)
      let start = window.zone.start(of: day)
      let span = Interval(start: start, end: start + 86_400)
      let readings = [true, false].map { written.holds(on: day, touching: $0) }
      let isCertain = !window.openings(in: span).isEmpty
      let isPossible = !window.openings(in: span, orUnknown: true).isEmpty
      if isCertain != (readings == [true, true]) || isPossible != readings.contains(true) {
        wrong.append("\(day)")
      }
    }
    #expect(wrong.isEmpty, "\(written.text): \(wrong.prefix(4))")
  }

  /// 1 November 2026 is a Sunday.
  @Test(arguments: [
    ("2026-10-31T10:30Z", "unknown"), ("2026-11-01T10:30Z", "unknown"),
    ("2026-11-07T10:30Z", "unknown"), ("2026-11-14T10:30Z", "closed"),
    ("2026-12-05T10:30Z", "open"), ("2026-12-06T10:30Z", "open"),
    ("2026-12-12T10:30Z", "closed"),
  ])
  func theCalendarSaysWhichWeekendIsNotKnown(_ at: String, _ state: String) throws {
    for (windows, freezes) in [
      (["first weekend of the month 10:00-12:00"], ["Feb 29"]),
      (["24/7"], ["first weekend of the month"]),
    ] {
      let calendar = FourYearsTests.calendar(windows: windows, freezes: freezes, zone: "UTC")
      let instant = try FeedSample.instant(at)
      let decision = calendar.decide(
        ChangeProfile(type: calendar.policy.types[0], risk: nil, systems: ["web"]),
        over: Interval(start: instant, end: instant + 60))
      let isFreeze = windows == ["24/7"]
      let expected = isFreeze ? ["open": "closed", "closed": "open"][state] ?? state : state
      #expect("\(decision.state)" == expected)
      guard state == "unknown" else { continue }
      let doubts = decision.because.compactMap { cause -> String? in
        if case .doubt(let doubt) = cause { doubt.message } else { nil }
      }
      #expect(doubts.contains { $0.contains("full weekend") }, "\(doubts)")
    }
  }
}
