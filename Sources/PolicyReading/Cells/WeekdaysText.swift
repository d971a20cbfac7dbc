import Chronology

/// Days of the week: `Tue-Thu`, `Mon, Wed`.
enum WeekdaysText {
  /// Monday first, each once; nil, with nothing taken, where no day comes next.
  static func take(_ tokens: inout CellTokens) -> [Weekday]? {
    var rest = tokens
    var days: Set<Weekday> = []
    while let first = takeDay(&rest) {
      var range = rest
      if range.take(sign: "-") || range.take("to", "through", "thru"), let last = takeDay(&range) {
        var day = first
        days.insert(day)
        while day != last {
          day = Weekday(rawValue: day.rawValue % 7 + 1) ?? .monday
          days.insert(day)
        }
        rest = range
      } else {
        days.insert(first)
      }
      var next = rest
      _ = next.take(sign: ",") || next.take(sign: "/") || next.take(sign: "&")
      _ = next.take("and")
      guard day(of: next.peek()) != nil else { break }
      rest = next
    }
    guard !days.isEmpty else { return nil }
    tokens = rest
    return Weekday.allCases.filter(days.contains)
  }

  static func takeDay(_ tokens: inout CellTokens) -> Weekday? {
    guard let day = day(of: tokens.peek()) else { return nil }
    tokens.skip()
    _ = tokens.take(sign: ".")
    return day
  }

  static func day(of token: CellTokens.Token?) -> Weekday? {
    guard case .word(let word)? = token else { return nil }
    return switch word {
    case "mon", "monday", "mondays", "mo": .monday
    case "tue", "tues", "tuesday", "tuesdays", "tu": .tuesday
    case "wed", "weds", "wednesday", "wednesdays", "we": .wednesday
    case "thu", "thur", "thurs", "thursday", "thursdays", "th": .thursday
    case "fri", "friday", "fridays", "fr": .friday
    case "sat", "saturday", "saturdays", "sa": .saturday
    case "sun", "sunday", "sundays", "su": .sunday
    default: nil
    }
  }
}
