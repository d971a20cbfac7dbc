/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Sendable, Hashable, Comparable {
  package let secondsSinceEpoch: Int64

  package init(secondsSinceEpoch: Int64) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  package static func < (a: Instant, b: Instant) -> Bool {
    a.secondsSinceEpoch < b.secondsSinceEpoch
  }

  /// Seconds from `b` to `a`; negative where `a` is earlier.
  package static func - (a: Instant, b: Instant) -> Int64 {
    a.secondsSinceEpoch - b.secondsSinceEpoch
  }

  package static func + (a: Instant, seconds: Int64) -> Instant {
    Instant(secondsSinceEpoch: a.secondsSinceEpoch + seconds)
  }

  /// Before and after everything: ends that nobody knows. The first and last instants of the years
  /// 1 to 9999, so that they can be written like any other.
  package static let distantPast = Instant(secondsSinceEpoch: -62_135_596_800)
  package static let distantFuture = Instant(secondsSinceEpoch: 253_402_300_799)

  /// `2026-03-09T02:05:00Z`, RFC 3339 in UTC.
  package var rfc3339: String {
    let time = Zone.utc.wallTime(at: self)
    return DateDigits.instant(time.day, second: time.second)
  }

  /// The same as bytes of ASCII, which are there while `body` runs. Without a result, since generic
  /// code is not made anew for the modules that call it.
  package func withRFC3339(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let time = Zone.utc.wallTime(at: self)
    DateDigits.withInstant(time.day, second: time.second, body)
  }
}

/// From `start` up to and without `end`.
package struct Interval: Sendable, Hashable {
  package let start: Instant
  package let end: Instant

  /// - Precondition: `start` is not after `end`; an interval of no length holds no instant.
  package init(start: Instant, end: Instant) {
    precondition(start <= end, "an interval runs forward")
    self.start = start
    self.end = end
  }

  package static let always = Interval(start: .distantPast, end: .distantFuture)

  /// The years 1970 to 2200: an instant outside of them is a slip of the pen.
  package static let plausibleYears = Interval(
    start: Instant(secondsSinceEpoch: 0), end: Instant(secondsSinceEpoch: 7_289_654_400))

  package var seconds: Int64 { end - start }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant < end }

  package func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  /// What two intervals have in common; nil where they only touch or do not meet.
  package func intersection(_ other: Interval) -> Interval? {
    overlaps(other) ? Interval(start: max(start, other.start), end: min(end, other.end)) : nil
  }
}

/// `7` as `07`.
package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A year as ISO 8601 writes it: `0987` for 987.
func fourDigits(_ year: Int) -> String {
  if year >= 1000 { return "\(year)" }
  let digits = "\(abs(year))"
  let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
  return "\(year < 0 ? "-" : "")\(zeros)\(digits)"
}

extension Int64 {
  package func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  package func flooredRemainder(by divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

extension Interval {
  /// The end; nil where nobody has said when it ends.
  package var knownEnd: Instant? { end == .distantFuture ? nil : end }
}
