/// Dates and times in fixed digits, written byte by byte: a register of ten thousand records shows
/// half a million of them.
enum DateDigits {
  /// `2026-03-09`; a year beyond four digits, or before the year 0, is written in full.
  static func day(_ day: CivilDay) -> String {
    guard (0...9999).contains(day.year) else { return wideDay(day) }
    return String(unsafeUninitializedCapacity: 10) { buffer in
      write(day, to: buffer)
      return 10
    }
  }

  /// `2026-03-09T02:05:00Z`
  static func instant(_ day: CivilDay, second: Int) -> String {
    guard (0...9999).contains(day.year) else {
      return "\(wideDay(day))T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):"
        + "\(twoDigits(second % 60))Z"
    }
    return String(unsafeUninitializedCapacity: 20) { buffer in
      write(day, second: second, to: buffer)
      return 20
    }
  }

  /// The same as bytes of ASCII, which are there while `body` runs.
  static func withInstant<Result>(
    _ day: CivilDay, second: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard (0...9999).contains(day.year) else {
      var text = instant(day, second: second)
      return text.withUTF8(body)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      write(day, second: second, to: buffer)
      return body(UnsafeBufferPointer(buffer))
    }
  }

  private static func write(
    _ day: CivilDay, second: Int, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) {
    write(day, to: buffer)
    buffer[10] = UInt8(ascii: "T")
    write(second / 3600, at: 11, to: buffer)
    buffer[13] = UInt8(ascii: ":")
    write(second / 60 % 60, at: 14, to: buffer)
    buffer[16] = UInt8(ascii: ":")
    write(second % 60, at: 17, to: buffer)
    buffer[19] = UInt8(ascii: "Z")
  }

  private static func write(_ day: CivilDay, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    write(day.year / 100, at: 0, to: buffer)
    write(day.year % 100, at: 2, to: buffer)
    buffer[4] = UInt8(ascii: "-")
    write(day.month, at: 5, to: buffer)
    buffer[7] = UInt8(ascii: "-")
    write(day.day, at: 8, to: buffer)
  }

  private static func write(
    _ number: Int, at index: Int, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) {
    buffer[index] = 0x30 + UInt8(number / 10)
    buffer[index + 1] = 0x30 + UInt8(number % 10)
  }

  private static func wideDay(_ day: CivilDay) -> String {
    "\(fourDigits(day.year))-\(twoDigits(day.month))-\(twoDigits(day.day))"
  }
}
