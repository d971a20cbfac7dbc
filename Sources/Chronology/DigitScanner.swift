/// Fixed-width numbers out of the bytes of a short text.
struct DigitScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

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

  /// The digits of a fraction; nil where there are none, else whether one of them is not zero.
  private mutating func skipFraction() -> Bool? {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start ? bytes[start..<index].contains { $0 != 0x30 } : nil
  }

  /// `2026-03-09`
  mutating func day() -> CivilDay? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2)
    else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// A time of day in whole seconds since midnight, at most 86 400, and whether a fraction was dropped.
  struct TimeOfDay {
    let second: Int
    let isCut: Bool
  }

  /// `02:05`, `02:05:30` or `02:05:30.25`; `24:00` is the end of the day.
  mutating func timeOfDay() -> TimeOfDay? {
    guard let hour = number(2), hour <= 24, take(":"), let minute = number(2), minute < 60 else {
      return nil
    }
    var second = 0
    var isCut = false
    if take(":") {
      guard let value = number(2), value < 60 else { return nil }
      second = value
      if take(".") {
        guard let isFraction = skipFraction() else { return nil }
        isCut = isFraction
      }
    }
    guard hour < 24 || minute == 0 && second == 0 && !isCut else { return nil }
    return TimeOfDay(second: hour * 3600 + minute * 60 + second, isCut: isCut)
  }

  /// How far clocks are ahead of UTC.
  struct Offset {
    /// Nil where the text does not say.
    let seconds: Int64?
  }

  /// Nothing, `Z`, `+02:00`, `+0200` or `+02`; nil for anything else.
  mutating func optionalOffset() -> Offset? {
    if atEnd { return Offset(seconds: nil) }
    if take("Z") || take("z") { return Offset(seconds: 0) }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hours = number(2), hours < 24 else { return nil }
    var minutes = 0
    if take(":") || !atEnd {
      guard let value = number(2), value < 60 else { return nil }
      minutes = value
    }
    return Offset(seconds: sign * Int64(hours * 3600 + minutes * 60))
  }
}
