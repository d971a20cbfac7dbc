import Chronology
import Records
import SourceText

/// A change as it stands in the calendar.
struct CalendarEntry: Sendable {
  /// Index among the register's changes.
  let change: Int
  /// The time that was planned, also where it was called off later.
  let planned: Interval?
  /// The time that it took: up to the as-of instant while it is under way, of no length where only
  /// one instant is on record.
  let actual: Interval?
  /// What took place, else what is planned: where it stands on the pages of months.
  let shown: Interval
  /// The days of `shown`, counted from the epoch.
  let days: ClosedRange<Int>
  /// The days of the plan.
  let plannedDays: ClosedRange<Int>?
  /// It runs into another change on a system.
  let isConflicting: Bool

  /// Nil for a change with neither a planned nor an actual time.
  init?(_ change: Change, at index: Int, isConflicting: Bool, asOf: Instant, zone: Zone) {
    planned = change.scheduled?.value
    actual = change.timeTaken(asOf: asOf)
    guard let shown = actual ?? planned else { return nil }
    self.change = index
    self.isConflicting = isConflicting
    self.shown = shown
    days = Self.days(of: shown, in: zone)
    plannedDays =
      planned == shown ? days : planned.map { Self.days(of: $0, in: zone) }
  }

  /// More than a week: its name stands on its first and last day alone.
  var isLong: Bool { days.count > 7 }

  /// The days that an interval meets, counted from the epoch.
  static func days(of interval: Interval, in zone: Zone) -> ClosedRange<Int> {
    let first = zone.wallTime(at: interval.start).day.daysSinceEpoch
    guard interval.seconds > 0 else { return first...first }
    return first...max(first, zone.wallTime(at: interval.end + -1).day.daysSinceEpoch)
  }
}

extension Change {
  /// From the start of work to its end; up to the as-of instant while it is under way. Of two
  /// instants out of order the first one written stands alone. Nil before work began.
  fileprivate func timeTaken(asOf: Instant) -> Interval? {
    guard hasStarted, let start = started?.value ?? ended?.value else { return nil }
    let end = ended?.value ?? (isInFlight(asOf: asOf) ? asOf : start)
    return Interval(start: start, end: max(start, end))
  }
}

/// All changes that have a time, and which of them stand on which day.
struct CalendarEntries: Sendable {
  /// By the start of what is shown, then by id.
  let all: [CalendarEntry]
  /// Indices of `all` by day, ascending.
  private let byDay: [Int: [Int]]
  /// The days of `byDay`, ascending.
  private let days: [Int]
  /// Indices of what lasts longer than a month, and is not in `byDay`.
  private let lasting: [Int]
  /// Changes without any time.
  let untimed: Int

  private static let mostDays = 31

  /// Of two changes with one id the first alone.
  ///
  /// - Parameter conflicting: Ids of changes that run into another one.
  init(_ register: Register, conflicting: Set<String>, asOf: Instant, zone: Zone) {
    var entries: [CalendarEntry] = []
    entries.reserveCapacity(register.changes.count)
    var lastID: String?
    var untimed = 0
    for (index, change) in register.changes.enumerated() where change.id != lastID {
      lastID = change.id
      let entry = CalendarEntry(
        change, at: index, isConflicting: conflicting.contains(change.id), asOf: asOf, zone: zone)
      if let entry {
        entries.append(entry)
      } else {
        untimed += 1
      }
    }
    entries.sort { ($0.shown.start, $0.change) < ($1.shown.start, $1.change) }
    var byDay: [Int: [Int]] = [:]
    var lasting: [Int] = []
    for (index, entry) in entries.enumerated() {
      let ranges = [entry.days, entry.plannedDays].compactMap(\.self)
      if ranges.contains(where: { $0.count > Self.mostDays }) {
        lasting.append(index)
        continue
      }
      for (order, range) in ranges.enumerated() {
        for day in range where order == 0 || !entry.days.contains(day) {
          byDay[day, default: []].append(index)
        }
      }
    }
    all = entries
    self.byDay = byDay
    days = byDay.keys.sorted()
    self.lasting = lasting
    self.untimed = untimed
  }

  /// Indices of the entries whose plan or time taken meets the days, in their order.
  func meeting(_ range: ClosedRange<Int>) -> [Int] {
    var found = lasting.filter { index in
      let entry = all[index]
      return entry.days.overlaps(range) || entry.plannedDays?.overlaps(range) == true
    }
    var next = days.partitioningIndex { $0 >= range.lowerBound }
    while next < days.count, days[next] <= range.upperBound {
      found += byDay[days[next]] ?? []
      next += 1
    }
    found.sort()
    var last = -1
    return found.filter { index in
      defer { last = index }
      return index != last
    }
  }
}

extension Array {
  /// The index of the first element that belongs to the second part, of which all follow those of
  /// the first.
  fileprivate func partitioningIndex(_ isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
