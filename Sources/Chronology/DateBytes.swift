/// The bytes of a date or a time as people read it: pages show a dozen of them for every record.
struct DateBytes {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(32) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// `9 Mar 2026`
  mutating func append(_ day: CivilDay) {
    append(number: day.day)
    append(Self.months[day.month - 1])
    append(number: day.year)
  }

  /// `02:05`
  mutating func append(clock time: WallTime) {
    append(twoDigits: time.second / 3600)
    append(":")
    append(twoDigits: time.second / 60 % 60)
  }

  private mutating func append(twoDigits number: Int) {
    bytes.append(0x30 + UInt8(number / 10))
    bytes.append(0x30 + UInt8(number % 10))
  }

  private mutating func append(number: Int) {
    switch number {
    case 0..<10: return bytes.append(0x30 + UInt8(number))
    case 10..<100: return append(twoDigits: number)
    case 1000..<10_000:
      append(twoDigits: number / 100)
      return append(twoDigits: number % 100)
    default: break
    }
    if number < 0 { append("-") }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private static let months: [StaticString] = [
    " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ",
    " Nov ", " Dec ",
  ]
}
