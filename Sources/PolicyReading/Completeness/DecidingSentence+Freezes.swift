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

  /// `A change freeze is in force`, whatever the table says of it.
  var isFreezeInForce: Bool {
    guard !all.isDisjoint(with: [.freeze, .hold]), !all.contains(.condition), !isPast else {
      return false
    }
    let isNoun = roles.contains { $0.contains(.freeze) }
    guard isNoun else { return false }
    return isLasting
      || list.indices.dropLast().contains {
        list[$0] == "is" && list[$0 + 1] == "on" && $0 + 2 == list.count
      }
  }

  /// It tells when somebody speaks of a freeze: `Freeze dates are published in November`.
  var isNews: Bool {
    guard let verb = roles.firstIndex(where: { $0.contains(.errand) }),
      let subject = subject(before: verb), !subject.isFreeze
    else { return false }
    return !list[(verb + 1)...].contains { ["for", "from", "until", "between", "a"].contains($0) }
  }

  /// `Summer break: Jun 1 - Jun 20`: some days without a year, and nothing of what they are for but a
  /// name.
  var isLabelOfDays: Bool {
    signs.hasRange && !signs.hasYear
      && !list.contains {
        ["year", "report", "reporting", "review", "fiscal", "budget", "retention"].contains($0)
      }
  }
}
