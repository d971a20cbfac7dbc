import Chronology

/// The time that figures are taken over, and how much of it has passed.
struct Span: Sendable {
  let interval: Interval
  /// Whole days of it that have passed since the first work on record; a day on which the clocks
  /// change is a day. None where all of it lies before that work, since nothing is known of that time.
  let daysElapsed: Double

  /// Something of it has passed and does not lie before the first record, so that even no work in it is
  /// known.
  let isKnown: Bool

  init(
    _ interval: Interval, firstRecord: Instant?, firstWork: Instant?, asOf: Instant, in zone: Zone
  ) {
    self.interval = interval
    let passed = min(asOf, interval.end) - interval.start
    isKnown = firstRecord.map { $0 < interval.end && passed >= 86_400 } ?? false
    guard let firstWork, firstWork < interval.end, asOf > interval.start else {
      daysElapsed = 0
      return
    }
    // Of the first day all of it counts.
    let known = zone.start(of: zone.wallTime(at: firstWork).day)
    let start = max(interval.start, known)
    daysElapsed =
      asOf >= interval.end
      ? (Double(interval.end - start) / 86_400).rounded()
      : (Double(asOf - start) / 86_400).rounded(.down)
  }
}
