import Chronology

/// Days by their place in a month or a quarter: `2nd Tuesday`, `first and third Monday of the month`,
/// `last weekend of March and October`, `last 3 business days of each quarter`, `month end`.
enum OrdinalDaysText {
  /// Nil, with nothing taken, where no such phrase comes next.
  static func take(_ tokens: inout CellTokens) -> [DayPattern]? {
    var rest = tokens
    _ = rest.take("the")
    if let days = takeEnd(&rest) {
      tokens = rest
      return [days]
    }
    var ordinals: [Int] = []
    while let ordinal = takeOrdinal(&rest) {
      ordinals.append(ordinal)
      var next = rest
      let isParted = next.take(sign: ",") || next.take(sign: "/") || next.take(sign: "&")
      let isJoined = next.take("and", "or")
      _ = next.take("the")
      // Two of them with nothing between them are one that is not understood.
      guard isParted || isJoined, isOrdinal(next) else { break }
      rest = next
    }
    guard let first = ordinals.first, let target = takeTarget(&rest, of: ordinals) else {
      return nil
    }
    let unit: DayPattern.Unit
    if let named = takeUnit(&rest) {
      unit = named
    } else if target.isOfMonthAnyway {
      unit = .month
    } else {
      return nil
    }
    tokens = rest
    if let count = target.count, target.isOfWeekday {
      return (1...count).map { .counted(target.kind, $0...$0, fromEnd: first < 0, of: unit) }
    }
    if let count = target.count {
      return [.counted(target.kind, 1...count, fromEnd: first < 0, of: unit)]
    }
    return ordinals.map {
      .counted(target.kind, abs($0)...abs($0), fromEnd: $0 < 0, of: unit)
    }
  }

  /// 1 to 31 from the beginning, -1 to -5 from the end: `second last`, `third-to-last`, `last but one`.
  static func takeOrdinal(_ tokens: inout CellTokens) -> Int? {
    var rest = tokens
    if rest.take("last"), rest.take("but"), let before = rest.takeCount(), (1...4).contains(before)
    {
      tokens = rest
      return -1 - before
    }
    rest = tokens
    if rest.take("next"), takeFromEnd(&rest) {
      tokens = rest
      return -2
    }
    let isNumber = if case .number? = tokens.peek() { true } else { false }
    guard let ordinal = takeForward(&tokens) else { return nil }
    rest = tokens
    // `2nd to last day` may be all of these days.
    guard (2...5).contains(ordinal), takeFromEnd(&rest, mayBeRange: isNumber) else {
      return ordinal
    }
    tokens = rest
    return -ordinal
  }

  /// `last`, `to last`, `from the end`: what stands before it is counted from the end. A sign between the two makes them two.
  private static func takeFromEnd(
    _ tokens: inout CellTokens, mayBeRange: Bool = false
  ) -> Bool {
    var rest = tokens
    let isHyphened = rest.take(sign: "-")
    if mayBeRange, isHyphened || rest.peek() == .word("to") { return false }
    if rest.take("to") {
      _ = rest.take(sign: "-")
      _ = rest.take("the")
    } else if isHyphened, rest.peek() != .word("last") {
      return false
    }
    guard rest.take("last") else { return false }
    tokens = rest
    return true
  }

  private static func takeForward(_ tokens: inout CellTokens) -> Int? {
    if case .word(let word)? = tokens.peek() {
      let words = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1]
      if let ordinal = words[word] {
        tokens.skip()
        return ordinal
      }
      if word == "penultimate" {
        tokens.skip()
        return -2
      }
      return nil
    }
    guard case .number(let number)? = tokens.peek(), number.fractionDigits == 0,
      (1...31).contains(number.whole), case .word(let suffix)? = tokens.peek(1),
      ["st", "nd", "rd", "th"].contains(suffix)
    else { return nil }
    tokens.skip(2)
    return number.whole
  }

  private static func isOrdinal(_ tokens: CellTokens) -> Bool {
    var rest = tokens
    return takeOrdinal(&rest) != nil
  }

  /// What is counted: days of a kind, or so many of them at once.
  private struct Target {
    let kind: DayPattern.Kind
    /// `last 3 days`; nil for one day for each ordinal.
    var count: Int?
    /// Nobody means another period than the month.
    var isOfMonthAnyway = false

    var isOfWeekday: Bool { if case .weekday = kind { true } else { false } }
  }

  private static func takeTarget(_ tokens: inout CellTokens, of ordinals: [Int]) -> Target? {
    if let weekday = WeekdaysText.takeDay(&tokens) {
      guard ordinals.allSatisfy({ abs($0) <= 5 }) else { return nil }
      return Target(kind: .weekday(weekday), isOfMonthAnyway: true)
    }
    let isEdge = ordinals == [1] || ordinals == [-1]
    let count = isEdge ? tokens.takeCount() : nil
    if let count, !(1...92).contains(count) { return nil }
    if let count, count <= 4, let weekday = WeekdaysText.takeDay(&tokens) {
      return Target(kind: .weekday(weekday), count: count, isOfMonthAnyway: true)
    }
    if let isWhole = takeWeekend(&tokens, isPlural: (count ?? ordinals.count) > 1) {
      return Target(kind: .weekend(isWhole: isWhole), count: count, isOfMonthAnyway: count == nil)
    }
    // `last days` of nobody knows how many.
    if count == nil, let plural = lastWord(of: tokens), plural.hasSuffix("s") { return nil }
    if takeBusinessDay(&tokens) {
      return Target(kind: .businessDay, count: count, isOfMonthAnyway: count == nil)
    }
    if tokens.take("day", "days") || tokens.take(phrase: "calendar days") {
      return Target(kind: .day, count: count)
    }
    if isEdge, tokens.take("week", "weeks"), count ?? 1 <= 13 {
      return Target(kind: .day, count: (count ?? 1) * 7)
    }
    return nil
  }

  /// `weekend`, `full weekend`: whether only whole ones count.
  private static func takeWeekend(_ tokens: inout CellTokens, isPlural: Bool) -> Bool? {
    var rest = tokens
    let isWhole = rest.take("full", "whole", "complete")
    guard rest.take("weekend") || isPlural && rest.take("weekends") else { return nil }
    tokens = rest
    return isWhole
  }

  /// The word for the days that come next.
  private static func lastWord(of tokens: CellTokens) -> String? {
    var rest = tokens
    _ = rest.take("business", "working", "work", "calendar")
    return rest.takeWord()
  }

  static func takeBusinessDay(_ tokens: inout CellTokens) -> Bool {
    if tokens.take("weekday", "weekdays", "workday", "workdays") { return true }
    var rest = tokens
    guard rest.take("business", "working", "work", "week"), rest.take("day", "days") else {
      return false
    }
    tokens = rest
    return true
  }

  /// `of the month`, `in each quarter`, `every month`, `monthly`.
  private static func takeUnit(_ tokens: inout CellTokens) -> DayPattern.Unit? {
    var rest = tokens
    if rest.take("monthly") {
      tokens = rest
      return .month
    }
    if rest.take("quarterly") {
      tokens = rest
      return .quarter
    }
    let isPart = rest.take("of", "in")
    if isPart, let months = takeMonths(&rest) {
      tokens = rest
      return .months(months)
    }
    let isEach = rest.take("the", "each", "every", "a", "any")
    guard isPart || isEach, let unit = takeUnitName(&rest) else { return nil }
    tokens = rest
    return unit
  }

  /// `March`, `January, April, July and October`; none that is the beginning of a date or of a year's.
  private static func takeMonths(_ tokens: inout CellTokens) -> [Int]? {
    var months: [Int] = []
    var rest = tokens
    while let month = DateText.takeMonth(&rest) {
      // `June 10-12` is another phrase, `March 01:00-03:00` has a time behind the month.
      if case .number(let number)? = rest.peek(), number.fractionDigits == 0 {
        var next = rest
        next.skip()
        guard DatesText.isTime(after: next) else { break }
      }
      if !months.contains(month) { months.append(month) }
      tokens = rest
      _ = rest.take(sign: ",") || rest.take(sign: "/") || rest.take(sign: "&")
      _ = rest.take("and", "or")
    }
    return months.isEmpty ? nil : months
  }

  private static func takeUnitName(_ tokens: inout CellTokens) -> DayPattern.Unit? {
    var rest = tokens
    _ = rest.take("calendar")
    let unit: DayPattern.Unit
    if rest.take("month", "months") {
      unit = .month
    } else if rest.take("quarter", "quarters") {
      unit = .quarter
    } else if rest.take("year", "years") {
      unit = .year
    } else {
      return nil
    }
    tokens = rest
    return unit
  }

  /// `month end`, `end of the quarter`, `month-end (last 3 business days)`: alone the last day.
  private static func takeEnd(_ tokens: inout CellTokens) -> DayPattern? {
    var rest = tokens
    _ = rest.take("every", "each")
    let unit: DayPattern.Unit
    if rest.take("end", "ends"), rest.take("of"), let named = takeUnit(&rest) ?? takeUnitName(&rest)
    {
      unit = named
    } else {
      rest = tokens
      _ = rest.take("every", "each")
      guard let named = takeUnitName(&rest) else { return nil }
      _ = rest.take(sign: "-")
      guard rest.take("end", "ends", "close") else { return nil }
      unit = named
    }
    tokens = rest
    if rest.take(sign: "("), let ordinal = takeOrdinal(&rest), ordinal == 1 || ordinal == -1,
      let target = takeTarget(&rest, of: [ordinal])
    {
      let named = takeUnit(&rest)
      if named == nil || named == unit, rest.take(sign: ")") {
        tokens = rest
        return .counted(target.kind, 1...(target.count ?? 1), fromEnd: ordinal < 0, of: unit)
      }
    }
    return .counted(.day, 1...1, fromEnd: true, of: unit)
  }
}
