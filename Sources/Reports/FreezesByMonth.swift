import Calendar
import Chronology

/// The freezes of a span of time, by the months that they reach into, so that those of a period are
/// found without a walk over all of them.
struct FreezesByMonth: Sendable {
  /// By start.
  private let occurrences: [CalendarBook.FreezeOccurrence]
  /// Indices of `occurrences`, ascending, by the number of the month.
  private let months: [Int: [Int]]
  private let zone: Zone

  init(_ calendars: CalendarBook, over span: Interval, zone: Zone) {
    occurrences = calendars.freezeOccurrences(in: span)
    var months: [Int: [Int]] = [:]
    for (index, occurrence) in occurrences.enumerated() {
      guard let part = occurrence.interval.intersection(span) else { continue }
      for month in Self.months(of: part, in: zone) { months[month, default: []].append(index) }
    }
    self.months = months
    self.zone = zone
  }

  /// Those that hold in an interval of the span, by start.
  func holding(in interval: Interval) -> [CalendarBook.FreezeOccurrence] {
    let found = Set(Self.months(of: interval, in: zone).flatMap { months[$0] ?? [] })
    return found.sorted().map { occurrences[$0] }.filter { $0.interval.overlaps(interval) }
  }

  /// The numbers of the months that an interval reaches into.
  private static func months(of interval: Interval, in zone: Zone) -> ClosedRange<Int> {
    let first = number(zone.wallTime(at: interval.start).day)
    let last = number(zone.wallTime(at: max(interval.start, interval.end + -1)).day)
    return first...max(first, last)
  }

  private static func number(_ day: CivilDay) -> Int { day.year * 12 + day.month }
}
