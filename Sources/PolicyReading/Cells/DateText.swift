import Chronology

/// Dates: `2026-01-19`, `19 January 2026`, `Jan 19, 2026`, `Dec 20`.
package enum DateText {
  static let accepted = "a date such as 2026-01-19, 19 January 2026 or January 2026"

  /// A day whose year, and for a moment whose month, may not be said.
  struct Parts: Hashable {
    var year: Int?
    var month: Int?
    var day: Int
  }

  /// A full date and nothing else; of a month, `March 2026`, its first day. Dates in figures other
  /// than ISO 8601 are refused, because 03/04/2026 is two days.
  package static func read(_ text: String) -> CivilDay? {
    var month = CellTokens(text)
    if let number = takeMonth(&month) {
      _ = month.take(sign: ",") || month.take("of")
      if let year = takeYear(&month), month.atEnd {
        return CivilDay(year: year, month: number, day: 1)
      }
    }
    var tokens = CellTokens(text)
    guard let parts = take(&tokens), tokens.atEnd, let year = parts.year, let month = parts.month
    else { return nil }
    return CivilDay(year: year, month: month, day: parts.day)
  }

  /// The next date; of `20` alone only the day is known. Nil, with nothing taken, where none comes.
  static func take(_ tokens: inout CellTokens) -> Parts? {
    var rest = tokens
    _ = rest.take("the", "from")
    guard let parts = takeISO(&rest) ?? takeMonthFirst(&rest) ?? takeDayFirst(&rest) else {
      return nil
    }
    tokens = rest
    return parts
  }

  private static func takeISO(_ tokens: inout CellTokens) -> Parts? {
    var rest = tokens
    guard let year = takeYear(&rest), rest.take(sign: "-") || rest.take(sign: "/"),
      let month = rest.takeInteger(), rest.take(sign: "-") || rest.take(sign: "/"),
      let day = rest.takeInteger()
    else { return nil }
    tokens = rest
    return Parts(year: year, month: month, day: day)
  }

  /// `Dec 20`, `December 20th, 2026`.
  private static func takeMonthFirst(_ tokens: inout CellTokens) -> Parts? {
    var rest = tokens
    guard let month = takeMonth(&rest) else { return nil }
    let isJoined = rest.isTouching
    guard let day = takeDay(&rest) else { return nil }
    let short = rest
    _ = rest.take(sign: ",")
    let year = takeYear(&rest)
    // `Jun.26` is a month of a year as well as a day.
    if isJoined, year == nil, day > 9 { return nil }
    tokens = year == nil ? short : rest
    return Parts(year: year, month: month, day: day)
  }

  /// `20 Dec`, `20th of December 2026`, `20`.
  private static func takeDayFirst(_ tokens: inout CellTokens) -> Parts? {
    var rest = tokens
    guard let day = takeDay(&rest) else { return nil }
    tokens = rest
    _ = rest.take(sign: ".") || rest.take("of")
    guard let month = takeMonth(&rest) else { return Parts(year: nil, month: nil, day: day) }
    tokens = rest
    _ = rest.take(sign: ",")
    let year = takeYear(&rest)
    if year != nil { tokens = rest }
    return Parts(year: year, month: month, day: day)
  }

  static func takeYear(_ tokens: inout CellTokens) -> Int? {
    guard case .number(let number)? = tokens.peek(), number.digits == 4, number.fractionDigits == 0
    else { return nil }
    tokens.skip()
    return number.whole
  }

  private static func takeDay(_ tokens: inout CellTokens) -> Int? {
    guard case .number(let number)? = tokens.peek(), number.digits <= 2,
      number.fractionDigits == 0, number.whole >= 1
    else { return nil }
    tokens.skip()
    _ = tokens.take("st", "nd", "rd", "th")
    return number.whole
  }

  static func takeMonth(_ tokens: inout CellTokens) -> Int? {
    guard case .word(let word)? = tokens.peek(), let month = months[word] else { return nil }
    tokens.skip()
    _ = tokens.take(sign: ".")
    return month
  }

  /// By their names and by the first three letters of these.
  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}
