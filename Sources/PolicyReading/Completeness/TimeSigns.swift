/// Dates, days and times in a text.
package struct TimeSigns {
  package private(set) var hasDate = false
  private(set) var hasTime = false
  private(set) var hasWeekday = false
  /// From one day to another.
  private(set) var hasRange = false
  private(set) var hasYear = false

  /// Of a text without any.
  init() {}

  var isEmpty: Bool { !hasDate && !hasTime && !hasWeekday }

  package init(_ text: String) {
    var tokens = CellTokens(text)
    var before: CellTokens.Token?
    while let token = tokens.peek() {
      look(at: tokens, token, after: before)
      before = token
      tokens.skip()
    }
  }

  private mutating func look(
    at tokens: CellTokens, _ token: CellTokens.Token, after before: CellTokens.Token?
  ) {
    var rest = tokens
    if let date = DateText.take(&rest) {
      if date.month != nil { hasDate = true }
      if date.year != nil { hasYear = true }
      let isJoined =
        rest.take(sign: "-") || rest.take("to", "until", "till", "through", "thru", "and")
      if isJoined, let last = DateText.take(&rest), last.month != nil {
        hasRange = true
        if last.year != nil { hasYear = true }
      }
    }
    switch token {
    case .number(let number):
      var time = tokens
      time.skip()
      let isClock =
        number.fractionDigits == 0 && number.digits <= 2
        && (time.take(sign: ":") && time.takeInteger() != nil || time.take("am", "pm"))
      if isClock { hasTime = true }
      var day = tokens
      day.skip()
      // `12/20` is some day, whichever part is the month.
      if Self.areDays(tokens) { (hasDate, hasRange) = (true, true) }
      if number.digits == 2, day.take(sign: "/"), case .number(let other)? = day.peek(),
        other.digits == 2
      {
        hasDate = true
      }
    case .word(let word):
      if Self.weekdays.contains(word) { hasWeekday = true }
      if word == "midnight" || word == "noon" { hasTime = true }
      if Self.months.contains(word) { hasDate = true }
      // `March is off limits`
      if before == nil, ["may", "march"].contains(word),
        ["is", "to", "through", "until", "till"].contains(where: { tokens.peek(1) == .word($0) })
      {
        hasDate = true
      }
      if ["may", "march", "mar", "sat", "sun"].contains(word),
        case .word(let preposition)? = before, Self.prepositions.contains(preposition)
      {
        if word.hasPrefix("s") { hasWeekday = true } else { hasDate = true }
      }
    default: break
    }
  }

  /// `9.3.-12.3.`
  private static func areDays(_ tokens: CellTokens) -> Bool {
    guard case .number(let first)? = tokens.peek(), (1...2).contains(first.fractionDigits),
      tokens.peek(1) == .sign("."), tokens.peek(2) == .sign("-"),
      case .number(let last)? = tokens.peek(3)
    else { return false }
    return (1...2).contains(last.fractionDigits)
  }

  private static let prepositions: Set = [
    "in", "during", "of", "until", "till", "through", "from", "to", "since", "every", "each", "on",
    "and", "between",
  ]
  private static let weekdays: Set = [
    "mon", "monday", "mondays", "tue", "tues", "tuesday", "tuesdays", "wed", "weds", "wednesday",
    "wednesdays", "thu", "thur", "thurs", "thursday", "thursdays", "fri", "friday", "fridays",
    "saturday", "saturdays", "sunday", "sundays", "weekend", "weekends",
  ]
  private static let months: Set = [
    "january", "february", "april", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
}
