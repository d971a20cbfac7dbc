/// Writes a date, a time or a duration as people read it into bytes on the stack: pages show a
/// dozen of them for every record.
struct TimeBytes {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// Calls `body` with what `write` wrote, which is valid UTF-8 of at most `longest` bytes.
  static func with(
    _ write: (inout TimeBytes) -> Void, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { buffer in
      var text = TimeBytes(buffer: buffer)
      write(&text)
      body(UnsafeBufferPointer(rebasing: buffer[..<text.count]))
    }
  }

  static func string(_ write: (inout TimeBytes) -> Void) -> String {
    var text = ""
    with(write) { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// More than two dates with years of nineteen digits and what stands between them.
  private static let longest = 128

  private init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  private mutating func append(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

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

  /// `UTC`, `UTC+1`, `UTC−3:30`; with a minus sign, U+2212.
  mutating func append(offset seconds: Int64) {
    append("UTC")
    guard seconds != 0 else { return }
    append(seconds < 0 ? "\u{2212}" : "+")
    let minutes = Int(seconds.magnitude / 60)
    append(number: minutes / 60)
    guard !minutes.isMultiple(of: 60) else { return }
    append(":")
    append(twoDigits: minutes % 60)
  }

  private mutating func append(twoDigits number: Int) {
    append(0x30 + UInt8(number / 10))
    append(0x30 + UInt8(number % 10))
  }

  mutating func append(number: Int) {
    switch number {
    case 0..<10: return append(0x30 + UInt8(number))
    case 10..<100: return append(twoDigits: number)
    case 1000..<10_000:
      append(twoDigits: number / 100)
      return append(twoDigits: number % 100)
    default: break
    }
    if number < 0 { append("-") }
    let start = count
    var rest = number.magnitude
    repeat {
      append(0x30 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    buffer[start..<count].reverse()
  }

  private static let months: [StaticString] = [
    " Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ", " Jul ", " Aug ", " Sep ", " Oct ",
    " Nov ", " Dec ",
  ]
}
