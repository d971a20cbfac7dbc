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
  var saysOccasion: Bool { Self.has(DecidingWords.occasions, in: words) || has("easter") }

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

  /// `A change freeze is in force`, whatever the table says of it.
  private var isFreezeInForce: Bool {
    Self.has(DecidingWords.freezes, in: words)
      && !list.contains(where: DecidingWords.conditions.contains)
      && (has("until", "till", "currently", "now", "ongoing")
        || Self.has(["further notice", "is in effect", "is in force", "is on"], in: words))
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
      && !has(
        "until", "till", "unless", "except", "only", "during", "while", "between", "throughout")
      && !isStandstill
  }

  /// It tells of a meeting, a message or a form, and of no change that is made.
  private var isErrand: Bool {
    Self.has(DecidingWords.errands, in: words) && !holdsBack && !speaksOfWork
      && !Self.has(DecidingWords.closings, in: words)
      && !list.contains(where: DecidingWords.negations.contains)
      && !has("except", "unless", "excluding", "only", "closed", "open", "window", "windows")
  }

  /// It states a freeze.
  var isFreeze: Bool {
    let speaksOfFreeze = holdsBack || Self.has(DecidingWords.freezes, in: words)
    guard speaksOfFreeze || isStandstill || isFreezeInForce || letsOnlyEmergenciesPass,
      !restates, !isRequirement
    else { return false }
    return speaksOfFreeze && saysWhen || isStandstill || isFreezeInForce
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
    if holdsBack || saysWhen || isStandstill || isFreezeInForce { return true }
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
