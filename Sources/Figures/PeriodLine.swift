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

  /// The elements of each period, in their order, by an instant of theirs; what lies outside the
  /// line is left out.
  func buckets<Element>(_ elements: [Element], by instant: (Element) -> Instant) -> [[Element]] {
    var buckets = [[Element]](repeating: [], count: periods.count)
    for element in elements {
      guard let index = index(of: instant(element)) else { continue }
      buckets[index].append(element)
    }
    return buckets
  }
}
