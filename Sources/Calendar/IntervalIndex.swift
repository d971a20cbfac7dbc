import Chronology

/// Intervals that tell which of them overlap a span without being looked at one by one: in order of
/// their starts, under a tree of the latest ends.
struct IntervalIndex: Sendable {
  /// By start, then key.
  private let entries: [(interval: Interval, key: Int)]
  /// Node 1 is the root, the children of `n` are `2n` and `2n + 1`; the last `leaves` are the ends
  /// of the entries.
  private let latestEnds: [Instant]
  private let leaves: Int

  /// Intervals with whatever number they are known by.
  init(_ intervals: [(interval: Interval, key: Int)]) {
    entries = intervals.sorted {
      ($0.interval.start, $0.key) < ($1.interval.start, $1.key)
    }
    var leaves = 1
    while leaves < entries.count { leaves *= 2 }
    self.leaves = leaves
    var ends = [Instant](repeating: .distantPast, count: 2 * leaves)
    for (index, entry) in entries.enumerated() { ends[leaves + index] = entry.interval.end }
    for node in stride(from: leaves - 1, to: 0, by: -1) {
      ends[node] = max(ends[2 * node], ends[2 * node + 1])
    }
    latestEnds = ends
  }

  /// Hands over the keys of the intervals that overlap a span, by start, until `take` says no.
  func overlapping(_ span: Interval, _ take: (Int) -> Bool) {
    var index = next(from: 0, endingAfter: span.start)
    while let found = index, entries[found].interval.start < span.end {
      guard take(entries[found].key) else { return }
      index = next(from: found + 1, endingAfter: span.start)
    }
  }

  /// The first entry from an index on that ends after an instant.
  private func next(from index: Int, endingAfter instant: Instant) -> Int? {
    guard index < entries.count else { return nil }
    var node = leaves + index
    while latestEnds[node] <= instant {
      // On to the subtree at the right; the root has none.
      while node.isMultiple(of: 2) == false { node /= 2 }
      guard node > 0 else { return nil }
      node += 1
    }
    while node < leaves {
      node *= 2
      if latestEnds[node] <= instant { node += 1 }
    }
    return node - leaves
  }
}
