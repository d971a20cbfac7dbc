/// Reading RFC 3339 instants and ISO 8601 intervals as people write them.
package enum InstantText {
  /// An instant, and whether its zone had to be assumed.
  package struct Reading: Sendable, Hashable {
    package let instant: Instant
    package let zoneAssumed: Bool
  }

  /// Reads `2026-03-02T09:15Z`: seconds may be left out, `t`, a space, `z` and a fraction of a
  /// second (dropped) are taken. Without zone or offset `zone` is assumed. Nil for anything else,
  /// and for dates and times that do not exist, 24:00 and leap seconds among them.
  package static func read(_ text: String, in zone: Zone) -> Reading? {
    var scanner = Digits(text)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let dayNumber = scanner.number(2),
      let day = CivilDay(year: year, month: month, day: dayNumber),
      scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let hour = scanner.number(2), hour < 24, scanner.take(":"),
      let minute = scanner.number(2), minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let value = scanner.number(2), value < 60 else { return nil }
      second = value
      if scanner.take(".") { guard scanner.skipDigits() > 0 else { return nil } }
    }
    let time = WallTime(day: day, second: hour * 3600 + minute * 60 + second)
    if scanner.atEnd {
      return Reading(instant: zone.instant(of: time), zoneAssumed: true)
    }
    guard let offset = scanner.offset(), scanner.atEnd else { return nil }
    return Reading(instant: Zone.utc.instant(of: time) + -offset, zoneAssumed: false)
  }

  /// Reads a date, `2026-03-02`.
  package static func readDay(_ text: String) -> CivilDay? {
    var scanner = Digits(text)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let day = scanner.number(2), scanner.atEnd
    else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }
}

/// Fixed-width numbers out of a short text.
private struct Digits {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var atEnd: Bool { index == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
    index += 1
    return true
  }

  mutating func number(_ digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + digits] {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += digits
    return value
  }

  mutating func skipDigits() -> Int {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index - start
  }

  /// `Z`, `+02:00` or `+0200`, in seconds ahead of UTC.
  mutating func offset() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours < 24 else { return nil }
    _ = take(":")
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * Int64(hours * 3600 + minutes * 60)
  }
}
