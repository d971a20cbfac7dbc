import Chronology

/// A stretch from a time of one day to a time of another: `Fri 22:00 - Mon 06:00`,
/// `last Friday 22:00 - Mon 06:00`, `Dec 20 17:00 - Jan 2 09:00`.
enum StretchText {
  /// Nil, with nothing taken, where none comes next.
  static func take(_ tokens: inout CellTokens) throws(CellRefusal) -> RecurringSpan? {
    if let span = try takeDates(&tokens) { return span }
    return try takeDays(&tokens)
  }

  private static func takeDates(_ tokens: inout CellTokens) throws(CellRefusal) -> RecurringSpan? {
    var rest = tokens
    _ = rest.take("from")
    guard let first = DateText.take(&rest), first.month != nil else { return nil }
    let start = try takeTime(&rest)
    guard TimeRangeText.takeTo(&rest) || start != nil && rest.take(sign: "/") else { return nil }
    guard let last = DateText.take(&rest), last.month != nil else { return nil }
    let end = try takeTime(&rest)
    // Without a time it is days, which are read elsewhere; and `Dec 20 - Jan 5, 10:00-12:00` has times of
    // each day.
    guard start != nil || end != nil, !TimeRangeText.isTo(rest.peek()) else { return nil }
    let (opens, closes) = (start ?? 0, end == 0 ? nil : end ?? 1440)
    guard opens < 1440 else { throw CellRefusal("a start from 00:00 to 23:59") }
    switch DatesText.Range(first: first, last: last).resolved {
    case .refused(let accepted): throw CellRefusal(accepted)
    case .days(.daysOfYear(let first, let last)):
      tokens = rest
      return .yearly(first: first, start: opens, last: last, end: closes ?? 0)
    case .days(.dates(let first, let last)):
      guard first < last || opens < closes ?? 0 else {
        throw CellRefusal("an end that is after the start")
      }
      tokens = rest
      return .once(first: first, start: opens, last: last, end: closes ?? 0)
    case .days: return nil
    }
  }

  private static func takeDays(_ tokens: inout CellTokens) throws(CellRefusal) -> RecurringSpan? {
    var rest = tokens
    _ = rest.take("from", "every", "each")
    guard let days = try DaysText.take(&rest), days.count == 1,
      let weekdays = DayRule(days).weekdays, weekdays.count == 1
    else { return nil }
    _ = rest.take(sign: ",") || rest.take("at", "from")
    guard var first = try takeWritten(&rest), TimeRangeText.takeTo(&rest),
      let last = WeekdaysText.takeDay(&rest)
    else { return nil }
    guard var second = try takeWritten(&rest) else {
      throw CellRefusal("a time for its last day too, such as Fri 22:00 - Mon 06:00")
    }
    TimeRangeText.resolveYears(&first, &second)
    guard case .minutes(let start) = first.time, case .minutes(let end) = second.time else {
      throw CellRefusal("times with a colon, such as Fri 20:00 - Mon 06:00")
    }
    guard start < 1440 else { throw CellRefusal("a start from 00:00 to 23:59") }
    let later = (last.rawValue - weekdays[0].rawValue + 7) % 7
    guard later > 0 || start < end else {
      throw CellRefusal("an end that is after the start, at most six days later")
    }
    tokens = rest
    return .onDays(DayRule(days), start: start, end: end, daysLater: later)
  }

  private static func takeTime(_ tokens: inout CellTokens) throws(CellRefusal) -> Int? {
    var rest = tokens
    guard let written = try takeWritten(&rest), case .minutes(let minutes) = written.time else {
      return nil
    }
    tokens = rest
    return minutes
  }

  private static func takeWritten(
    _ tokens: inout CellTokens
  ) throws(CellRefusal) -> TimeOfDayText.Written? {
    var rest = tokens
    _ = rest.take(sign: ",") || rest.take("at")
    guard let written = TimeOfDayText.takeWhole(&rest) else { return nil }
    switch written.time {
    case .outOfRange: throw CellRefusal("times of day from 00:00 to 24:00")
    case .unclear: return nil
    case .minutes, .perhapsYear:
      tokens = rest
      return written
    }
  }
}
