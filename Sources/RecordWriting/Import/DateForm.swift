import Chronology

/// How an export writes instants: letters as in `dd/MM/yyyy HH:mm`.
package struct DateForm: Sendable {
  private enum Piece: Sendable {
    case shortYear
    case year, month, monthName, day, hour, halfHour, minute, second, half, byte(UInt8)
  }

  private let pieces: [Piece]

  package static let accepted =
    "letters such as yyyy-MM-dd HH:mm:ss, dd/MM/yyyy, d MMM yyyy or MM/dd/yyyy hh:mm a"

  /// Nil for a pattern with other letters, and for one without a whole day.
  package init?(_ pattern: String) {
    var pieces: [Piece] = []
    let bytes = Array(pattern.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let count = bytes[index...].prefix { $0 == byte }.count
      switch (byte, count) {
      case (UInt8(ascii: "y"), 4): pieces.append(.year)
      case (UInt8(ascii: "y"), 2): pieces.append(.shortYear)
      case (UInt8(ascii: "M"), 1...2): pieces.append(.month)
      case (UInt8(ascii: "M"), 3...4): pieces.append(.monthName)
      case (UInt8(ascii: "d"), 1...2): pieces.append(.day)
      case (UInt8(ascii: "H"), 1...2): pieces.append(.hour)
      case (UInt8(ascii: "h"), 1...2): pieces.append(.halfHour)
      case (UInt8(ascii: "m"), 1...2): pieces.append(.minute)
      case (UInt8(ascii: "s"), 1...2): pieces.append(.second)
      case (UInt8(ascii: "a"), 1...2): pieces.append(.half)
      case (UInt8(ascii: "T"), 1): pieces.append(.byte(byte))
      case (UInt8(ascii: "A")...UInt8(ascii: "Z"), _), (UInt8(ascii: "a")...UInt8(ascii: "z"), _):
        return nil
      default: pieces += Array(repeating: .byte(byte), count: count)
      }
      index += count
    }
    func has(_ isPiece: (Piece) -> Bool) -> Bool { pieces.contains(where: isPiece) }
    let isWhole =
      has { if case .year = $0 { true } else if case .shortYear = $0 { true } else { false } }
      && has { if case .month = $0 { true } else if case .monthName = $0 { true } else { false } }
      && has { if case .day = $0 { true } else { false } }
    guard isWhole else { return nil }
    self.pieces = pieces
  }

  /// The instant that clocks of a zone show as the text says; nil where it is not written in this form, and for
  /// days and times that there are not.
  package func read(_ text: String, in zone: Zone) -> Instant? {
    var rest = Array(text.utf8)[...]
    var (year, month, day, hour, minute, second) = (0, 0, 0, 0, 0, 0)
    var isAfternoon: Bool?
    func number(_ most: Int) -> Int? {
      let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    for piece in pieces {
      switch piece {
      case .byte(let byte):
        guard rest.popFirst() == byte else { return nil }
      case .shortYear:
        guard rest.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }), let value = number(2)
        else {
          return nil
        }
        year = 2000 + value
      case .year:
        guard let value = number(4), value >= 1000 else { return nil }
        year = value
      case .month:
        guard let value = number(2) else { return nil }
        month = value
      case .monthName:
        let letters = rest.prefix { $0 >= 0x41 }
        rest = rest.dropFirst(letters.count)
        let name = String(decoding: letters, as: UTF8.self).lowercased()
        guard name.utf8.count >= 3,
          let index = Self.months.firstIndex(where: { $0.hasPrefix(name) })
        else { return nil }
        month = index + 1
      case .day:
        guard let value = number(2) else { return nil }
        day = value
      case .hour, .halfHour:
        guard let value = number(2), value < 24 else { return nil }
        hour = value
      case .minute:
        guard let value = number(2), value < 60 else { return nil }
        minute = value
      case .second:
        guard let value = number(2), value < 60 else { return nil }
        second = value
      case .half:
        let word = String(decoding: rest.prefix(2), as: UTF8.self).lowercased()
        guard word == "am" || word == "pm" else { return nil }
        isAfternoon = word == "pm"
        rest = rest.dropFirst(2)
      }
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard rest.isEmpty, let civil = CivilDay(year: year, month: month, day: day) else { return nil }
    let instant = zone.instant(of: WallTime(day: civil, second: hour * 3600 + minute * 60 + second))
    return Interval.plausibleYears.contains(instant) ? instant : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
