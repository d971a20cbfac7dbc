import Chronology
import TestSupport
import Testing

@testable import PolicyReading

/// Cells of times that two readers could take in two ways: they are refused, and the clear ones beside
/// them are not.
@Suite struct UnclearTimesTests {
  private static let wholeDays = ["Weekends", "Public holidays", "Jun 13", "1st of the month"]
  private static let timed = [
    "Fridays after 14:00", "Jun 15 14:00-24:00", "last Friday 16:00-24:00",
  ]
  private static let joints = [" and ", ", ", " & "]

  private static func isRefused(freeze text: String) -> Bool {
    if case .refused = FreezeDurationText.read(text) { true } else { false }
  }

  private static func isRefused(window text: String) -> Bool {
    if case .refused = WindowTimeText.read(text) { true } else { false }
  }

  /// The time behind the second could be one of the first too.
  @Test(arguments: wholeDays, timed)
  func refusesATimeOfOneDayOrOfAll(_ day: String, _ other: String) {
    for joint in Self.joints {
      #expect(Self.isRefused(freeze: day + joint + other), "\(day + joint + other)")
      let window = "24/7 except \(day)\(joint)\(other)"
      #expect(Self.isRefused(window: window), "\(window)")
    }
  }

  @Test(arguments: wholeDays)
  func readsWhatIsSaidOfEach(_ day: String) {
    #expect(!Self.isRefused(freeze: "Fridays after 14:00; \(day)"))
    #expect(!Self.isRefused(freeze: day))
  }

  /// `June, Tuesdays` may be the Tuesdays of June.
  @Test(arguments: ["June", "Jun 1 - Jun 20", "2026-06-01 - 2026-06-20", "Q2", "12 June"])
  func refusesDatesBesideDaysOfTheWeek(_ dates: String) {
    for days in ["Tuesdays", "weekdays", "the last Friday", "public holidays"] {
      for joint in [", ", " and ", "; "] {
        let cell = "\(dates)\(joint)\(days) 02:00-06:00"
        #expect(Self.isRefused(window: cell), "\(cell)")
        #expect(Self.isRefused(window: "\(days)\(joint)\(dates) 02:00-06:00"), "\(cell)")
      }
    }
    #expect(!Self.isRefused(window: "\(dates), 02:00-06:00"))
  }

  /// One `PM` is of both times where they are in order then, and of neither where that is not known.
  @Test func readsTheHalfOfTheDay() {
    for (cell, clear) in [
      ("2:00-6:00 PM", "14:00-18:00"), ("2:30 - 6 pm", "14:30-18:00"),
      ("10:00 - 3:00 PM", "10:00-15:00"), ("10:00-11:30 AM", "10:00-11:30"),
      ("14:00-6:00 PM", "14:00-18:00"), ("12:30-6:00 PM", "12:30-18:00"),
      ("10 PM - 02:00", "22:00-02:00"),
    ] {
      #expect(WindowTimeText.read(cell) == WindowTimeText.read(clear), "\(cell)")
    }
    for cell in ["2 PM - 6:00", "2:00 PM - 6:00"] { #expect(Self.isRefused(window: cell)) }
  }

  /// Four digits that may be a year are no time of day, wherever they stand and whatever is before them.
  @Test func takesNoYearForATime() {
    var random = SplitMix(seed: 47)
    let times = ["02:00-06:00", "09:00-12:00", "0900-1200", "24/7", "10 AM - 3 PM"]
    let days = ["", "Wed ", "weekdays ", "Wednesdays ", "2nd Tuesday "]
    for _ in 0..<200 {
      let (a, b) = (2000 + random.below(60), 2000 + random.below(60))
      let said = [
        "(until \(a))", ", until \(a)", "(\(a)-\(b))", ", \(a) - \(b)", "(to \(a))", "(till \(a))",
        "(after \(a))", "(before \(a))", "; \(a)-\(b)", " and \(a)-\(b)", "(from \(a))",
        "(since \(a))", "(in \(a))",
      ][random.below(13)]
      let cell = "\(days[random.below(5)])\(times[random.below(5)]) \(said)"
      #expect(Self.isRefused(window: cell), "\(cell)")
      #expect(Self.isRefused(freeze: cell), "\(cell)")
      #expect(Self.isRefused(window: "09:00-\(a)"), "09:00-\(a)")
      #expect(Self.isRefused(window: "Fri \(a) - Mon \(b)"))
    }
    for (cell, clear) in [
      ("2000-2200", "20:00-22:00"), ("0800-2000", "08:00-20:00"), ("2030-0200", "20:30-02:00"),
      ("Fri 2000 - Mon 0600", "Fri 20:00 - Mon 06:00"), ("1900-2000", "19:00-20:00"),
      ("0200-0600 and 0900-1200", "02:00-06:00, 09:00-12:00"), ("2000h-2030h", "20:00-20:30"),
    ] {
      #expect(WindowTimeText.read(cell) == WindowTimeText.read(clear), "\(cell)")
    }
  }

  /// Times in brackets behind times are the same in another zone, or an exception, or more of them.
  @Test func refusesSecondTimesInBrackets() {
    for first in ["10:00-14:00", "Tue 10:00-14:00", "10:00-14:00 UTC", "Fri 22:00 - Mon 06:00"] {
      for second in ["02:00-06:00", "02:00-06:00 UTC", "2 AM - 6 AM", "Mon 02:00-06:00 UTC"] {
        for joint in [" ", ", ", "; "] {
          let cell = "\(first)\(joint)(\(second))"
          #expect(Self.isRefused(window: cell), "\(cell)")
          #expect(Self.isRefused(freeze: cell), "\(cell)")
        }
      }
    }
    for cell in [
      "10:00-14:00 (Sundays)", "Sundays (10:00-14:00)", "10:00-14:00 (UTC)",
      "10:00-14:00, 16:00-18:00", "(Mon 10:00-14:00), (Tue 16:00-18:00)",
      "weekdays (except public holidays), 10:00-14:00",
    ] {
      #expect(!Self.isRefused(window: cell), "\(cell)")
    }
  }

  /// `Jun'26` and `Jun.26` are months of a year as well as days.
  @Test func takesNoShortYearForADay() {
    var random = SplitMix(seed: 53)
    let months = ["Jan", "February", "Jun", "June", "Sept", "Dec"]
    for _ in 0..<100 {
      let (first, last) = (months[random.below(6)], months[random.below(6)])
      for sign in ["'", "\u{2019}", ".", "", " '", "-", "/"] {
        let year = 10 + random.below(19)
        #expect(Self.isRefused(freeze: "\(first)\(sign)\(year)"), "\(first)\(sign)\(year)")
        let cell = "\(first)\(sign)\(year) - \(last)\(sign)\(year)"
        #expect(Self.isRefused(freeze: cell), "\(cell)")
      }
      let day = 10 + random.below(19)
      for cell in ["\(first) \(day)", "\(day) \(first)", "\(first). \(day)", "\(day). \(first)"] {
        #expect(!Self.isRefused(freeze: cell), "\(cell)")
        #expect(!Self.isRefused(freeze: "\(cell), 2026"), "\(cell)")
      }
      #expect(!Self.isRefused(freeze: "\(first).\(day), 2026"))
    }
  }

  /// `all day` is a time, and no days.
  @Test func readsAllDayAsATime() {
    #expect(Self.isRefused(window: "02:00-06:00 daily, Sundays all day"))
    #expect(WindowTimeText.read("Sundays all day") == WindowTimeText.read("Sundays 00:00-24:00"))
  }

  @Test(arguments: [
    ("Q2", "every year, 1 Apr to the end of 30 Jun"),
    ("Q1 2027", "2027-01-01 to the end of 2027-03-31"),
    ("June 10–12, 2026", "2026-06-10 to the end of 2026-06-12"),
    ("2026-06-10..2026-06-12", "2026-06-10 to the end of 2026-06-12"),
    ("Fridays from 16:00", "Fri 16:00–24:00"),
  ])
  func readsFreezesAsPeopleWriteThem(_ cell: String, _ words: String) {
    guard case .duration(.recurring(let time), _, _) = FreezeDurationText.read(cell) else {
      Issue.record("\(cell) is refused")
      return
    }
    #expect(time.words == words)
  }

  /// What a bracket in the head of times says is read or is a doubt.
  @Test(arguments: [
    ("Time (UTC)", true), ("Time (24 h)", true), ("Time (AM/PM)", true), ("Time (from - to)", true),
    ("Time (weekdays)", false), ("Time (PM)", false), ("Time (Mon-Fri)", false),
    ("Time (nights)", false), ("Time (summer)", false),
  ])
  func readsTheBracketOfAHead(_ head: String, _ isClear: Bool) {
    let document = SentencePolicy.text(windowHead: "| Window | \(head) | Applies To |")
    let others = SentencePolicy.policy(SentencePolicy.text()).problems.count
    #expect((SentencePolicy.policy(document).problems.count == others) == isClear)
  }
}
