import Chronology

/// The periods of one kind between two instants, without gaps.
struct PeriodLine: Sendable {
  /// Never empty; the earliest first.
  let periods: [Period]
  /// The seconds since the epoch at which each begins, for the search: a period is many times as
  /// large.
  private let starts: [Int64]

  /// From the period that holds `first` to the one that holds `last`; only the latter where
  /// `first` is later.
  init(_ kind: Period.Kind, from first: Instant, to last: Instant, in zone: Zone) {
    var periods = [Period(kind, holding: min(first, last), in: zone)]
    while let latest = periods.last, latest.interval.end <= last {
      periods.append(latest.next(in: zone))
    }
    self.periods = periods
    starts = periods.map(\.interval.start.secondsSinceEpoch)
  }

  /// The index of the period that holds an instant; nil outside the line.
  func index(of instant: Instant) -> Int? {
    let second = instant.secondsSinceEpoch
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= second { low = middle } else { high = middle }
    }
    return periods[low].interval.contains(instant) ? low : nil
  }

  /// The same; quickest where it lies in the period of the guess, as that of one record mostly does in
  /// that of the record before.
  func index(of instant: Instant, near guess: Int) -> Int? {
    let second = instant.secondsSinceEpoch
    guard guess + 1 < starts.count, starts[guess] <= second, second < starts[guess + 1] else {
      return index(of: instant)
    }
    return guess
  }
}

/// The elements of each period of a line, in their order; what lies outside it is left out.
struct PeriodBuckets<Element> {
  private var buckets: [[Element]]
  private var last = 0

  init(_ line: PeriodLine) {
    buckets = [[Element]](repeating: [], count: line.periods.count)
  }

  mutating func append(_ element: Element, at instant: Instant, on line: PeriodLine) {
    guard let index = line.index(of: instant, near: last) else { return }
    buckets[index].append(element)
    last = index
  }

  /// By the index of the period.
  subscript(index: Int) -> [Element] { buckets[index] }
}
