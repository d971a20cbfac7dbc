/// Reading and writing lengths of time.
package enum DurationText {
  /// Reads `45m`, `2h`, `1h30m`, `90 min`, `2 days` or ISO 8601's `PT1H30M`, in seconds. Units go
  /// from large to small, each at most once; weeks and days are of 7 days and 24 hours. Nil for
  /// anything else, months and years among them, whose length depends on when they are.
  package static func read(_ text: String) -> Int64? {
    var rest = Array(text.utf8)[...]
    let isISO = rest.first.map { $0 | 0x20 == UInt8(ascii: "p") } ?? false
    if isISO { rest.removeFirst() }
    var total: Int64 = 0
    var smallest = Unit.week.seconds + 1
    var isTime = false
    var parts = 0
    while !rest.isEmpty {
      if isISO, !isTime, rest.first.map({ $0 | 0x20 == UInt8(ascii: "t") }) ?? false {
        isTime = true
        rest.removeFirst()
        guard !rest.isEmpty else { return nil }
        continue
      }
      guard let number = takeNumber(&rest), let unit = takeUnit(&rest, isISO: isISO),
        unit.seconds < smallest, !isISO || isTime == (unit.seconds < Unit.day.seconds)
      else { return nil }
      total += number * unit.seconds
      smallest = unit.seconds
      parts += 1
    }
    return parts > 0 ? total : nil
  }

  /// `1 h 35 min`, `2 d 3 h`, `45 s`: the two largest units, the second left out where it is zero.
  /// The rest is cut off, not rounded, so that no text reaches a limit that the duration does not.
  /// A negative one begins with a minus sign, U+2212.
  package static func describe(seconds: Int64) -> String {
    let size = seconds.magnitude
    if size >= 86_400 { return words(of: seconds, .day, .hour) }
    if size >= 3600 { return words(of: seconds, .hour, .minute) }
    if size >= 60 { return words(of: seconds, .minute, .second) }
    return words(of: seconds, .second, nil)
  }

  private static func words(of seconds: Int64, _ larger: Unit, _ smaller: Unit?) -> String {
    // Seconds alone are fewer than 60, so that every count fits an Int.
    let (count, rest) = seconds.magnitude.quotientAndRemainder(dividingBy: UInt64(larger.seconds))
    return TimeBytes.string { text in
      if seconds < 0 { text.append("\u{2212}") }
      text.append(number: Int(count))
      text.append(larger.symbol)
      guard let smaller, rest >= smaller.seconds else { return }
      text.append(" ")
      text.append(number: Int(rest) / Int(smaller.seconds))
      text.append(smaller.symbol)
    }
  }

  private enum Unit {
    case week, day, hour, minute, second

    var seconds: Int64 {
      switch self {
      case .week: 604_800
      case .day: 86_400
      case .hour: 3600
      case .minute: 60
      case .second: 1
      }
    }

    /// With the blank before it.
    var symbol: StaticString {
      switch self {
      case .week: " w"
      case .day: " d"
      case .hour: " h"
      case .minute: " min"
      case .second: " s"
      }
    }

    init?(_ word: String) {
      switch word {
      case "w", "week", "weeks": self = .week
      case "d", "day", "days": self = .day
      case "h", "hour", "hours": self = .hour
      case "m", "min", "mins", "minute", "minutes": self = .minute
      case "s", "sec", "secs", "second", "seconds": self = .second
      default: return nil
      }
    }
  }

  /// Up to seven digits, so that no sum overflows.
  private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...7).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// A unit's letter or word, and the blanks around it.
  private static func takeUnit(_ rest: inout ArraySlice<UInt8>, isISO: Bool) -> Unit? {
    if !isISO { rest = rest.drop { $0 == 0x20 } }
    let letters = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
    let word = isISO ? letters.prefix(1) : letters
    rest = rest.dropFirst(word.count)
    if !isISO { rest = rest.drop { $0 == 0x20 } }
    return Unit(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self))
  }
}
