import Chronology

/// Two years of a zone, minute by minute, as its clocks show them: what calendars are compared
/// with. It knows nothing of intervals.
struct MinuteByMinute: Sendable {
  /// The first minute.
  let start: Instant
  /// The reading of each minute: days since the epoch, and minutes since midnight.
  private(set) var readings: [(day: Int, minute: Int)] = []
  /// The indices at which a reading is shown, first and last.
  private var shown: [Int: (first: Int, last: Int)] = [:]
  /// How many minutes the zone's clocks skip at a time.
  private let gap: Int

  /// From 1 January of a year to the end of the next.
  init(_ year: Int, in zone: Zone, gap: Int = 60) throws {
    self.gap = gap
    let first = Int(zone.start(of: try day(year, 1, 1)).secondsSinceEpoch / 60)
    let end = Int(zone.start(of: try day(year + 2, 1, 1)).secondsSinceEpoch / 60)
    start = Instant(secondsSinceEpoch: Int64(first) * 60)
    readings.reserveCapacity(end - first)
    for index in 0..<end - first {
      let wall = zone.wallTime(at: start + Int64(index) * 60)
      let reading = (day: wall.day.daysSinceEpoch, minute: wall.second / 60)
      readings.append(reading)
      let key = reading.day * 1440 + reading.minute
      shown[key] = (shown[key]?.first ?? index, index)
    }
  }

  var span: Interval { Interval(start: start, end: start + Int64(readings.count) * 60) }

  func instant(_ index: Int) -> Instant { start + Int64(index) * 60 }

  /// The minutes at which a window is open: on each of the weekdays from the first minute that
  /// shows its start to the last that shows its end, later by the gap where the clocks skip it.
  func open(weekdays: Set<Weekday>, from opens: Int, to closes: Int) -> [Bool] {
    var open = [Bool](repeating: false, count: readings.count)
    guard let first = readings.first?.day, let last = readings.last?.day else { return open }
    for day in first - 1...last
    where weekdays.contains(CivilDay(daysSinceEpoch: day).weekday) {
      let startKey = day * 1440 + opens
      let endKey = (closes <= opens ? day + 1 : day) * 1440 + closes
      let from = index(startKey) { $0.first } ?? (startKey < first * 1440 ? 0 : readings.count)
      let to = index(endKey) { $0.last } ?? (endKey < first * 1440 ? 0 : readings.count)
      for index in from..<max(from, to) { open[index] = true }
    }
    return open
  }

  private func index(_ key: Int, _ pick: ((first: Int, last: Int)) -> Int) -> Int? {
    (shown[key] ?? shown[key + gap]).map(pick)
  }

  /// The minutes of the days between two of each year, both included.
  func days(from first: (month: Int, day: Int), to last: (month: Int, day: Int)) -> [Bool] {
    readings.map { reading in
      let day = CivilDay(daysSinceEpoch: reading.day)
      let isAfter = (day.month, day.day) >= first
      let isBefore = (day.month, day.day) <= last
      return first <= last ? isAfter && isBefore : isAfter || isBefore
    }
  }
}

struct NoSuchDay: Error {}

func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDay {
  guard let day = CivilDay(year: year, month: month, day: day) else { throw NoSuchDay() }
  return day
}

extension IntervalSet {
  /// Whether each minute from a start on is inside.
  func minutes(from start: Instant, count: Int) -> [Bool] {
    var inside = [Bool](repeating: false, count: count)
    for interval in intervals {
      let from = max(0, Int((interval.start - start) / 60))
      let to = min(count, Int((interval.end - start) / 60))
      for index in from..<max(from, to) { inside[index] = true }
    }
    return inside
  }
}
