import Chronology

extension Instant {
  /// `20260309T020500Z`
  var iCalendar: String { Zone.utc.wallTime(at: self).iCalendar + "Z" }
}

extension WallTime {
  /// `20260309T020500`
  var iCalendar: String {
    guard (0...9999).contains(day.year) else { return "" }
    return String(unsafeUninitializedCapacity: 15) { buffer in
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
