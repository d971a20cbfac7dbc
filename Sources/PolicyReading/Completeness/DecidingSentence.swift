/// What a sentence says about when changes may be made, as far as words tell.
struct DecidingSentence {
  /// As written; without the phrases that are known, where there were any.
  private let text: String
  /// Lower-case words, a single blank in front of each.
  let words: [UInt8]
  let list: [String]

  /// - Parameter known: To speak of them is nothing new.
  init(_ text: String, without known: KnownPhrases = []) {
    let written = WordForm.words(text)
    let rest = known.removed(from: written)
    list = (rest ?? written).flatMap { DecidingWords.contractions[$0] ?? [$0] }
    words = list.reduce(into: []) { bytes, word in
      bytes.append(0x20)
      bytes += word.utf8
    }
    self.text = rest == nil ? text : list.joined(separator: " ")
  }

  /// A date, a month, a day of the week, a time of day or a named day.
  var saysWhen: Bool {
    if saysOccasion { return true }
    let signs = TimeSigns(text)
    return signs.hasDate || signs.hasTime || signs.hasWeekday
  }

  /// A day that has a name and no date.
  var saysOccasion: Bool { Self.has(DecidingWords.occasions, in: words) }

  private static func has(_ beginnings: [StaticString], in words: [UInt8]) -> Bool {
    beginnings.contains { WordSearch.finds($0, in: words) }
  }

  private func has(_ words: String...) -> Bool { list.contains(where: words.contains) }

  /// `No changes`, `no planned deployments`, `deployments are suspended`, `only emergencies`.
  var holdsBack: Bool {
    for (index, word) in list.enumerated()
    where ["no", "nobody", "none", "nothing", "without"].contains(word) {
      if list[(index + 1)...].prefix(4).contains(where: DecidingWords.work.contains) { return true }
    }
    return speaksOfWork && Self.has(DecidingWords.prohibitions, in: words)
      || Self.has(["do not deploy", "do not release", "off limits"], in: words)
      || has("nothing", "nobody") && saysWhen || letsOnlyEmergenciesPass
  }

  private var speaksOfWork: Bool { list.contains(where: DecidingWords.work.contains) }

  /// `Only emergency changes`, `emergencies only`.
  private var letsOnlyEmergenciesPass: Bool {
    has("only", "just", "solely") && Self.has(["emergenc", "related fix", "hotfix"], in: words)
  }

  /// Work is stopped, whenever that is: `deployments are on hold until further notice`. What speaks of
  /// some changes alone is none.
  private var isStandstill: Bool {
    guard speaksOfWork, !list.contains(where: DecidingWords.conditions.contains) else {
      return false
    }
    if Self.has(["further notice", "for the time being", "standstill"], in: words) {
      return Self.has(DecidingWords.prohibitions, in: words) || holdsBack
    }
    let isState = list.indices.contains { index in
      ["is", "are", "remain", "remains", "stay", "stays", "been", "be"].contains(list[index])
        && list[(index + 1)...].prefix(3).contains {
          $0.hasPrefix("suspend") || $0 == "hold" || $0 == "frozen"
        }
    }
    return isState
      || has("until", "till")
        && Self.has(
          ["blocked", "closed", "stopped", "halted", "paused", "held", "shut"], in: words)
  }

  /// It says of windows or freezes what every policy says of them: `Outside the windows no changes are
  /// made`, `Only emergency changes may run during a freeze`.
  private var restates: Bool {
    if saysWhen || has("until", "till", "unless", "suspended") { return false }
    if has("except", "excluding", "but"), !has("table", "tables", "row", "rows") { return false }
    func stands(_ prepositions: [String], before beginning: String) -> Bool {
      list.indices.contains { index in
        prepositions.contains(list[index])
          && list[(index + 1)...].prefix(4).contains { $0.hasPrefix(beginning) }
      }
    }
    return stands(["outside"], before: "window")
      || stands(["in", "during", "while", "within", "throughout"], before: "freez")
      || stands(["in", "during", "within", "throughout"], before: "blackout")
  }

  /// `No changes without a rollback plan` asks for the plan, at any time.
  private var isRequirement: Bool {
    guard let condition = list.firstIndex(of: "without"), !saysWhen else { return false }
    return list[..<condition].contains { ["no", "not", "never", "nothing", "nobody"].contains($0) }
      && !has("until", "till", "unless", "except", "only") && !isStandstill
  }

  /// It tells of a meeting, a message or a form, and of no change that is made.
  private var isErrand: Bool {
    Self.has(DecidingWords.errands, in: words) && !holdsBack && !speaksOfWork
      && !list.contains(where: DecidingWords.negations.contains)
      && !has("except", "unless", "excluding", "only", "closed", "open", "window", "windows")
  }

  /// It states a freeze.
  var isFreeze: Bool {
    if restates || isRequirement { return false }
    if (holdsBack || Self.has(DecidingWords.freezes, in: words)) && saysWhen { return true }
    return isStandstill
      || letsOnlyEmergenciesPass && speaksOfWork
        && has("between", "during", "while", "throughout", "until", "till", "currently", "now")
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
    if restates || isRequirement || isErrand { return false }
    if holdsBack || saysWhen || isStandstill { return true }
    if Self.has(["clos", "suspend", "on hold", "further notice", "off limits"], in: words) {
      return true
    }
    if has("except", "unless", "excluding", "not", "never", "nothing") { return true }
    // `only within a window` says what every policy says.
    return list.enumerated().contains { index, word in
      word == "only"
        && !["in", "within", "inside", "during", "when", "if"].contains(
          index + 1 < list.count ? list[index + 1] : "")
    }
  }
}

/// Dates, days and times in a text.
struct TimeSigns {
  private(set) var hasDate = false
  private(set) var hasTime = false
  private(set) var hasWeekday = false

  init(_ text: String) {
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
      // `March is off limits`
      if before == nil, ["may", "march"].contains(word),
        ["is", "to", "through", "until", "till"].contains(where: { tokens.peek(1) == .word($0) })
      {
        hasDate = true
      }
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
