/// Times of day: `02:00`, `0200`, `2.30`, `10 AM`, `10:30 p.m.`, `noon`, `midnight`, `24:00`.
enum TimeOfDayText {
  enum Reading: Hashable {
    /// Minutes after midnight, 0 to 1440.
    case minutes(Int)
    /// It has the form of a time and is none: `25:00`.
    case outOfRange
    /// A bare number that may be morning or afternoon.
    case unclear
  }

  /// Nil, with nothing taken, where no time comes next.
  static func take(_ tokens: inout CellTokens) -> Reading? {
    if tokens.take("noon", "midday") { return .minutes(720) }
    if tokens.take("midnight") { return .minutes(0) }
    var rest = tokens
    guard let number = rest.takeNumber() else { return nil }
    var (hour, minute) = (number.whole, 0)
    var isClear = false
    if number.fractionDigits == 2 {
      minute = number.fraction
      isClear = true
    } else if number.fractionDigits > 0 {
      return nil
    } else if rest.take(sign: ":") {
      guard let value = rest.takeInteger() else { return nil }
      minute = value
      isClear = true
    } else if number.digits == 4 {
      (hour, minute) = (number.whole / 100, number.whole % 100)
      isClear = true
    }
    _ = rest.take("h", "hrs", "hours")
    let half = takeHalf(&rest)
    tokens = rest
    guard minute < 60 else { return .outOfRange }
    if let half {
      guard (1...12).contains(hour) else { return .outOfRange }
      return .minutes((hour % 12 + (half == .afternoon ? 12 : 0)) * 60 + minute)
    }
    guard isClear else { return .unclear }
    guard hour < 24 || hour == 24 && minute == 0 else { return .outOfRange }
    return .minutes(hour * 60 + minute)
  }

  private enum Half { case morning, afternoon }

  /// `AM`, `a.m.`, `pm`.
  private static func takeHalf(_ tokens: inout CellTokens) -> Half? {
    if tokens.take("am") { return .morning }
    if tokens.take("pm") { return .afternoon }
    var rest = tokens
    guard let letter = rest.takeWord(), letter == "a" || letter == "p", rest.take(sign: "."),
      rest.take("m")
    else { return nil }
    _ = rest.take(sign: ".")
    tokens = rest
    return letter == "a" ? .morning : .afternoon
  }
}
