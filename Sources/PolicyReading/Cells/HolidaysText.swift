import Chronology

/// Holidays, and whose: `public holidays`, `bank holidays`, `UK public holidays`.
enum HolidaysText {
  /// Nil, with nothing taken, where they do not come next.
  static func take(_ tokens: inout CellTokens) -> DayPattern? {
    var rest = tokens
    _ = rest.take("on", "all", "every", "each", "any")
    _ = rest.take("the")
    var names: [String] = []
    while case .word(let word)? = rest.peek(), names.count < 4 {
      if let plural = ["holiday", "holidays"].first(where: { $0 == word }) {
        rest.skip()
        _ = plural
        if names.last == "public" || names.last == "bank" || names.last == "national"
          || names.last == "federal" || names.last == "statutory" || names.last == "legal"
        {
          names.removeLast()
        }
        if !names.isEmpty || takePlace(&rest, &names) {}
        tokens = rest
        return .holidays(list: names.isEmpty ? nil : WordForm.fold(names.joined(separator: " ")))
      }
      // A day, a conjunction or an exception is no name of a list.
      if WeekdaysText.day(of: rest.peek()) != nil || parting.contains(word) { return nil }
      names.append(word)
      rest.skip()
    }
    return nil
  }

  /// `holidays in England`, `holidays of the UK`.
  private static func takePlace(_ tokens: inout CellTokens, _ names: inout [String]) -> Bool {
    var rest = tokens
    guard rest.take("in", "of"), case .word? = rest.peek() else { return false }
    _ = rest.take("the")
    guard let word = rest.takeWord(), !parting.contains(word) else { return false }
    names = [word]
    tokens = rest
    return true
  }

  private static let parting: Set = [
    "and", "or", "except", "excluding", "but", "not", "other", "without", "from", "to", "until",
    "after", "before", "of", "in", "weekdays", "weekends", "daily", "business", "working", "first",
    "last", "day", "days", "month", "quarter", "school", "company",
  ]
}
