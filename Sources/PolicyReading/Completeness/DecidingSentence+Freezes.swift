extension DecidingSentence {
  static let amendments: Set = [
    "amendment", "addendum", "erratum", "corrigendum", "supplement", "codicil", "rider",
  ]

  /// `Amendment 1: …`, whatever it says: it says that the text does not.
  var isAmendment: Bool {
    guard let first = list.first, Self.amendments.contains(first), list.count > 1 else {
      return false
    }
    if ["no", "number", "nr", "a", "b", "c", "i", "ii", "iii", "iv"].contains(list[1]) {
      return true
    }
    let rest = text.drop(while: { !$0.isLetter }).drop(while: \.isLetter)
    return rest.first { !" *_".contains($0) }.map { ":-(–—".contains($0) || $0.isNumber } ?? false
  }

  /// `The windows above are void`, `Row 2 is deleted`: of the parts that say when, or of a part at a
  /// time.
  var isRepeal: Bool {
    guard !all.isDisjoint(with: [.repeal]), !all.isDisjoint(with: [.window, .part, .freeze]),
      !all.contains(.condition), !isPast
    else { return false }
    return roles.indices.contains { index in
      guard roles[index].contains(.repeal), let subject = subject(before: index) else {
        return false
      }
      let isPart = subject.words.contains {
        !roles[$0].isDisjoint(with: [.window, .part]) || list[$0].hasPrefix("window")
      }
      guard isPart, subject.isState || roles[index].contains(.negation) || !hasLink(subject, index)
      else { return false }
      // `This section does not apply to emergencies` leaves out some, as tables do.
      let rest = list[(index + 1)...]
      if roles[index].contains(.negation) {
        return saysWhen || isLasting
          || rest.dropFirst().first.map { $0 != "to" && $0 != "for" } ?? true
      }
      let isOfTimes = subject.words.contains { roles[$0].contains(.window) }
      return isOfTimes || saysWhen || isLasting || rest.isEmpty
    }
  }

  private func hasLink(_ subject: Subject, _ index: Int) -> Bool {
    subject.words.upperBound < index
  }

  /// `Only emergency changes`, `emergencies only`.
  var letsOnlyEmergenciesPass: Bool {
    all.contains(.only) && all.contains(.emergency)
  }

  /// `Only emergency changes are allowed`, `only emergencies between …`.
  var letsOnlyEmergenciesPassNow: Bool {
    guard letsOnlyEmergenciesPass, !all.contains(.condition), !all.contains(.past) else {
      return false
    }
    let isNow = list.contains {
      ["between", "during", "while", "throughout", "until", "till", "currently", "now"].contains($0)
    }
    if isNow { return !all.isDisjoint(with: [.work]) }
    guard let only = roles.firstIndex(where: { $0.contains(.only) }),
      let emergency = roles.firstIndex(where: { $0.contains(.emergency) }), only < emergency,
      let verb = roles.lastIndex(where: { $0.contains(.permission) }), verb > emergency
    else { return false }
    return verb == list.count - 1
      || roles[(verb + 1)...].allSatisfy {
        !$0.isDisjoint(with: [.place, .general, .work]) || $0 == .preposition
      }
  }

  /// `Production is in a freeze`, and not `Only emergencies run in a freeze`.
  var isInFreeze: Bool {
    guard all.contains(.state), !all.isDisjoint(with: [.freeze, .hold]),
      all.isDisjoint(with: [.condition, .only, .negation, .modal]),
      !list.contains(where: { ["while", "during"].contains($0) })
    else { return false }
    return list.indices.contains { index in
      guard list[index] == "in", index > 0,
        let state = list[..<index].lastIndex(where: { ["is", "are"].contains($0) }),
        roles[(state + 1)..<index].allSatisfy({ $0.contains(.lasting) || $0.isEmpty }),
        index - state < 3,
        let freeze = roles[index...].firstIndex(where: { $0.contains(.freeze) })
      else { return false }
      return freeze - index < 5
        && roles[(freeze + 1)...].allSatisfy { !$0.isDisjoint(with: [.lasting, .general, .work]) }
    }
  }

  /// Something is said of work or windows on some day, and it is nothing that is only done around them:
  /// `Changes are limited to Sundays`, `Windows begin to apply on 1 July`.
  var isWorkAtATime: Bool {
    guard all.isDisjoint(with: [.errand, .past]), !list.contains("been") else { return false }
    let verb = roles.indices.dropFirst().first { !roles[$0].isDisjoint(with: [.verb, .modal]) }
    guard let verb, let subject = subject(before: verb) else { return false }
    return !roles[subject.head].isDisjoint(with: [.work, .window])
      && !roles[subject.head].contains(.single) && subject.isWhole
  }

  /// It speaks of work or of its place, and of a date, and of nothing that is only done around changes:
  /// whatever it says of them, it is said of some days and not of others.
  var isWorkOnADate: Bool {
    guard signs.hasDate || saysOccasion || saysUntilNotice, !isErrand, !tellsOfRecords else {
      return false
    }
    if all.contains(.repeal), all.contains(.part) { return true }
    if !all.isDisjoint(with: [.stop, .hold]), !all.isDisjoint(with: [.work, .place]),
      !all.contains(.past)
    {
      return true
    }
    let subjects: WordRole = [.work, .place, .window, .emergency, .negation, .only, .resume]
    // `Please keep production quiet`
    let isOrder = list.contains { ["keep", "leave", "avoid", "spare"].contains($0) }
    return roles.indices.contains {
      !roles[$0].isDisjoint(with: subjects) && (isOrder || !isModifier($0))
    }
  }

  private var saysUntilNotice: Bool {
    list.indices.dropLast().contains { list[$0] == "further" && list[$0 + 1] == "notice" }
  }

  /// `Code freeze`, and nothing more.
  var isFreezeLabel: Bool {
    guard list.count < 5, list.count > 1, isFragment, let last = list.last,
      roles.last?.contains(.freeze) ?? false, !last.hasSuffix("s")
    else { return list == ["freeze", "tbd"] || list == ["freeze", "tba"] }
    return roles.dropLast().allSatisfy { !$0.isDisjoint(with: [.work, .place, .general]) }
  }

  /// `Changes are archived in January`: what is done with all of them on some day, and it is no change.
  var tellsOfRecords: Bool {
    guard all.isDisjoint(with: [.stop, .hold, .freeze, .negation, .only]),
      !list.contains(where: { ["until", "till", "pending"].contains($0) })
    else { return false }
    // `Since January every change has a record`
    return list.contains("since")
      || roles.indices.dropFirst().contains {
        roles[$0].contains(.errand) && roles[$0 - 1].contains(.state) && list[$0] != "planned"
      }
  }

  /// `release manager` is no release, and `backups of production` are not production.
  private func isModifier(_ index: Int) -> Bool {
    if roles[index].contains(.place), list[..<index].suffix(2).contains("of") { return true }
    guard !roles[index].isDisjoint(with: [.single, .place]), index + 1 < list.count else {
      return false
    }
    if ["day", "days", "date", "dates", "alone"].contains(list[index + 1]) { return false }
    return roles[index + 1].isEmpty && TimeSigns("on \(list[index + 1])").isEmpty
      && list[index + 1].utf8.contains { $0 > 0x39 }
  }

  /// `More freezes are listed in the wiki`: some that nobody here has read.
  var hasFreezesElsewhere: Bool {
    let verbs = [
      "listed", "found", "kept", "maintained", "documented", "recorded", "published", "stored",
    ]
    return list.indices.dropLast().contains { index in
      guard verbs.contains(list[index]), ["in", "on", "at", "by"].contains(list[index + 1]),
        let subject = subject(before: index), subject.isFreeze
      else { return false }
      let place = (index + 2)..<list.count
      return !signs.hasDate && !saysOccasion
        && !roles[place].contains { !$0.isDisjoint(with: [.part, .window]) }
        && !list[place].contains {
          ["below", "above", "here", "record", "repository"].contains($0)
        }
    }
  }

  /// `Freeze calendar: Confluence`, `See the wiki for current windows`: rows that nobody here has read.
  var pointsElsewhere: Bool {
    guard list.contains(where: Self.otherPlaces.contains),
      all.isDisjoint(with: [.condition, .errand]),
      list.count < 12
    else { return false }
    let isOfSome = list.indices.contains { index in
      let next = index + 1 < list.count ? list[index + 1] : ""
      return roles[index].contains(.freeze)
        && (list[index].hasSuffix("s")
          || ["calendar", "dates", "periods", "schedule"].contains(next))
        || list[index] == "windows"
    }
    return isOfSome
      && (isFragment
        || list.contains { ["see", "refer", "consult", "check", "are", "is"].contains($0) })
  }

  private static let otherPlaces: Set = [
    "confluence", "wiki", "sharepoint", "intranet", "notion", "jira", "servicenow", "spreadsheet",
    "https", "http",
  ]

  /// `A change freeze is in force`, whatever the table says of it.
  var isFreezeInForce: Bool {
    guard !all.isDisjoint(with: [.freeze, .hold]), !all.contains(.condition), !isPast else {
      return false
    }
    let isNoun = roles.contains { $0.contains(.freeze) }
    guard isNoun else { return false }
    // `A moratorium is in place`
    if let place = list.last, ["place", "effect", "force"].contains(place),
      list.dropLast().last == "in", all.contains(.state), list.first == "a" || list.first == "the"
    {
      return true
    }
    return isLasting
      || list.indices.dropLast().contains {
        list[$0] == "is" && list[$0 + 1] == "on" && $0 + 2 == list.count
      }
  }

  /// It tells when somebody speaks of a freeze: `Freeze dates are published in November`.
  var isNews: Bool {
    guard let verb = roles.firstIndex(where: { $0.contains(.errand) }),
      let subject = subject(before: verb), !subject.isFreeze || list[subject.head] == "freezes"
    else { return false }
    return !list[(verb + 1)...].contains { ["for", "from", "until", "between", "a"].contains($0) }
  }

  private static let periods: Set = [
    "year", "report", "reporting", "review", "fiscal", "budget", "retention",
  ]
  private static let datedPeriods: Set = [
    "valid", "validity", "effective", "version", "approved", "period", "term", "history", "since",
    "force", "published", "pilot", "scope", "contract",
  ]

  /// `Summer break: Jun 1 - Jun 20`: some days without a year, and nothing of what they are for but a
  /// name.
  var isLabelOfDays: Bool {
    signs.hasRange && (!signs.hasYear || list.count < 10)
      && !list.contains { word in
        Self.periods.contains(word) || signs.hasYear && Self.datedPeriods.contains(word)
      }
  }
}
