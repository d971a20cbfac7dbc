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
