import Chronology

/// Days by their date: `Dec 20 - Jan 5`, `24 Dec`, `2026-12-20 - 2027-01-05`, `December`, `Nov - Jan`.
enum DatesText {
  /// Nil, with nothing taken, where no date comes next, or none that the calendar has.
  static func take(_ tokens: inout CellTokens) -> DayPattern? {
    var rest = tokens
    _ = rest.take("on", "from", "in")
    _ = rest.take("the")
    if let months = takeMonths(&rest) {
      tokens = rest
      return months
    }
    guard let range = takeRange(&rest), case .days(let days) = range.resolved else { return nil }
    tokens = rest
    return days
  }

  /// A first and a last day as written.
  struct Range {
    var first: DateText.Parts
    var last: DateText.Parts

    enum Resolved {
      case days(DayPattern)
      /// Why it is none, as what would be accepted.
      case refused(String)
    }

    var resolved: Resolved {
      // `Dec 20-31` and `20-31 Dec` say the month once.
      guard let firstMonth = first.month ?? last.month, let lastMonth = last.month ?? first.month
      else { return .refused(FreezeDurationText.accepted) }
      let isWrapped = (firstMonth, first.day) > (lastMonth, last.day)
      if first.year != nil || last.year != nil {
        let year = first.year ?? last.year.map { isWrapped ? $0 - 1 : $0 } ?? 0
        return dated(
          CivilDay(year: year, month: firstMonth, day: first.day),
          CivilDay(
            year: last.year ?? year + (isWrapped ? 1 : 0), month: lastMonth, day: last.day))
      }
      // 29 February is a day of some years; a leap year takes every day that any year has.
      guard CivilDay(year: 2000, month: firstMonth, day: first.day) != nil,
        CivilDay(year: 2000, month: lastMonth, day: last.day) != nil
      else { return .refused("days that the calendar has") }
      // Nobody freezes eleven months: somebody wrote the last day first.
      let next = CivilDay(year: 2000, month: lastMonth, day: last.day)?.adding(days: 1)
      let isWholeYear = next?.month == firstMonth && next?.day == first.day
      if isWrapped, !isWholeYear, (firstMonth - lastMonth, first.day - last.day) < (3, 0) {
        return .refused("a last day that is not right before the first")
      }
      return .days(
        .daysOfYear(
          first: MonthDay(month: firstMonth, day: first.day),
          last: MonthDay(month: lastMonth, day: last.day)))
    }

    private func dated(_ first: CivilDay?, _ last: CivilDay?) -> Resolved {
      guard let first, let last else { return .refused("dates that the calendar has") }
      guard first <= last else { return .refused("a last day that is not before the first") }
      return .days(.dates(first: first, last: last))
    }
  }

  /// One date, or two with a dash or a word between them; at least one says its month.
  static func takeRange(_ tokens: inout CellTokens) -> Range? {
    var rest = tokens
    let isBetween = rest.take("between")
    guard let first = DateText.take(&rest) else { return nil }
    var range = Range(first: first, last: first)
    var next = rest
    // `between 15 December and 6 January`
    if isBetween {
      guard next.take("and"), let last = DateText.take(&next), last.month != nil else { return nil }
      range.last = last
      rest = next
    } else if next.take(sign: "-") || next.take("to", "until", "till", "through")
      || first.year != nil && next.take(sign: "/"), let last = DateText.take(&next),
      // `Dec 24 - 10:00` is a day and a time.
      last.month != nil || !isTime(after: next)
    {
      range.last = last
      rest = next
      // `June 10-12, 2026`
      if range.first.month != nil, range.last.year == nil, range.last.month == nil {
        _ = next.take(sign: ",")
        if let year = DateText.takeYear(&next) {
          range.last.year = year
          rest = next
        }
      }
    }
    guard range.first.month != nil || range.last.month != nil else { return nil }
    tokens = rest
    return range
  }

  /// Whether the number before was one of a time of day.
  static func isTime(after tokens: CellTokens) -> Bool {
    switch tokens.peek() {
    case .sign(":")?, .word("am")?, .word("pm")?, .word("h")?: true
    default: false
    }
  }

  /// `Q2`, `Q2 2027`: three months.
  private static func takeQuarter(_ tokens: inout CellTokens) -> DayPattern? {
    var rest = tokens
    guard rest.take("q"), case .number(let number)? = rest.peek(), number.digits == 1,
      (1...4).contains(number.whole)
    else { return nil }
    rest.skip()
    let (first, last) = (number.whole * 3 - 2, number.whole * 3)
    guard let year = DateText.takeYear(&rest) else {
      tokens = rest
      return .daysOfYear(
        first: MonthDay(month: first, day: 1),
        last: MonthDay(month: last, day: CivilDay.length(ofMonth: last, in: 2000)))
    }
    guard let day = CivilDay(year: year, month: first, day: 1) else { return nil }
    tokens = rest
    return .dates(first: day, last: day.addingMonths(3).adding(days: -1))
  }

  /// `December`, `Nov - Jan`, `December 2026`.
  private static func takeMonths(_ tokens: inout CellTokens) -> DayPattern? {
    if let quarter = takeQuarter(&tokens) { return quarter }
    var rest = tokens
    guard let first = DateText.takeMonth(&rest) else { return nil }
    // `Dec 20` is a day.
    if case .number(let number)? = rest.peek(), number.digits < 3 { return nil }
    if let year = DateText.takeYear(&rest) {
      guard let day = CivilDay(year: year, month: first, day: 1) else { return nil }
      tokens = rest
      return .dates(first: day, last: day.addingMonths(1).adding(days: -1))
    }
    var last = first
    var range = rest
    if range.take(sign: "-") || range.take("to", "until", "till", "through"),
      let month = DateText.takeMonth(&range)
    {
      if case .number? = range.peek() { return nil }
      last = month
      rest = range
    }
    tokens = rest
    return .daysOfYear(
      first: MonthDay(month: first, day: 1),
      last: MonthDay(month: last, day: CivilDay.length(ofMonth: last, in: 2000)))
  }
}
