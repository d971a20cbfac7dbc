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
    switch understand(text) {
    case .success(let understood): .time(understood.time, zone: understood.zone)
    case .failure(let refusal): .refused(accepted: refusal.accepted)
    }
  }

  /// Why a cell is refused, as what would be accepted.
  struct Refusal: Error, Hashable { let accepted: String }

  /// What a cell says.
  struct Understood {
    var time: WindowTime
    var zone: Zone?
    /// The abbreviation that names the zone, where it leaves something open.
    var abbreviation: ZoneAbbreviation?
    /// It names the days itself.
    let saysDays: Bool

    /// Takes the days of a column of their own; false where the cell names others.
    mutating func restrict(to days: [Weekday]) -> Bool {
      switch time {
      case .always:
        if saysDays { return days.count == 7 }
        time = days.count == 7 ? .always : .daily(weekdays: days, start: 0, end: 1440)
      case .daily(let weekdays, let start, let end):
        if saysDays { return weekdays == days }
        time = .daily(weekdays: days, start: start, end: end)
      }
      return true
    }
  }

  static func understand(_ text: String) -> Result<Understood, Refusal> {
    var tokens = CellTokens(text)
    if tokens.peek() == CellTokens("24").peek(), takeAlways(&tokens) {
      return finish(.always, tokens, saysDays: true)
    }
    if takeAlways(&tokens) { return finish(.always, tokens, saysDays: false) }
    var weekdays = WeekdaysText.take(&tokens)
    if tokens.take(sign: ":") || tokens.take(sign: ",") {}
    let isBracketed = tokens.take(sign: "(")
    // `Mon-Fri, any time`
    if weekdays != nil, takeAlways(&tokens) {
      return finish(days(weekdays, 0, 1440), tokens, saysDays: true)
    }
    _ = tokens.take("from", "between", "at")
    guard let first = TimeOfDayText.take(&tokens),
      tokens.take(sign: "-") || tokens.take("to", "until", "till", "and", "through"),
      let last = TimeOfDayText.take(&tokens)
    else { return refused(accepted) }
    if isBracketed { _ = tokens.take(sign: ")") }
    guard case .minutes(let start) = first, case .minutes(var end) = last else {
      let isUnclear = first == .unclear || last == .unclear
      return refused(
        isUnclear
          ? "both times with minutes or with AM or PM, such as 10:00-15:00 or 10 AM - 3 PM"
          : "times of day from 00:00 to 24:00")
    }
    guard start < 1440 else { return refused("a start from 00:00 to 23:59") }
    guard start != end else {
      return refused("two different times, or 24/7 for a window that never closes")
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
    if weekdays == nil, start == 0, end == 1440 {
      return finish(.always, tokens, saysDays: false)
    }
    return finish(days(weekdays, start, end), tokens, saysDays: weekdays != nil)
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

  private static func refused(_ accepted: String) -> Result<Understood, Refusal> {
    .failure(Refusal(accepted: accepted))
  }

  /// What is left is nothing or a zone.
  private static func finish(
    _ time: WindowTime, _ tokens: CellTokens, saysDays: Bool
  ) -> Result<Understood, Refusal> {
    var understood = Understood(time: time, saysDays: saysDays)
    if tokens.atEnd { return .success(understood) }
    switch ZoneText.read(tokens.remainder) {
    case .zone(let zone)?: understood.zone = zone
    case .abbreviation(let zone, let abbreviation)?:
      understood.zone = zone
      understood.abbreviation = abbreviation
    case .ambiguous(let names)?:
      let text = WordForm.trim(tokens.remainder) { $0 == "(" || $0 == ")" }
      return refused(ZoneText.accepted(insteadOf: text, among: names))
    case nil: return refused(accepted)
    }
    return .success(understood)
  }
}
