import Chronology

/// Looks ahead for the time in which a change may run: the next weeks, the next year, then all up
/// to the horizon.
struct OpeningSearch {
  let start: Instant
  private let horizon: Instant
  private let openTime: (Interval) -> IntervalSet

  /// Two leap years and more after the last thing that happens once: what recurs each week and
  /// each year has shown all it has by then. What lies beyond the year 2200 is not looked at.
  ///
  /// - Parameters:
  ///   - last: The last instant at which something happens once.
  ///   - openTime: When the change may run, within a span.
  init(from start: Instant, last: Instant, openTime: @escaping (Interval) -> IntervalSet) {
    self.start = start
    self.openTime = openTime
    horizon = max(start, min(last, Self.furthest)) + 800 * 86_400
  }

  /// 2201-01-01.
  private static let furthest = Instant(secondsSinceEpoch: 7_289_654_400)

  private var spans: [Interval] {
    [40, 400].map { start + $0 * 86_400 }.filter { $0 < horizon }.map {
      Interval(start: start, end: $0)
    } + [Interval(start: start, end: horizon)]
  }

  /// The next time of that many seconds, up to its end; nil where there is none for certain.
  func first(lasting seconds: Int64) -> Interval? {
    for span in spans {
      guard let found = openTime(span).first(lasting: max(seconds, 1), from: start) else {
        continue
      }
      // An opening that reaches the end of what was looked at may go on.
      if found.end < span.end { return found }
      if span.end == horizon { return Interval(start: found.start, end: .distantFuture) }
    }
    return nil
  }

  /// The next instant at which open and closed change places; nil where there is none.
  func transition() -> Instant? {
    for span in spans {
      if let found = openTime(span).transition(after: start), found < span.end { return found }
    }
    return nil
  }
}
