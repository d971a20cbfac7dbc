import Chronology
import Records
import Testing

/// Days as people write them beside an approval.
@Suite struct WrittenDayTests {
  private static let now = Instant(secondsSinceEpoch: 1_773_064_800)  // 2026-03-09T14:00Z

  @Test(arguments: [
    "2027-06-17", "on 2026-03-11", "(meeting of 17.06.2027)", "06/17/2027", "17 June 2027",
    "17th of June 2027", "June 17, 2027", "Jun 2027", "2026/12", "2026-03-09T14:01Z", "17 June",
    "June 17th", "17.6.27", "approved 1. Oct 2026", "2026-03-01, again on 2027-03-01",
  ])
  func lieAhead(_ text: String) {
    #expect(WrittenDay.all(in: text).contains { $0.isAfter(Self.now) }, "\(text)")
  }

  @Test(arguments: [
    "", "2026-03-09", "2026-03-06", "meeting of 3 March", "3 March 2026", "09.03.2026",
    "12/25/2025",
    "25 December", "2026-03-09T13:59Z", "PR 2027", "#2027", "v2.17.2027.1", "ticket 17-2027",
    "at 17:06",
    "Mary 12", "10 March 2026 (Tokyo)".replacing("10", with: "9"), "the 17 reviewers", "March",
  ])
  func lieBehindOrAreNone(_ text: String) {
    #expect(!WrittenDay.all(in: text).contains { $0.isAfter(Self.now) }, "\(text)")
  }

  /// Every day of two years in every way of writing it is that day.
  @Test func areReadInEveryOrder() throws {
    let first = try #require(CivilDay(year: 2026, month: 1, day: 1))
    for offset in stride(from: 0, to: 730, by: 7) {
      let day = first.adding(days: offset)
      let name = DisplayTime.name(ofMonth: day.month)
      let ways = [
        "\(day)", "\(day.day) \(name) \(day.year)", "\(name) \(day.day), \(day.year)",
        "\(day.day). \(name.prefix(3)). \(day.year)", "\(day.day).\(day.month).\(day.year)",
        "\(day.month)/\(day.day)/\(day.year)",
      ]
      for way in ways {
        #expect(WrittenDay.all(in: "by phone, \(way)").contains(.day(day)), "\(way)")
      }
    }
  }
}
