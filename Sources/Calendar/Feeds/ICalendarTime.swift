import Chronology

extension Instant {
  /// `20260309T020500Z`
  var iCalendar: String { Zone.utc.wallTime(at: self).iCalendar + "Z" }

  /// The same as bytes of ASCII, which are there while `body` runs.
  func withICalendar(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let time = Zone.utc.wallTime(at: self)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { buffer in
      let count = time.writeICalendar(to: buffer)
      buffer[count] = UInt8(ascii: "Z")
      body(UnsafeBufferPointer(rebasing: buffer[...count]))
    }
  }
}

extension WallTime {
  /// `20260309T020500`
  var iCalendar: String {
    String(unsafeUninitializedCapacity: 15) { writeICalendar(to: $0) }
  }

  /// How many bytes were written: none for a year that has not four digits.
  fileprivate func writeICalendar(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard (0...9999).contains(day.year) else { return 0 }
    func write(_ number: Int, at index: Int) {
      buffer[index] = 0x30 + UInt8(number / 10)
      buffer[index + 1] = 0x30 + UInt8(number % 10)
    }
    write(day.year / 100, at: 0)
    write(day.year % 100, at: 2)
    write(day.month, at: 4)
    write(day.day, at: 6)
    buffer[8] = UInt8(ascii: "T")
    write(second / 3600, at: 9)
    write(second / 60 % 60, at: 11)
    write(second % 60, at: 13)
    return 15
  }
}

extension Weekday {
  /// `MO`
  var iCalendar: String {
    switch self {
    case .monday: "MO"
    case .tuesday: "TU"
    case .wednesday: "WE"
    case .thursday: "TH"
    case .friday: "FR"
    case .saturday: "SA"
    case .sunday: "SU"
    }
  }
}

extension Zone {
  /// Whether its clocks show a time exactly once.
  func showsOnce(_ time: WallTime) -> Bool {
    let first = instant(of: time)
    return first == instant(of: time, later: true) && wallTime(at: first) == time
  }
}
