import Chronology
import Foundation
import Testing

/// Foundation's calendar is the oracle.
@Suite struct CivilDayTests {
  private static let years = 1970...2200

  private func calendar() throws -> Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "GMT"))
    return calendar
  }

  @Test func agreesWithFoundationOnEveryDayAndItsWeek() throws {
    let calendar = try calendar()
    let last = try #require(CivilDay(year: Self.years.upperBound, month: 12, day: 31))
    var differences: [String] = []
    for number in 0...last.daysSinceEpoch {
      let day = CivilDay(daysSinceEpoch: number)
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
      let weekday = parts.weekday.map { ($0 + 5) % 7 + 1 }
      let isSame =
        parts.year == day.year && parts.month == day.month && parts.day == day.day
        && weekday == day.weekday.rawValue && day.daysSinceEpoch == number
        && CivilDay(year: day.year, month: day.month, day: day.day) == day
      if !isSame { differences.append("\(day)") }
      // For weeks every eleventh day will do: each weekday has its turn.
      guard number % 11 == 0 else { continue }
      let label = Period(.week, holding: day, in: .utc).label
      let week = try #require(parts.weekOfYear)
      let year = try #require(parts.yearForWeekOfYear)
      if label != "\(year)-W\(week < 10 ? "0" : "")\(week)" { differences.append(label) }
    }
    #expect(differences.isEmpty)
  }

  @Test func hasNoDaysThatTheCalendarLacks() {
    let absent = [
      (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0),
      (2026, 1, 32),
    ]
    for (year, month, day) in absent {
      #expect(CivilDay(year: year, month: month, day: day) == nil)
    }
    #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CivilDay(year: 2028, month: 2, day: 29) != nil)
  }

  @Test func countsBackwardsBeforeTheEpoch() {
    for number in stride(from: -800_000, through: 0, by: 997) {
      let day = CivilDay(daysSinceEpoch: number)
      #expect(CivilDay(year: day.year, month: day.month, day: day.day)?.daysSinceEpoch == number)
    }
    #expect(CivilDay(daysSinceEpoch: -1).description == "1969-12-31")
    #expect(CivilDay(daysSinceEpoch: -719_162).description == "0001-01-01")
  }

  @Test func addsMonthsAcrossYears() throws {
    let first = try #require(CivilDay(year: 2026, month: 11, day: 1))
    #expect(first.addingMonths(3).description == "2027-02-01")
    #expect(first.addingMonths(-11).description == "2025-12-01")
    #expect(first.addingMonths(-35).description == "2023-12-01")
  }
}
