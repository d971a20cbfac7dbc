/// What a sentence or an item of a list says of a freeze: `Year end: 20 Dec - 5 Jan (emergency only)`, `No changes between 15
/// December and 6 January, except emergencies`.
///
/// The whole sentence has to be understood. One that does not say what may pass leaves it unsaid.
enum FreezeSentence {
  /// - Parameters:
  ///   - text: Without the full stop at its end.
  ///   - title: The heading above, for a freeze without a name of its own.
  static func read(
    _ text: String, title: String, names: FreezeAllowanceText.Names
  ) -> [ColumnKey: String]? {
    if let cells = dated(text, names) { return cells.merging([.period: title]) { own, _ in own } }
    if let label = LabelledTime(text), label.isLabelled, isName(label.label) {
      if let cells = dated(label.rest, names) ?? stopped(label.rest, names) {
        return cells.merging([.period: label.label]) { own, _ in own }
      }
    }
    return stopped(text, names).map { $0.merging([.period: title]) { own, _ in own } }
  }

  /// What a sentence says of what passes every freeze: `Only emergency changes are permitted`, `Emergency changes are exempt`.
  static func allowance(_ text: String, names: FreezeAllowanceText.Names) -> String? {
    var words = SentenceWords(text)
    if words.take(["during", "in", "throughout"]) {
      _ = words.take(["a", "the", "any", "each", "every", "these", "all"])
      guard words.take(upTo: ["only"]).map(isOfFreezes) ?? false else { return nil }
    }
    // `Emergency changes only`
    if WordForm.words(text).contains("only"), FreezeAllowanceText.read(text, names) != nil {
      return text
    }
    let isOnly = words.take(["only"])
    guard let subject = words.take(upTo: ["are", "may", "can", "will", "pass"]),
      FreezeAllowanceText.read(subject, names) != nil
    else { return nil }
    let isSaid =
      isOnly
      ? words.takeDeed() || words.take(["pass"])
      : words.take(phrase: "are exempt") || words.take(phrase: "are excepted")
    guard isSaid else { return nil }
    if words.atEnd { return subject }
    guard words.take(["during", "in", "throughout", "from"]) else { return nil }
    _ = words.take(["a", "the", "any", "each", "every", "these", "all"])
    return isOfFreezes(words.remainder) ? subject : nil
  }

  /// `freeze`, `change freezes`, `these periods`.
  private static func isOfFreezes(_ text: String) -> Bool {
    let words = WordForm.words(text)
    return !words.isEmpty && words.count <= 3
      && words.allSatisfy { word in
        ["change", "period", "periods", "time", "times", "the", "a"].contains(word)
          || DecidingWords.kind(ofHeading: word) == .freezes
      }
  }

  // MARK: Dates

  /// Dates alone, or with what passes behind them in brackets or behind a comma.
  private static func dated(
    _ text: String, _ names: FreezeAllowanceText.Names
  ) -> [ColumnKey: String]? {
    if reads(text) { return [.duration: text] }
    for sign in [" (", ", ", "; ", ": ", ". ", " – ", " — ", " - ", " except "] {
      // `Dec 20, 2026 - Jan 5, 2027, emergency only`: any of the signs may be the one.
      var start = text.startIndex
      while let range = text[start...].firstRange(of: sign) {
        start = range.upperBound
        let dates = String(text[..<range.lowerBound])
        guard reads(dates) else { continue }
        let rest =
          sign == " except "
          ? "except \(text[range.upperBound...])" : String(text[range.upperBound...])
        let isBracketed = sign == " ("
        if isBracketed, !rest.hasSuffix(")") { continue }
        guard let allowed = passing(isBracketed ? String(rest.dropLast()) : rest, names) else {
          continue
        }
        return [.duration: dates, .changesAllowed: allowed]
      }
    }
    return nil
  }

  /// `emergency only`, `except for emergencies`.
  private static func passing(_ text: String, _ names: FreezeAllowanceText.Names) -> String? {
    var words = SentenceWords(text)
    if words.take(["except", "unless", "excepting", "excluding"])
      || words.take(phrase: "with the exception of") || words.take(phrase: "other than")
      || words.take(phrase: "apart from")
    {
      _ = words.take(["for"])
      // What is excepted by days is part of the days.
      if DaysText.read(words.remainder) != nil { return nil }
    }
    let allowed = words.remainder
    return FreezeAllowanceText.read(allowed, names) == nil ? nil : allowed
  }

  // MARK: Sentences

  private static func stopped(
    _ text: String, _ names: FreezeAllowanceText.Names
  ) -> [ColumnKey: String]? {
    var words = SentenceWords(text)
    if words.take(["no"]) {
      guard words.takeWork() else { return nil }
      if !words.takeDeed() { _ = words.take(phrase: "take place") }
      return timed(words, names)
    }
    if let rest = behindFreeze(words) { return timed(rest, names) }
    if words.takeWork() {
      let isStopped =
        words.take(["are"])
        && (words.take(["frozen", "prohibited", "forbidden", "suspended", "banned"])
          || words.take(phrase: "not allowed") || words.take(phrase: "not permitted")
          || words.take(phrase: "not made") || words.take(phrase: "not deployed"))
      return isStopped ? timed(words, names) : nil
    }
    return onlySome(text, names)
  }

  /// What follows `A change freeze applies`, `The blackout period runs`; nil for any other beginning.
  private static func behindFreeze(_ words: SentenceWords) -> SentenceWords? {
    var rest = words
    _ = rest.take(["a", "the", "our"])
    _ = rest.take(["change", "code", "deployment", "release"])
    guard DecidingWords.kind(ofHeading: rest.next) == .freezes, rest.take([rest.next]) else {
      return nil
    }
    _ = rest.take(["period"])
    let isSaid =
      rest.take(["applies", "holds", "runs", "lasts"]) || rest.take(phrase: "is in effect")
      || rest.take(phrase: "is in force") || rest.take(phrase: "is in place")
    return isSaid ? rest : nil
  }

  /// `Only emergency changes are allowed from 15 December to 6 January`, `From … to … only emergency changes are allowed`.
  private static func onlySome(
    _ text: String, _ names: FreezeAllowanceText.Names
  ) -> [ColumnKey: String]? {
    var words = SentenceWords(text)
    var dates = ""
    if words.next != "only" {
      guard let front = words.take(upTo: ["only"]) else { return nil }
      dates = front
    }
    guard words.take(["only"]),
      let subject = words.take(upTo: ["are", "may", "can", "will"]),
      FreezeAllowanceText.read(subject, names) != nil, words.takeDeed()
    else { return nil }
    guard dates.isEmpty != words.atEnd else { return nil }
    if dates.isEmpty { dates = words.remainder }
    guard let time = time(WordForm.trim(dates) { $0 == "," }) else { return nil }
    return [.duration: time, .changesAllowed: subject]
  }

  /// The rest of a sentence that stops changes: when, and what passes.
  private static func timed(
    _ words: SentenceWords, _ names: FreezeAllowanceText.Names
  ) -> [ColumnKey: String]? {
    let rest = words.remainder
    if let time = time(rest) { return [.duration: time] }
    for sign in [
      ", ", ". ", " except ", " unless ", " with the exception of ", " other than ",
      " apart from ", " (",
    ] {
      guard let range = rest.firstRange(of: sign),
        let time = time(String(rest[..<range.lowerBound]))
      else { continue }
      var behind = [", ", ". ", " ("].contains(sign) ? "" : WordForm.trim(sign) + " "
      behind += rest[range.upperBound...]
      if sign == " (" {
        guard behind.hasSuffix(")") else { continue }
        behind.removeLast()
      }
      guard let allowed = passing(behind, names) else { continue }
      return [.duration: time, .changesAllowed: allowed]
    }
    return nil
  }

  /// With `in`, `during` and the like in front or without.
  private static func time(_ text: String) -> String? {
    if reads(text) { return text }
    var words = SentenceWords(text)
    guard words.take(["in", "during", "over", "within"]) else { return nil }
    _ = words.take(["the"])
    return reads(words.remainder) ? words.remainder : nil
  }

  private static func reads(_ text: String) -> Bool {
    if case .duration = FreezeDurationText.read(text) { true } else { false }
  }

  /// Neither lifts a freeze nor says that something is open.
  private static func isName(_ label: String) -> Bool {
    let text = LimitingText(label)
    let words = DecidingSentence(label)
    return !text.narrows && !text.extends && !text.isUncertain && !text.isForeign
      && words.all.isDisjoint(with: [.negation, .permission, .resume, .condition, .past, .repeal])
      && !words.list.contains {
        [
          "open", "exempt", "exemption", "exemptions", "outside", "ends", "starts", "begins",
          "start",
          "begin", "lifted", "from", "to",
        ].contains($0)
      }
  }
}
