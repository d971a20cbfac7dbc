import Chronology

/// Days of any kind, in the cell of a time, in a column of their own, or as an exception.
enum DaysText {
  static let accepted =
    "days such as Mon-Thu, Mon, Wed, weekdays, weekends, daily, 2nd Tuesday, first full weekend, last 3 "
    + "business days of the month, every second Tuesday from 2026-01-13, or weekdays except public "
    + "holidays, and the same as in the cell of the time where that names days too"

  /// Days and nothing else, with what is taken out of them.
  static func read(_ text: String) -> DayRule? {
    var tokens = CellTokens(text)
    if tokens.take("all", "any") {
      _ = tokens.take("days", "day")
      if tokens.atEnd { return .everyDay }
      return exceptions(&tokens, of: [.everyDay])
    }
    guard let days = try? take(&tokens) else { return nil }
    return tokens.atEnd ? DayRule(days) : exceptions(&tokens, of: days)
  }

  private static func exceptions(_ tokens: inout CellTokens, of days: [DayPattern]) -> DayRule? {
    let isBracketed = tokens.take(sign: "(")
    _ = tokens.take(sign: ",")
    guard takeExcept(&tokens), let taken = try? take(&tokens) else { return nil }
    if isBracketed, !tokens.take(sign: ")") { return nil }
    return tokens.atEnd ? DayRule(days, except: taken) : nil
  }

  /// `except`, `but not`, `other than`.
  static func takeExcept(_ tokens: inout CellTokens) -> Bool {
    var rest = tokens
    guard
      rest.take("except", "excluding", "excl", "without", "excepting", "exc")
        || rest.take(phrase: "but not") || rest.take(phrase: "other than")
        || rest.take(phrase: "apart from") || rest.take(phrase: "not on")
    else { return false }
    _ = rest.take(sign: ".")
    _ = rest.take("for", "on", "during")
    _ = rest.take("the")
    tokens = rest
    return true
  }

  /// One kind of days after the other; nil, with nothing taken, where none comes next.
  static func take(_ tokens: inout CellTokens) throws(CellRefusal) -> [DayPattern]? {
    try takePhrases(&tokens)?.flatMap(\.self)
  }

  /// The same, of each phrase of its own: `Weekends and Fridays` are two.
  static func takePhrases(_ tokens: inout CellTokens) throws(CellRefusal) -> [[DayPattern]]? {
    var rest = tokens
    var days: [[DayPattern]] = []
    while let found = try takeOne(&rest) {
      days.append(found)
      tokens = rest
      // Without anything between them two phrases may be one that is not understood.
      let isParted =
        rest.take(sign: ",") || rest.take(sign: "/") || rest.take(sign: "&") || rest.take(sign: ";")
      let isJoined = rest.take("and", "or")
      guard isParted || isJoined else { break }
    }
    return days.isEmpty ? nil : days
  }

  private static func takeOne(_ tokens: inout CellTokens) throws(CellRefusal) -> [DayPattern]? {
    if let days = try takeInterval(&tokens) { return days }
    if let days = DatesText.take(&tokens) { return [days] }
    if let days = takeNamed(&tokens) { return days }
    if let days = HolidaysText.take(&tokens) { return [days] }
    if let days = OrdinalDaysText.take(&tokens) { return days }
    if let days = takeOfMonth(&tokens) { return [days] }
    var rest = tokens
    _ = rest.take("on", "every", "each")
    _ = rest.take("the")
    if let days = OrdinalDaysText.take(&rest) {
      tokens = rest
      return days
    }
    guard let weekdays = WeekdaysText.take(&rest) else { return nil }
    tokens = rest
    return [.weekdays(weekdays)]
  }

  /// `daily`, `weekdays`, `weekends`, `business days`.
  private static func takeNamed(_ tokens: inout CellTokens) -> [DayPattern]? {
    var rest = tokens
    // `all day` is a time.
    let isAll = rest.take("all")
    if !isAll { _ = rest.take("on", "every", "each") }
    let days: DayPattern
    if isAll, rest.peek() == .word("day") || rest.peek() == .word("night") { return nil }
    if rest.take("daily", "day", "days", "everyday", "nightly", "night", "nights") {
      days = .everyDay
    } else if rest.take("weekdays", "weekday") {
      days = .weekdays(Array(Weekday.allCases.prefix(5)))
    } else if OrdinalDaysText.takeBusinessDay(&rest) {
      days = .businessDays
    } else if rest.take("weekends", "weekend") {
      days = .weekdays([.saturday, .sunday])
    } else {
      return nil
    }
    tokens = rest
    return [days]
  }

  /// `the 15th`, `25th to 5th`, `1st-3rd of each month`.
  private static func takeOfMonth(_ tokens: inout CellTokens) -> DayPattern? {
    var rest = tokens
    _ = rest.take("on", "from")
    _ = rest.take("the")
    guard let first = takeDayOfMonth(&rest) else { return nil }
    var last = first
    var range = rest
    if range.take(sign: "-") || range.take("to", "until", "till", "through") {
      _ = range.take("the")
      guard let end = takeDayOfMonth(&range) else { return nil }
      last = end
      rest = range
    }
    tokens = rest
    _ = rest.take("of")
    _ = rest.take("the", "each", "every", "a")
    if rest.take("month", "monthly") { tokens = rest }
    return .daysOfMonth(first: first, last: last)
  }

  private static func takeDayOfMonth(_ tokens: inout CellTokens) -> Int? {
    var rest = tokens
    guard let ordinal = OrdinalDaysText.takeOrdinal(&rest), ordinal > 0,
      case .number? = tokens.peek()
    else { return nil }
    tokens = rest
    return ordinal
  }

  // MARK: Every so many weeks

  /// `every second Tuesday from 2026-01-13`, `every 2 weeks on Tuesday from …`, `biweekly on …`. Without
  /// the day that it is counted from nobody knows which weeks they are.
  private static func takeInterval(_ tokens: inout CellTokens) throws(CellRefusal) -> [DayPattern]?
  {
    var rest = tokens
    let weeks: Int
    var isOrdinal = false
    if rest.take("biweekly", "fortnightly") || rest.take(phrase: "every fortnight") {
      weeks = 2
    } else if rest.take("bi"), rest.take(sign: "-"), rest.take("weekly") {
      weeks = 2
    } else {
      rest = tokens
      guard rest.take("every", "each") else { return nil }
      if rest.take("other") {
        weeks = 2
        _ = rest.take("week")
      } else if let count = rest.takeCount(), rest.take("weeks", "week") {
        weeks = count
      } else {
        rest = tokens
        _ = rest.take("every", "each")
        guard let ordinal = OrdinalDaysText.takeOrdinal(&rest), (2...5).contains(ordinal) else {
          return nil
        }
        weeks = ordinal
        isOrdinal = !rest.take("week")
      }
    }
    guard (1...52).contains(weeks) else { return nil }
    _ = rest.take(sign: ",")
    _ = rest.take("on")
    let isWeekend = rest.take("weekend", "weekends")
    guard let weekday = isWeekend ? .saturday : WeekdaysText.takeDay(&rest) else { return nil }
    if isOrdinal, rest.peek() == .word("of") || rest.peek() == .word("in") { return nil }
    let needs =
      "the day that the weeks are counted from, such as every second Tuesday from 2026-01-13"
      + (isOrdinal ? "; or 2nd Tuesday of the month" : "")
    let isBracketed = rest.take(sign: "(")
    if !isBracketed { _ = rest.take(sign: ",") }
    guard rest.take("from", "starting", "since", "beginning", "counted") else {
      throw CellRefusal(needs)
    }
    _ = rest.take("from", "on", "with")
    guard let parts = DateText.take(&rest), let year = parts.year, let month = parts.month,
      let from = CivilDay(year: year, month: month, day: parts.day)
    else { throw CellRefusal(needs) }
    if isBracketed { _ = rest.take(sign: ")") }
    guard from.weekday == weekday else {
      throw CellRefusal(
        "a first day that is \(isWeekend ? "a Saturday" : "the weekday"), which \(from) is not")
    }
    tokens = rest
    let first = DayPattern.every(days: weeks * 7, from: from)
    return isWeekend ? [first, .every(days: weeks * 7, from: from.adding(days: 1))] : [first]
  }
}
