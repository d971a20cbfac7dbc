/// Two times of a day: `02:00-06:00`, `14-18`, `2-6 pm`, `after 20:00`, `until 06:00`.
struct TimeRangeText: Hashable {
  /// Minutes after midnight; an end that is not after the start lies on the next day.
  let start: Int
  let end: Int

  static let wholeDay = TimeRangeText(start: 0, end: 1440)

  /// Nil, with nothing taken, where no time comes next.
  static func take(_ tokens: inout CellTokens) throws(CellRefusal) -> TimeRangeText? {
    var rest = tokens
    if rest.take("after", "past") {
      guard let time = TimeOfDayText.take(&rest) else { return nil }
      tokens = rest
      return try range(from: time, to: .minutes(1440))
    }
    if rest.take("before", "until", "till") {
      guard let time = TimeOfDayText.take(&rest) else { return nil }
      tokens = rest
      return try range(from: .minutes(0), to: time)
    }
    let isFrom = rest.take("from")
    if !isFrom { _ = rest.take("between", "at") }
    guard var first = TimeOfDayText.takeWhole(&rest) else { return nil }
    if rest.take("onwards", "onward") {
      tokens = rest
      return try range(from: first.time, to: .minutes(1440))
    }
    // `Fridays from 16:00`
    if isFrom, !isTo(rest.peek()),
      rest.atEnd || rest.peek() == .sign(",") || rest.peek() == .sign(";")
    {
      tokens = rest
      return try range(from: first.time, to: .minutes(1440))
    }
    guard takeTo(&rest), var last = TimeOfDayText.takeWhole(&rest) else { return nil }
    resolve(&first, &last)
    tokens = rest
    return try range(from: first.time, to: last.time)
  }

  /// A dash, `to`, `until`, or `and` behind `between`.
  static func takeTo(_ tokens: inout CellTokens) -> Bool {
    tokens.take(sign: "-") || tokens.take("to", "until", "till", "and", "through")
  }

  /// Whether what comes next leads to a second time.
  static func isTo(_ token: CellTokens.Token?) -> Bool {
    token == .sign("-") || token == .word("to") || token == .word("until")
  }

  /// A bare number takes what the other time says of it: hours of a clock of 24 where one of them is
  /// past noon, the half of the day where they are in order then.
  private static func resolve(
    _ first: inout TimeOfDayText.Written, _ last: inout TimeOfDayText.Written
  ) {
    resolveYears(&first, &last)
    switch (first.time, last.time) {
    case (.unclear(let a), .unclear(let b)) where max(a, b) >= 13 && max(a, b) <= 24:
      (first.time, last.time) = (.minutes(a * 60), .minutes(b * 60))
    case (.unclear(let a), .minutes(let b)):
      if let half = last.half {
        guard (1...12).contains(a), TimeOfDayText.minutes(a, 0, half) < b else { return }
        first.time = .minutes(TimeOfDayText.minutes(a, 0, half))
      } else if b >= 780, a <= 24 {
        first.time = .minutes(a * 60)
      }
    case (.minutes(let a), .unclear(let b)) where first.half == nil && a >= 780 && b >= 13:
      last.time = b <= 24 ? .minutes(b * 60) : .outOfRange
    // `2:00-6:00 PM`
    case (.minutes(let a), .minutes(let b)) where first.half == nil && a / 60 < 13:
      guard let half = last.half, (1...12).contains(a / 60) else { return }
      let time = TimeOfDayText.minutes(a / 60, a % 60, half)
      if time < b { first.time = .minutes(time) }
    // `2 PM - 6:00` may end in the evening or in the morning.
    case (.minutes(let a), .minutes(let b))
    where first.half == .afternoon && last.half == nil && b < 720 && a < b + 720:
      last.time = .unclear(hour: b / 60)
    case (.minutes, .unclear(let b)) where first.half == nil && (13...24).contains(b):
      last.time = .minutes(b * 60)
    default: break
    }
  }

  /// `2000-2200`: what may be a year is a time beside four digits that are none.
  static func resolveYears(
    _ first: inout TimeOfDayText.Written, _ last: inout TimeOfDayText.Written
  ) {
    switch (first.time, last.time) {
    case (.perhapsYear(let a), .minutes) where last.isCompact: first.time = .minutes(a)
    case (.minutes, .perhapsYear(let b)) where first.isCompact: last.time = .minutes(b)
    default: break
    }
  }

  private static func range(
    from first: TimeOfDayText.Reading, to last: TimeOfDayText.Reading
  ) throws(CellRefusal) -> TimeRangeText {
    guard case .minutes(let start) = first, case .minutes(var end) = last else {
      for time in [first, last] {
        if let refusal = time.refusal { throw refusal }
      }
      throw CellRefusal("times of day from 00:00 to 24:00")
    }
    guard start < 1440 else { throw CellRefusal("a start from 00:00 to 23:59") }
    guard start != end else {
      throw CellRefusal("two different times, or 24/7 for a window that never closes")
    }
    // Midnight as an end is the end of the day that the window starts on.
    if end == 0 { end = 1440 }
    return TimeRangeText(start: start, end: end)
  }
}

extension TimeOfDayText.Reading {
  /// What would be clear where it is not; nil where it is, or is no time at all.
  fileprivate var refusal: CellRefusal? {
    switch self {
    case .unclear:
      CellRefusal("both times with minutes or with AM or PM, such as 10:00-15:00 or 10 AM - 3 PM")
    case .perhapsYear:
      CellRefusal(
        "times with a colon, such as 20:00-20:30, and no year: a window or a freeze that ends in a year is taken "
          + "out by a later version of the policy")
    case .minutes, .outOfRange: nil
    }
  }
}

/// Why a cell is refused, as what would be accepted.
struct CellRefusal: Error, Hashable {
  let accepted: String

  init(_ accepted: String) { self.accepted = accepted }
}
