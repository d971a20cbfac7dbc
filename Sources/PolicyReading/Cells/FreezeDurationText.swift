import Chronology

/// Cells of the Duration column of the freezes.
enum FreezeDurationText {
  static let accepted =
    "days of every year such as Dec 20 - Jan 5, full dates, As declared, or a length of time "
    + "after an incident such as 48 hours"

  enum Reading: Hashable {
    case duration(FreezeDuration)
    /// Why not, as what would be accepted.
    case refused(accepted: String)
  }

  static func read(_ text: String) -> Reading {
    let words = WordForm.words(text)
    if words.contains(where: declarations.contains) {
      return words.allSatisfy(declaring.contains)
        ? .duration(.asDeclared)
        : .refused(accepted: "As declared alone, each declaration a file in content/freezes")
    }
    if let seconds = readLength(text) { return .duration(.afterIncident(seconds: seconds)) }
    return readDates(text)
  }

  private static let declarations: Set = ["declared", "declaration", "announced", "announcement"]

  /// What may stand around these words: who declares, and not where the days are to be found.
  private static let declaring = declarations.union([
    "as", "when", "if", "on", "upon", "by", "the", "a", "an", "and", "or", "each", "is", "are",
    "separately", "individually", "beforehand", "advance", "in", "time", "of", "for", "event",
    "cab", "board", "change", "advisory", "management", "engineering", "lead", "leads",
    "leadership", "team", "manager", "managers", "director", "directors", "operations", "ops",
    "release", "security", "officer", "cto", "cio", "ceo", "coo", "ciso", "incident", "commander",
    "product", "owner", "head", "it", "service", "platform",
  ])

  /// Whether words say that something went wrong: a bare length of time is counted from that alone.
  static func isAboutIncidents(_ text: String) -> Bool {
    WordForm.words(text).contains { word in
      ["incident", "outage", "disruption", "postincident", "sev", "disaster", "breach", "failure"]
        .contains { word.hasPrefix($0) }
    }
  }

  /// `48 hours`, `for 2 days after resolution`.
  private static func readLength(_ text: String) -> Int64? {
    var tokens = CellTokens(text)
    _ = tokens.take("for", "within")
    guard let seconds = DurationText.take(&tokens), seconds > 0 else { return nil }
    let rest = WordForm.words(tokens.remainder)
    let trailing: Set = [
      "after", "from", "following", "post", "an", "the", "incident", "incidents", "its",
      "resolution", "is", "resolved", "closure", "end", "of", "each", "any",
    ]
    return rest.allSatisfy(trailing.contains) ? seconds : nil
  }

  private static func readDates(_ text: String) -> Reading {
    var tokens = CellTokens(text)
    // `from Nov 20` has no end yet, and a freeze without an end is not one of a day.
    let isOpen = tokens.peek() == .word("from")
    guard var first = DateText.take(&tokens) else { return .refused(accepted: accepted) }
    var last = first
    if tokens.take(sign: "-") || tokens.take("to", "until", "till", "through", "and")
      || first.year != nil && tokens.take(sign: "/")
    {
      guard let end = DateText.take(&tokens) else { return .refused(accepted: accepted) }
      last = end
    } else if isOpen {
      return .refused(accepted: "a last day too, such as Nov 20 - Dec 1")
    }
    _ = tokens.take(sign: ",") || tokens.take(sign: "(")
    var isYearly = false
    while tokens.take("every", "each", "year", "yearly", "annually") { isYearly = true }
    _ = tokens.take("inclusive")
    _ = tokens.take(sign: ")")
    guard tokens.atEnd else { return .refused(accepted: accepted) }
    // `Dec 20-31` and `20-31 Dec` say the month once.
    guard let firstMonth = first.month ?? last.month, let lastMonth = last.month ?? first.month
    else { return .refused(accepted: accepted) }
    (first.month, last.month) = (firstMonth, lastMonth)
    let isWrapped = (firstMonth, first.day) > (lastMonth, last.day)
    if first.year != nil || last.year != nil {
      // Of a year and of every year at once nobody knows which.
      if isYearly { return .refused(accepted: "days without a year, such as Dec 20 - Jan 5") }
      let year = first.year ?? last.year.map { isWrapped ? $0 - 1 : $0 }
      return dated(
        CivilDay(year: year ?? 0, month: firstMonth, day: first.day),
        CivilDay(
          year: last.year ?? (year ?? 0) + (isWrapped ? 1 : 0), month: lastMonth, day: last.day))
    }
    // 29 February is a day of some years; a leap year takes every day that any year has.
    guard CivilDay(year: 2000, month: firstMonth, day: first.day) != nil,
      CivilDay(year: 2000, month: lastMonth, day: last.day) != nil
    else { return .refused(accepted: "days that the calendar has") }
    return .duration(
      .yearly(
        first: MonthDay(month: firstMonth, day: first.day),
        last: MonthDay(month: lastMonth, day: last.day)))
  }

  private static func dated(_ first: CivilDay?, _ last: CivilDay?) -> Reading {
    guard let first, let last else { return .refused(accepted: "dates that the calendar has") }
    guard first <= last else {
      return .refused(accepted: "a last day that is not before the first")
    }
    return .duration(.dated(first: first, last: last))
  }
}
