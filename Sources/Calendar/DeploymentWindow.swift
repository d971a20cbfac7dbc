import Chronology
import Findings
import PolicyReading
import SourceText

/// A row of the policy's windows with its zone and the changes that may use it. A class, since every
/// change and every week goes through all of them.
package final class DeploymentWindow: Sendable {
  package let row: WindowRow
  /// The zone of its times: the row's, else the policy's.
  package let zone: Zone
  package let usage: WindowUsage
  let holidays: HolidayLists
  /// It depends on lists of holidays, so that there may be times of which nothing is known.
  let asksHolidays: Bool

  init(row: WindowRow, zone: Zone, usage: WindowUsage, holidays: HolidayLists) {
    self.row = row
    self.zone = zone
    self.usage = usage
    self.holidays = holidays
    asksHolidays = row.time.asksHolidays(holidays)
  }

  package var name: String { row.name }

  /// The times at which it is open and that touch a span, whole, in order; neighbours that touch are
  /// one. A window that never closes is the span itself.
  ///
  /// - Parameter orUnknown: With those of which it is not known, because they depend on holidays of a
  ///   year that no list has.
  package func openings(in span: Interval, orUnknown: Bool = false) -> IntervalSet {
    let found = row.time.occurrences(in: span, zone: zone, holidays: holidays)
    return orUnknown ? found.possible : found.certain
  }

  /// The opening, or what may be one, that holds an instant. Nil where the window is closed.
  func possibleOpening(holding instant: Instant) -> Interval? {
    if row.time.isAlways { return .always }
    return openings(in: Interval(start: instant, end: instant + 1), orUnknown: true)
      .interval(holding: instant)
  }

  /// What is not known of it at a time that depends on holidays.
  func holidayDoubt(at instant: Instant) -> CalendarDoubt {
    CalendarDoubt(
      .windowUse, at: row.reference.place,
      "\(name), \(row.timeText): " + holidays.unknownWords(row.time, at: instant, in: zone))
  }
}

extension HolidayLists {
  /// Why it is not known whether a day is a holiday.
  func unknownWords(_ recurrence: Recurrence, at instant: Instant, in zone: Zone) -> String {
    let day = zone.wallTime(at: instant).day
    let missing = recurrence.holidayNames.compactMap { $0 }.filter { lists(named: $0).isEmpty }
    if let name = missing.first {
      return "there is no list of holidays called `\(name)`; add content/holidays/\(name).ics"
    }
    if isEmpty {
      return "public holidays are not listed; add a calendar of them to content/holidays"
    }
    return "the lists of holidays have none of \(day.year), so whether \(day) is one is not known"
  }
}
