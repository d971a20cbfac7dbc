/// Lengths of time: `2 hours`, `90 min`, `1h 30m`, `1.5 days`, `two weeks`.
package enum DurationText {
  static let accepted = "a length of time such as 90 min, 2 hours or 3 days"

  enum Unit {
    case minute, hour, day, businessDay, week, month, year

    /// Nil for units whose length depends on the calendar.
    var seconds: Int64? {
      switch self {
      case .minute: 60
      case .hour: 3600
      case .day: 86_400
      case .week: 604_800
      case .businessDay, .month, .year: nil
      }
    }
  }

  /// The whole text, in seconds.
  package static func read(_ text: String) -> Int64? {
    var tokens = CellTokens(text)
    guard let seconds = take(&tokens), tokens.atEnd else { return nil }
    return seconds
  }

  /// One length made of counts with their units, the larger first; nil, with nothing taken, where
  /// none comes next or where its unit has no fixed number of seconds.
  static func take(_ tokens: inout CellTokens) -> Int64? {
    var total: Int64 = 0
    var last: Int64 = .max
    var rest = tokens
    while true {
      var next = rest
      if last != .max { _ = next.take("and") || next.take(sign: ",") }
      guard let (count, unit) = takePart(&next), let length = unit.seconds, length < last else {
        break
      }
      let product = Int64(count.scaled) * length
      guard product.isMultiple(of: Int64(count.scale)) else { return nil }
      total += product / Int64(count.scale)
      last = length
      rest = next
    }
    guard last != .max else { return nil }
    tokens = rest
    return total
  }

  /// A count and its unit, `3 business days`.
  static func takePart(_ tokens: inout CellTokens) -> (count: CellNumber, unit: Unit)? {
    var rest = tokens
    let count: CellNumber
    if let number = rest.takeNumber() {
      count = number
    } else if let integer = rest.takeCount() {
      count = CellNumber(whole: integer, digits: 1, fraction: 0, fractionDigits: 0)
    } else if rest.take("a", "an") {
      count = CellNumber(whole: 1, digits: 1, fraction: 0, fractionDigits: 0)
    } else {
      return nil
    }
    // `48-hour review`
    _ = rest.take(sign: "-")
    guard let unit = takeUnit(&rest) else { return nil }
    tokens = rest
    return (count, unit)
  }

  static func takeUnit(_ tokens: inout CellTokens) -> Unit? {
    var rest = tokens
    let isBusiness = rest.take("business", "working", "work", "week") && isDay(rest.peek())
    if !isBusiness {
      rest = tokens
      _ = rest.take("calendar")
    }
    guard let word = rest.takeWord() else { return nil }
    let unit: Unit
    switch word {
    case "m", "min", "mins", "minute", "minutes": unit = .minute
    case "h", "hr", "hrs", "hour", "hours": unit = .hour
    case "d", "day", "days": unit = isBusiness ? .businessDay : .day
    case "weekday", "weekdays", "workday", "workdays": unit = .businessDay
    case "w", "wk", "wks", "week", "weeks": unit = .week
    case "month", "months", "mo", "mos": unit = .month
    case "y", "yr", "yrs", "year", "years": unit = .year
    default: return nil
    }
    tokens = rest
    return unit
  }

  private static func isDay(_ token: CellTokens.Token?) -> Bool {
    token == .word("day") || token == .word("days")
  }
}
