import Chronology

/// The time that figures are taken over, and how much of it has passed.
struct Span: Sendable {
  let interval: Interval
  /// Whole days of it that have passed; a day on which the clocks change is a day. None where all
  /// of it lies before the first record, since nothing is known of that time.
  let daysElapsed: Double

  init(_ interval: Interval, firstRecord: Instant?, asOf: Instant) {
    self.interval = interval
    guard let firstRecord, firstRecord < interval.end, asOf > interval.start else {
      daysElapsed = 0
      return
    }
    daysElapsed =
      asOf >= interval.end
      ? (Double(interval.seconds) / 86_400).rounded()
      : (Double(asOf - interval.start) / 86_400).rounded(.down)
  }
}
