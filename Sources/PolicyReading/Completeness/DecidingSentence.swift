/// What a sentence says about when changes may be made, as far as words tell.
struct DecidingSentence {
  /// As written; without the phrases that are known, where there were any.
  private let text: String
  /// Lower-case words, a single blank in front of each.
  private let words: [UInt8]
  private let list: [String]

  /// - Parameter known: Folded names and times of rows that were read: to speak of them is nothing
  ///   new.
  init(_ text: String, without known: [String] = []) {
    var folded = " \(WordForm.fold(text)) "
    var isWhole = true
    for phrase in known where folded.contains(" \(phrase) ") {
      folded = folded.replacing(" \(phrase) ", with: " ")
      isWhole = false
    }
    list = folded.split(separator: " ").map(String.init)
    let joined = list.joined(separator: " ")
    words = Array(" \(joined)".utf8)
    self.text = isWhole ? text : joined
  }

  /// A date, a month, a day of the week, a time of day or a named day.
  var saysWhen: Bool {
    if Self.has(DecidingWords.occasions, in: words) { return true }
    let signs = TimeSigns(text)
    return signs.hasDate || signs.hasTime || signs.hasWeekday
  }

  private static func has(_ beginnings: [StaticString], in words: [UInt8]) -> Bool {
    beginnings.contains { WordSearch.finds($0, in: words) }
  }

  /// `No changes`, `no planned deployments`, `deployments are suspended`.
  var holdsBack: Bool {
    for (index, word) in list.enumerated()
    where ["no", "nobody", "none", "nothing", "without"].contains(word) {
      if list[(index + 1)...].prefix(4).contains(where: DecidingWords.work.contains) { return true }
    }
    return list.contains(where: DecidingWords.work.contains)
      && Self.has(DecidingWords.prohibitions, in: words)
      || Self.has(["do not deploy", "do not release", "nothing is deployed"], in: words)
  }

  /// It states a freeze.
  var isFreeze: Bool {
    (holdsBack || Self.has(DecidingWords.freezes, in: words)) && saysWhen
  }

  /// It states a window.
  var isWindow: Bool {
    guard Self.has(["window"], in: words) || Self.has(DecidingWords.allowances, in: words) else {
      return false
    }
    let signs = TimeSigns(text)
    return signs.hasTime || signs.hasWeekday
  }

  /// It limits something: beside a table it may say when a row does not hold.
  var isLimit: Bool {
    if holdsBack || saysWhen { return true }
    if list.contains(where: { ["except", "unless", "excluding"].contains($0) }) { return true }
    // `only within a window` says what every policy says.
    return list.enumerated().contains { index, word in
      word == "only"
        && !["in", "within", "inside", "during", "when", "if"].contains(
          index + 1 < list.count ? list[index + 1] : "")
    }
  }
}

/// Dates, days and times in a text.
package struct TimeSigns {
  package private(set) var hasDate = false
  private(set) var hasTime = false
  private(set) var hasWeekday = false

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
    if let date = DateText.take(&rest), date.month != nil { hasDate = true }
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
      if number.digits == 2, day.take(sign: "/"), case .number(let other)? = day.peek(),
        other.digits == 2
      {
        hasDate = true
      }
    case .word(let word):
      if Self.weekdays.contains(word) { hasWeekday = true }
      if word == "midnight" || word == "noon" { hasTime = true }
      if Self.months.contains(word) { hasDate = true }
      if ["may", "march", "mar", "sat", "sun"].contains(word),
        case .word(let preposition)? = before, Self.prepositions.contains(preposition)
      {
        if word.hasPrefix("s") { hasWeekday = true } else { hasDate = true }
      }
    default: break
    }
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
