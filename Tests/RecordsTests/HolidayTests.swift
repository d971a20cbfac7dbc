import Chronology
import Configuration
import Foundation
import PolicyReading
import SourceText
import TestSupport
import Testing

@testable import Records

@Suite struct HolidayTests {
  private static func lists(
    _ files: [(String, String)], settings: String = ""
  ) -> (HolidayLists, [ReadingProblem]) {
    let reading = readHolidays(
      files.map { SourceFile(path: "content/holidays/\($0.0)", text: $0.1) },
      settings: readSettings(SourceFile(path: "changebook.yml", text: settings)))
    return (reading.lists, reading.problems)
  }

  private static func day(_ text: String) throws -> CivilDay {
    try #require(InstantText.readDay(text))
  }

  private static func holds(
    _ lists: HolidayLists, _ text: String, _ name: String? = nil
  ) throws -> Bool? {
    DayRule([.holidays(list: name)]).holds(on: try day(text), lists)
  }

  static let calendar = """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    BEGIN:VEVENT\r
    UID:1\r
    DTSTART;VALUE=DATE:20261225\r
    DTEND;VALUE=DATE:20261227\r
    SUMMARY:Christmas\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20200101\r
    RRULE:FREQ=YEARLY\r
    SUMMARY:New\r
      Year\r
    END:VEVENT\r
    BEGIN:VEVENT\r
    DTSTART;VALUE=DATE:20201126\r
    RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  @Test func readsACalendar() throws {
    let (lists, problems) = Self.lists([("usa.ics", Self.calendar)])
    #expect(problems.isEmpty)
    #expect(lists.lists.map(\.name) == ["usa"])
    for holiday in ["2026-12-25", "2026-12-26", "2026-01-01", "2031-01-01", "2026-11-26"] {
      #expect(try Self.holds(lists, holiday) == true, "\(holiday)")
    }
    for workday in ["2026-12-24", "2026-12-27", "2026-11-27"] {
      #expect(try Self.holds(lists, workday) == false, "\(workday)")
    }
    // The only dated year is 2026: of any other nobody knows.
    #expect(try Self.holds(lists, "2027-12-24") == nil)
    #expect(try Self.holds(lists, "2026-12-25", "uk") == nil)
  }

  @Test(arguments: [
    "RRULE:FREQ=YEARLY;BYDAY=1MO", "RRULE:FREQ=MONTHLY", "RRULE:FREQ=YEARLY;UNTIL=20300101",
    "EXDATE;VALUE=DATE:20270101", "DURATION:P3D",
  ])
  func refusesWhatItCannotExpand(_ line: String) {
    let text = Self.calendar.replacing("RRULE:FREQ=YEARLY\r\n", with: "\(line)\r\n")
    let (_, problems) = Self.lists([("usa.ics", text)])
    #expect(problems.count == 1 && problems.allSatisfy(\.kind.isUnreadableValue))
  }

  @Test func refusesADayThatIsNone() {
    let text = Self.calendar.replacing("20261225", with: "20261325")
    #expect(Self.lists([("usa.ics", text)]).1.count == 1)
  }

  /// Wherever a file is cut off, it lists no holidays that anybody could rely on.
  @Test func aCalendarThatIsCutOffIsAProblem() throws {
    let bytes = Array(Self.calendar.utf8)
    let end = try #require(Self.calendar.range(of: "END:VCALENDAR"))
    let whole = Self.calendar.utf8.distance(from: Self.calendar.startIndex, to: end.upperBound)
    var random = SplitMix(seed: 11)
    for _ in 0..<200 {
      let length = random.below(whole)
      let cut = String(decoding: bytes[..<length], as: UTF8.self)
      #expect(!Self.lists([("usa.ics", cut)]).1.isEmpty, "\(length) of \(whole)")
    }
    #expect(Self.lists([("usa.ics", Self.calendar)]).1.isEmpty)
  }

  @Test func readsAPageAndTheSettings() throws {
    let page = """
      # Holidays

      | Date | Name |
      |---|---|
      | 2026-05-01 | Labour Day |
      | 25 December | Christmas |

      - 2026-08-01 National day
      - nothing to say
      """
    let (lists, problems) = Self.lists(
      [("ch-holidays.md", page), ("README.md", "# About\n\nCalendars lie here.\n")],
      settings: "holidays:\n  uk: [2026-12-28, 2027-01-01 New Year]\n")
    #expect(problems.isEmpty)
    #expect(lists.lists.map(\.name) == ["uk", "ch"])
    #expect(try Self.holds(lists, "2026-08-01", "ch") == true)
    #expect(try Self.holds(lists, "2035-12-25", "ch") == true)
    #expect(try Self.holds(lists, "2026-12-28", "uk") == true)
    #expect(try Self.holds(lists, "2026-12-28", "ch") == false)
    // Of all lists one knows nothing of the year.
    #expect(try Self.holds(lists, "2027-05-03") == nil)
    let (_, wrong) = Self.lists([("ch.md", page.replacing("2026-05-01", with: "2026-05-41"))])
    #expect(wrong.count == 1)
  }
}

/// A page of holidays that has one more day in some other form.
@Suite struct HolidayLineTests {
  private static func reading(_ line: String) -> (lists: HolidayLists, problems: [ReadingProblem]) {
    let text = "# Holidays\n\n- 2026-03-29 Spring\n\n\(line)\n"
    return readHolidays(
      [SourceFile(path: "content/holidays/uk.md", text: text)], settings: Settings())
  }

  /// A day is read, or it is a problem: never passed over.
  @Test func neverPassesADayOver() throws {
    var random = SplitMix(seed: 61)
    for _ in 0..<100 {
      let number = 1 + random.below(28)
      let month = 1 + random.below(12)
      let name = ["June", "Jan", "March", "Dec"][random.below(4)]
      let day = [
        "2026-\(month < 10 ? "0" : "")\(month)-\(number < 10 ? "0" : "")\(number)",
        "\(number) \(name) 2026", "\(name) \(number), 2026", "\(number) \(name)",
      ][random.below(4)]
      for line in [
        "- \(day)", "* \(day) Feast", "1. \(day)", "2) \(day) Feast", "  - \(day)",
        "- \(day): Feast",
        "- \(day), Feast", "- \(day) (Feast)", "\(day)", "\(day) Feast", "> \(day)",
        "> \(day): Feast", "```\n\(day)\n```", "## \(day)", "**\(day)** Feast", "- **\(day)**",
        "- \(day)O", "- ~~\(day)~~", "- x \(day)",
      ] {
        let (lists, problems) = Self.reading(line)
        let isRead = lists != Self.reading("").lists
        #expect(isRead || !problems.isEmpty, "\(line)")
        #expect(!(isRead && !problems.isEmpty), "\(line)")
      }
    }
  }

  @Test(arguments: ["- 2026-06-1O", "- 2026-06-10th of", "* 10 June 2026x", "1. 2026-06-1O"])
  func refusesADayThatGoesOnInLetters(_ line: String) {
    #expect(!Self.reading(line).problems.isEmpty, "\(line)")
  }

  @Test(arguments: [
    "These days hold for the whole site.", "Last updated on 2 January 2026.",
    "Source: gov.uk, 2026",
    "## 2026", "## January 2026", "<!-- 2026-06-10 -->", "1. Ask @ops to add a day.",
    "- nothing to say",
    "2026", "1 January to 31 December 2026", "24 days are listed.",
  ])
  func passesOverWhatIsNoDay(_ line: String) {
    let (lists, problems) = Self.reading(line)
    #expect(problems.isEmpty, "\(line)")
    #expect(lists == Self.reading("").lists)
  }
}

extension ReadingProblem.Kind {
  fileprivate var isUnreadableValue: Bool {
    if case .unreadableValue = self { true } else { false }
  }
}
