/// What a sentence says about when changes may be made, as far as its words tell.
///
/// Every word has roles, see `WordRole`. A sentence limits changes where a word that shuts, or a
/// `not`, belongs to work (its subject or its object), and the sentence says when, or is in force now
/// and speaks of all work. What tells of the past, of one change among many or of what the tables say
/// already limits nothing.
struct DecidingSentence {
  /// As written; without the phrases that are known, where there were any.
  let text: String
  /// Lower-case words, a single blank in front of each.
  let words: [UInt8]
  let list: [String]
  /// One for each of `list`.
  let roles: [WordRole]
  /// Of all words together.
  let all: WordRole
  /// A freeze that was read is named in it.
  private let namesFreeze: Bool
  /// It names a row of windows or freezes, and has a time of day.
  let hasTimeOfRow: Bool
  /// Its dates, days and times.
  let signs: TimeSigns

  /// - Parameter known: To speak of them is nothing new.
  init(_ text: String, without known: KnownPhrases = []) {
    let written = WordForm.words(
      text.utf8.contains(0xC2) ? text.replacing("§", with: " section ") : text)
    let found = known.removed(from: written)
    namesFreeze = found?.namesFreeze ?? false
    hasTimeOfRow = found != nil && TimeSigns(text).hasTime
    var list: [String] = []
    for word in found?.rest ?? written {
      if let words = DecidingWords.contractions[word] { list += words } else { list.append(word) }
    }
    // `We're frozen`
    if list.first == "were" { list.replaceSubrange(0..<1, with: ["we", "are"]) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(list.reduce(0) { $0 + $1.utf8.count + 1 })
    for word in list {
      bytes.append(0x20)
      bytes += word.utf8
    }
    var (roles, start): ([WordRole], Int) = ([], 1)
    roles.reserveCapacity(list.count)
    for word in list {
      roles.append(WordLexicon.english.roles(at: bytes[start...]))
      start += word.utf8.count + 1
    }
    // `in May` is a month.
    for index in list.indices where list[index] == "may" {
      let isAfter = index > 0 && roles[index - 1].contains(.preposition)
      let isBefore = index + 1 < list.count && list[index + 1].utf8.first.map { $0 < 0x3A } ?? false
      if isAfter || isBefore { roles[index] = [] }
    }
    self.list = list
    words = bytes
    self.roles = roles
    all = roles.reduce([]) { $0.union($1) }
    let rest = found == nil ? text : list.joined(separator: " ")
    self.text = rest
    // Most texts name no day and have no figure, and need not be looked through for them.
    signs =
      !all.isDisjoint(with: [.day, .occasion]) || bytes.contains { (0x30...0x39).contains($0) }
      ? TimeSigns(rest) : TimeSigns()
  }

  // MARK: Times

  /// A date, a month, a day of the week, a time of day or a named day.
  var saysWhen: Bool { saysDay || signs.hasTime }

  /// The same without times of day.
  var saysDay: Bool {
    if saysOccasion { return true }
    return signs.hasDate || signs.hasWeekday
  }

  /// A day or season that has a name and no date; a numbered week or quarter.
  var saysOccasion: Bool {
    all.contains(.occasion) || saysDaysOfPeriod
      || list.indices.contains { index in
        let next = index + 1 < list.count ? list[index + 1] : ""
        let isNumber = !next.isEmpty && next.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return ["week", "weeks", "cw", "kw"].contains(list[index]) && isNumber
          || ["q1", "q2", "q3", "q4"].contains(list[index])
      }
  }

  /// `No deployment within 2 hours of the end of a window`
  private var saysDistance: Bool {
    all.contains(.negation) && list.contains("within")
      && list.contains { ["hours", "hour", "minutes"].contains($0) }
  }

  /// `the last two weeks of the year`, `the first day after a holiday`
  private var saysDaysOfPeriod: Bool {
    list.indices.contains { index in
      guard ["day", "days", "week", "weeks", "weekend"].contains(list[index]), index > 0,
        index + 1 < list.count, ["of", "in", "before", "after"].contains(list[index + 1])
      else { return false }
      return list[max(0, index - 3)..<index].contains {
        ["first", "second", "third", "fourth", "last", "final", "closing", "opening"].contains($0)
      }
    }
  }

  /// It speaks of now, or of how long: `currently`, `until the audit is over`. What lasts until one
  /// change is approved or tested is about that change.
  var isLasting: Bool {
    roles.indices.contains { index in
      guard roles[index].contains(.lasting) else { return false }
      guard ["until", "till", "pending"].contains(list[index]) else { return true }
      return !roles[(index + 1)...].prefix(6).contains { $0.contains(.process) }
    }
  }

  // MARK: What it limits

  /// It states a freeze.
  var isFreeze: Bool { isStandstill || isFreezeAtATime }

  /// Work is stopped, or what the document says is taken back, whenever that is.
  var isStandstill: Bool {
    guard
      !all.isDisjoint(with: [.stop, .hold, .freeze, .negation, .only, .repeal])
        || list.first.map(Self.amendments.contains) ?? false
    else { return false }
    if isAmendment { return true }
    if isInFreeze || hasFreezesElsewhere { return true }
    guard !restates, !isRequirement else { return false }
    return halt.isOfAll || isRepeal || letsOnlyEmergenciesPassNow || isFreezeInForce
  }

  /// A standstill, and nothing in it says when.
  var isStandstillAlone: Bool { isStandstill && !saysWhen && !isLasting && !isAmendment }

  /// Work is stopped at a time.
  private var isFreezeAtATime: Bool {
    let (day, isLasting) = (saysDay, isLasting)
    let isTimed = day || isLasting || signs.hasTime || saysDistance
    guard isTimed, !isPast, !restates, !isRequirement else { return false }
    if halt.isFound || letsOnlyEmergenciesPass { return true }
    if all.contains(.freeze) { return !isNews }
    if namesFreeze, day { return !isErrand }
    if day, !isWindow, isWorkAtATime { return true }
    if isWorkOnADate { return true }
    let subjects: WordRole = [.work, .window, .place]
    if day, all.contains(.resume), !all.isDisjoint(with: subjects) { return true }
    if day, all.contains(.only), !all.isDisjoint(with: subjects), !isErrand { return true }
    if isFragment, day, list.count < 12, !all.isDisjoint(with: [.stop, .hold]) { return true }
    return isFragment && isLabelOfDays
  }

  /// It holds changes back: something shuts them, or lets only emergencies pass.
  var holdsBack: Bool { halt.isFound || letsOnlyEmergenciesPass }

  /// It states a window.
  var isWindow: Bool {
    guard !all.isDisjoint(with: [.window, .work]) else { return false }
    guard signs.hasTime || signs.hasWeekday, !isPast, !isErrand, !tellsOfRecords,
      !["half", "most", "few"].contains(list.first ?? "")
    else { return false }
    if list.contains(where: { $0.hasPrefix("window") || $0.hasPrefix("slot") }) { return true }
    guard let work = roles.firstIndex(where: { $0.contains(.work) }) else { return false }
    if roles[work].contains(.permission) || list[..<work].last == "we" { return true }
    // `maintenance team` is no maintenance.
    let isModifier =
      work + 1 < list.count && roles[work + 1].isEmpty && TimeSigns("on \(list[work + 1])").isEmpty
      && list[work + 1].utf8.contains { $0 > 0x39 }
    let isNamed = !roles[work].contains(.single) && !isModifier
    return isNamed && isFragment
      || roles[(work + 1)...].contains { $0.contains(.permission) }
        && (isNamed || all.contains(.only))
  }
}
