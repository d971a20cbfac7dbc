import Chronology

/// Elements in the order of an instant of theirs, so that those of an interval are one slice.
struct Chronicle<Element: Sendable>: Sendable {
  private let instants: [Instant]
  private let elements: [Element]

  /// Elements of one instant stay in their order.
  init(_ entries: [(at: Instant, element: Element)]) {
    let order = entries.indices.sorted {
      (entries[$0].at, $0) < (entries[$1].at, $1)
    }
    instants = order.map { entries[$0].at }
    elements = order.map { entries[$0].element }
  }

  /// Those of an interval, the earliest first.
  subscript(interval: Interval) -> ArraySlice<Element> {
    let start = count(before: interval.start)
    return elements[start..<max(start, count(before: interval.end))]
  }

  /// Those before an instant, the earliest first.
  func before(_ instant: Instant) -> ArraySlice<Element> { elements[..<count(before: instant)] }

  private func count(before instant: Instant) -> Int {
    var low = 0
    var high = instants.count
    while low < high {
      let middle = (low + high) / 2
      if instants[middle] < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
