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
  /// There may be times of which it is not known whether it is open.
  let mayBeUnknown: Bool

  init(row: WindowRow, zone: Zone, usage: WindowUsage, holidays: HolidayLists) {
    self.row = row
    self.zone = zone
    self.usage = usage
    self.holidays = holidays
    mayBeUnknown = row.time.mayBeUnknown(holidays)
  }

  package var name: String { row.name }

  /// The times at which it is open and that touch a span, whole, in order; neighbours that touch are
  /// one. A window that never closes is the span itself.
  ///
  /// - Parameter orUnknown: With those of which it is not known, because they depend on holidays of a
  ///   year that no list has, or on a weekend that lies in two months.
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

  /// What is not known of it at a time that may be one of its openings.
  func doubt(at instant: Instant) -> CalendarDoubt {
    CalendarDoubt(
      .windowUse, at: row.reference.place,
      "\(name), \(row.timeText): " + row.time.unknownWords(holidays, at: instant, in: zone))
  }
}

extension Recurrence {
  /// Why it is not known whether it holds on a day: a weekend that lies in two months, or holidays that
  /// no list has.
  func unknownWords(_ holidays: HolidayLists, at instant: Instant, in zone: Zone) -> String {
    let day = zone.wallTime(at: instant).day
    // A time that runs over midnight is of the day before.
    for day in [day, day.adding(days: -1)] {
      guard let weekend = dividedWeekend(holding: day) else { continue }
      return
        "whether \(weekend.saturday) and \(weekend.sunday) is one of these weekends is not known, "
        + "because another lies in two months; write `full weekend` for those with both days in one"
    }
    let missing = holidayNames.compactMap { $0 }.filter { holidays.lists(named: $0).isEmpty }
    if let name = missing.first {
      return "there is no list of holidays called `\(name)`; add content/holidays/\(name).ics"
    }
    if holidays.isEmpty {
      return "public holidays are not listed; add a calendar of them to content/holidays"
    }
    return "the lists of holidays have none of \(day.year), so whether \(day) is one is not known"
  }
}
