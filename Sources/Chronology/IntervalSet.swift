/// Instants as disjoint intervals in order; intervals that touch are one.
package struct IntervalSet: Sendable, Hashable {
  /// In order. None is empty, and none touches the next.
  package let intervals: [Interval]

  package static let empty = IntervalSet(normalised: [])

  private init(normalised intervals: [Interval]) { self.intervals = intervals }

  package init(_ interval: Interval) { intervals = interval.seconds > 0 ? [interval] : [] }

  /// The instants that lie in any of the intervals, which may come in any order and overlap.
  package init(_ intervals: [Interval]) {
    let sorted = intervals.filter { $0.seconds > 0 }.sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    var merged: [Interval] = []
    merged.reserveCapacity(sorted.count)
    for interval in sorted {
      if let last = merged.last, interval.start <= last.end {
        merged[merged.count - 1] = Interval(start: last.start, end: max(last.end, interval.end))
      } else {
        merged.append(interval)
      }
    }
    self.intervals = merged
  }

  package var isEmpty: Bool { intervals.isEmpty }

  /// How long all of it is.
  package var seconds: Int64 { intervals.reduce(0) { $0 + $1.seconds } }

  package func union(_ other: IntervalSet) -> IntervalSet {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return IntervalSet(intervals + other.intervals)
  }

  package func intersection(_ other: IntervalSet) -> IntervalSet {
    var common: [Interval] = []
    var (a, b) = (0, 0)
    while a < intervals.count, b < other.intervals.count {
      let (mine, its) = (intervals[a], other.intervals[b])
      let (start, end) = (max(mine.start, its.start), min(mine.end, its.end))
      if start < end { common.append(Interval(start: start, end: end)) }
      if mine.end < its.end { a += 1 } else { b += 1 }
    }
    return IntervalSet(normalised: common)
  }

  package func intersection(_ interval: Interval) -> IntervalSet {
    intersection(IntervalSet(interval))
  }

  package func subtracting(_ other: IntervalSet) -> IntervalSet {
    var rest: [Interval] = []
    var next = 0
    for interval in intervals {
      var start = interval.start
      while next < other.intervals.count, other.intervals[next].end <= start { next += 1 }
      var index = next
      while index < other.intervals.count, other.intervals[index].start < interval.end {
        let hole = other.intervals[index]
        if start < hole.start { rest.append(Interval(start: start, end: hole.start)) }
        start = max(start, hole.end)
        index += 1
      }
      if start < interval.end { rest.append(Interval(start: start, end: interval.end)) }
    }
    return IntervalSet(normalised: rest)
  }

  /// The interval that holds an instant; nil where none does.
  package func interval(holding instant: Instant) -> Interval? {
    let index = firstIndex(endingAfter: instant)
    guard index < intervals.count, intervals[index].start <= instant else { return nil }
    return intervals[index]
  }

  package func contains(_ instant: Instant) -> Bool { interval(holding: instant) != nil }

  /// Whether all of an interval lies inside; one of no length where its instant does.
  package func covers(_ interval: Interval) -> Bool {
    guard let around = self.interval(holding: interval.start) else { return false }
    return interval.end <= around.end
  }

  /// Whether any instant of an interval lies inside; of one of no length its instant.
  package func overlaps(_ interval: Interval) -> Bool {
    let index = firstIndex(endingAfter: interval.start)
    guard index < intervals.count else { return false }
    return intervals[index].start < interval.end || intervals[index].start == interval.start
  }

  /// The first instant after one at which inside and outside change places; nil where none does.
  package func transition(after instant: Instant) -> Instant? {
    let index = firstIndex(endingAfter: instant)
    guard index < intervals.count else { return nil }
    let interval = intervals[index]
    return interval.start > instant ? interval.start : interval.end
  }

  /// What is left, from an instant on, of the first interval in which a duration still fits; nil
  /// where it fits in none.
  package func first(lasting seconds: Int64, from instant: Instant) -> Interval? {
    for interval in intervals[firstIndex(endingAfter: instant)...] {
      let start = max(interval.start, instant)
      if interval.end - start >= seconds { return Interval(start: start, end: interval.end) }
    }
    return nil
  }

  /// The index of the first interval with an end after an instant; the count where there is none.
  private func firstIndex(endingAfter instant: Instant) -> Int {
    var (low, high) = (0, intervals.count)
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
