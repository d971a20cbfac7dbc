import Chronology

/// Years of a zone, minute by minute or in steps of some minutes, as its clocks show them: what
/// calendars are compared with. It knows nothing of intervals.
struct MinuteByMinute: Sendable {
  /// The first minute.
  let start: Instant
  /// The reading of each minute: days since the epoch, and minutes since midnight.
  private(set) var readings: [(day: Int, minute: Int)] = []
  /// The indices at which a reading is shown, first and last.
  private var shown: [Int: (first: Int, last: Int)] = [:]
  /// How many minutes the zone's clocks skip at a time.
  private let gap: Int

  /// How many minutes lie between two readings.
  let step: Int

  /// From 1 January of a year on.
  init(_ year: Int, in zone: Zone, gap: Int = 60, years: Int = 2, step: Int = 1) throws {
    self.gap = gap
    self.step = step
    let first = Int(zone.start(of: try day(year, 1, 1)).secondsSinceEpoch / 60)
    let end = Int(zone.start(of: try day(year + years, 1, 1)).secondsSinceEpoch / 60)
    start = Instant(secondsSinceEpoch: Int64(first) * 60)
    readings.reserveCapacity((end - first) / step)
    for index in 0..<(end - first) / step {
      let wall = zone.wallTime(at: start + Int64(index * step) * 60)
      let reading = (day: wall.day.daysSinceEpoch, minute: wall.second / 60)
      readings.append(reading)
      let key = reading.day * 1440 + reading.minute
      shown[key] = (shown[key]?.first ?? index, index)
    }
  }

  var span: Interval { Interval(start: start, end: start + Int64(readings.count * step) * 60) }

  func instant(_ index: Int) -> Instant { start + Int64(index * step) * 60 }

  /// The minutes at which a window is open: on each of the weekdays from the first minute that
  /// shows its start to the last that shows its end, later by the gap where the clocks skip it.
  func open(weekdays: Set<Weekday>, from opens: Int, to closes: Int) -> [Bool] {
    var open = [Bool](repeating: false, count: readings.count)
    add(from: opens, to: closes, later: closes <= opens ? 1 : 0, to: &open) {
      weekdays.contains($0.weekday)
    }
    return open
  }

  /// Adds what is open on each day of a kind, from a minute of it to a minute of a later day.
  func add(
    from opens: Int, to closes: Int, later: Int, to open: inout [Bool],
    on isDay: (CivilDay) -> Bool
  ) {
    guard let first = readings.first?.day, let last = readings.last?.day else { return }
    for day in first - 1 - later...last where isDay(CivilDay(daysSinceEpoch: day)) {
      let startKey = day * 1440 + opens
      let endKey = (day + later) * 1440 + closes
      let from = index(startKey) { $0.first } ?? (startKey < first * 1440 ? 0 : readings.count)
      let to = index(endKey) { $0.last } ?? (endKey < first * 1440 ? 0 : readings.count)
      for index in from..<max(from, to) { open[index] = true }
    }
  }

  private func index(_ key: Int, _ pick: ((first: Int, last: Int)) -> Int) -> Int? {
    // Before the first day nothing is shown, and nothing skipped.
    if let first = readings.first?.day, key < first * 1440 { return nil }
    return (shown[key] ?? shown[key + gap]).map(pick)
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
  func minutes(from start: Instant, count: Int, step: Int = 1) -> [Bool] {
    var inside = [Bool](repeating: false, count: count)
    let seconds = Int64(step) * 60
    for interval in intervals {
      let from = max(0, Int((interval.start - start) / seconds))
      let to = min(count, Int((interval.end - start) / seconds))
      for index in from..<max(from, to) { inside[index] = true }
    }
    return inside
  }
}
