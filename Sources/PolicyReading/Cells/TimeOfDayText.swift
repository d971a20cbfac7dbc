/// Times of day: `02:00`, `0200`, `2.30`, `14h`, `14h30`, `10 AM`, `10:30 p.m.`, `noon`, `midnight`,
/// `24:00`.
enum TimeOfDayText {
  enum Reading: Hashable {
    /// Minutes after midnight, 0 to 1440.
    case minutes(Int)
    /// It has the form of a time and is none: `25:00`.
    case outOfRange
    /// A bare number that may be morning or afternoon.
    case unclear(hour: Int)
    /// Four digits that may be a year, with the minutes that they are as a time: `2025`.
    case perhapsYear(Int)
  }

  enum Half: Hashable { case morning, afternoon }

  /// Nil, with nothing taken, where no time comes next.
  static func take(_ tokens: inout CellTokens) -> Reading? { takeWhole(&tokens)?.time }

  /// A time with what its form says of the time beside it.
  struct Written {
    var time: Reading
    /// The half of the day that it names.
    var half: Half?
    /// Four digits with nothing between them or behind: `0200`.
    var isCompact = false
  }

  /// The same with the form in which it is written.
  static func takeWhole(_ tokens: inout CellTokens) -> Written? {
    if tokens.take("noon", "midday") { return Written(time: .minutes(720)) }
    if tokens.take("midnight") { return Written(time: .minutes(0)) }
    var rest = tokens
    guard let number = rest.takeNumber() else { return nil }
    var (hour, minute) = (number.whole, 0)
    var isClear = false
    var isCompact = false
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
      isCompact = true
    }
    let isHour = rest.take("h", "hrs", "hours")
    if isHour, !isClear {
      isClear = true
      minute = takeMinutes(&rest) ?? 0
    }
    let half = takeHalf(&rest)
    tokens = rest
    guard minute < 60 else { return Written(time: .outOfRange, half: half) }
    if let half {
      guard (1...12).contains(hour) else { return Written(time: .outOfRange, half: half) }
      return Written(time: .minutes(minutes(hour, minute, half)), half: half)
    }
    guard isClear else { return Written(time: .unclear(hour: hour)) }
    guard hour < 24 || hour == 24 && minute == 0 else { return Written(time: .outOfRange) }
    let time = hour * 60 + minute
    isCompact = isCompact && !isHour
    return Written(
      time: isCompact && hour == 20 ? .perhapsYear(time) : .minutes(time), isCompact: isCompact)
  }

  /// Minutes after midnight of a time on a clock of twelve hours.
  static func minutes(_ hour: Int, _ minute: Int, _ half: Half) -> Int {
    (hour % 12 + (half == .afternoon ? 12 : 0)) * 60 + minute
  }

  /// The `30` of `14h30`, which is followed by no `h` of its own.
  private static func takeMinutes(_ tokens: inout CellTokens) -> Int? {
    guard case .number(let number)? = tokens.peek(), number.digits == 2,
      number.fractionDigits == 0, tokens.peek(1) != .word("h"), tokens.peek(1) != .sign(":")
    else { return nil }
    tokens.skip()
    return number.whole
  }

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
