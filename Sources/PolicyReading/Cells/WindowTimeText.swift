import Chronology

/// Cells of the Time column of the windows.
enum WindowTimeText {
  static let accepted =
    "times such as 02:00-06:00, 10 AM - 3 PM, Tue-Thu 10:00-15:00 or 22:00-02:00, or 24/7, "
    + "with a time zone where it is not the policy's"

  enum Reading: Hashable {
    /// The zone is nil where the cell names none.
    case time(WindowTime, zone: Zone?)
    /// Why not, as what would be accepted.
    case refused(accepted: String)
  }

  static func read(_ text: String) -> Reading {
    var tokens = CellTokens(text)
    if takeAlways(&tokens) { return finish(.always, tokens) }
    var weekdays = WeekdaysText.take(&tokens)
    if tokens.take(sign: ":") || tokens.take(sign: ",") {}
    let isBracketed = tokens.take(sign: "(")
    // `Mon-Fri, any time`
    if weekdays != nil, takeAlways(&tokens) { return finish(days(weekdays, 0, 1440), tokens) }
    _ = tokens.take("from", "between", "at")
    guard let first = TimeOfDayText.take(&tokens),
      tokens.take(sign: "-") || tokens.take("to", "until", "till", "and", "through"),
      let last = TimeOfDayText.take(&tokens)
    else { return .refused(accepted: accepted) }
    if isBracketed { _ = tokens.take(sign: ")") }
    guard case .minutes(let start) = first, case .minutes(var end) = last else {
      let isUnclear = first == .unclear || last == .unclear
      return .refused(
        accepted: isUnclear
          ? "both times with minutes or with AM or PM, such as 10:00-15:00 or 10 AM - 3 PM"
          : "times of day from 00:00 to 24:00")
    }
    guard start < 1440 else { return .refused(accepted: "a start from 00:00 to 23:59") }
    guard start != end else {
      return .refused(accepted: "two different times, or 24/7 for a window that never closes")
    }
    // Midnight as an end is the end of the day that the window starts on.
    if end == 0 { end = 1440 }
    var tail = tokens
    _ = tail.take(sign: ",") || tail.take(sign: "(")
    if weekdays == nil, let later = WeekdaysText.take(&tail) {
      weekdays = later
      _ = tail.take(sign: ")")
      tokens = tail
    }
    if weekdays == nil, start == 0, end == 1440 { return finish(.always, tokens) }
    return finish(days(weekdays, start, end), tokens)
  }

  private static func days(_ weekdays: [Weekday]?, _ start: Int, _ end: Int) -> WindowTime {
    .daily(weekdays: weekdays ?? Weekday.allCases, start: start, end: end)
  }

  /// `24/7`, `24x7`, `Any time`, `Always`, `All day`.
  private static func takeAlways(_ tokens: inout CellTokens) -> Bool {
    var rest = tokens
    if rest.takeInteger() == 24, rest.take(sign: "/") || rest.take(sign: "×") || rest.take("x"),
      rest.takeInteger() == 7
    {
      tokens = rest
      return true
    }
    return ["at any time", "any time", "anytime", "always", "all day", "around the clock"]
      .contains { tokens.take(phrase: $0) }
  }

  /// What is left is nothing or a zone.
  private static func finish(_ time: WindowTime, _ tokens: CellTokens) -> Reading {
    if tokens.atEnd { return .time(time, zone: nil) }
    switch ZoneText.read(tokens.remainder) {
    case .zone(let zone)?: return .time(time, zone: zone)
    case .ambiguous(let names)?:
      let abbreviation = WordForm.trim(tokens.remainder) { $0 == "(" || $0 == ")" }
      return .refused(
        accepted: "a time zone with one meaning: \(abbreviation) may be "
          + "\(names.joined(separator: " or ")), so write one of these")
    case nil: return .refused(accepted: accepted)
    }
  }
}
