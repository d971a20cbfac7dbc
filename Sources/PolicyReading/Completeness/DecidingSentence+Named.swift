// Sentences that shut or change something by its name, be it a system or a row of the tables.
extension DecidingSentence {
  /// `rpc-gateway is frozen`, `Changes to rpc-gateway are on hold`: of something that no word list has, and
  /// in no case but always.
  var isNamedHalt: Bool {
    guard all.isDisjoint(with: [.condition, .modal, .negation]), !isPast, list.count < 12 else {
      return false
    }
    return list.indices.contains { index in
      guard roles[index].contains(.hold), let subject = subject(before: index), subject.isState
      else {
        return false
      }
      let end = list[index] == "on" ? index + 2 : index + 1
      let isBare = roles[min(end, list.count)...].allSatisfy {
        !$0.isDisjoint(with: [.lasting, .general])
      }
      let named = subject.words.filter { word in
        roles[word].isEmpty && !["the", "and", "our", "of"].contains(list[word])
      }
      let isOfWork = subject.words.contains { roles[$0].contains(.work) }
      // `Manual changes` are some, and `changes to rpc-gateway` are those of a system.
      let join = subject.words.first { roles[$0].contains(.preposition) }
      let isOfName =
        roles[subject.head].isEmpty
        || join.map { join in named.allSatisfy { $0 > join } } ?? !isOfWork
      return isBare && !named.isEmpty && isOfName
        && !subject.words.contains { !roles[$0].isDisjoint(with: [.process, .errand]) }
    }
  }

  /// `Ignore the business hours row`, `Disregard the table below`, `This section is outdated`.
  var disregardsPart: Bool {
    let first = list.drop { ["please", "note", "so"].contains($0) }.first ?? ""
    let isOfPart = !all.isDisjoint(with: [.part, .window, .freeze])
    if ["ignore", "disregard", "skip", "forget", "overlook"].contains(first), isOfPart {
      return true
    }
    guard all.isDisjoint(with: [.condition, .modal]),
      let verb = roles.firstIndex(where: { $0.contains(.state) }),
      let subject = subject(before: verb),
      subject.words.contains(where: { roles[$0].contains(.part) })
    else { return false }
    let rest = Array(
      list[(verb + 1)...].drop { ["now", "currently", "still", "being"].contains($0) })
    return rest.count < 5
      && (rest.first.map(Self.unfinished.contains) ?? false
        || ["under", "in"].contains(rest.first) && rest.last == "review"
        || rest.starts(with: ["out", "of", "date"]) || rest.starts(with: ["not", "final"]))
  }

  private static let unfinished: Set = [
    "outdated", "obsolete", "incomplete", "wrong", "incorrect", "provisional", "draft",
    "unfinished",
  ]

  /// `TODO: add the March freeze`, `Easter freeze to be added`, `Freeze dates to follow`: there is more than
  /// what is written.
  var announcesRows: Bool {
    guard !all.isDisjoint(with: [.freeze, .window]) else { return false }
    if list.count > 2,
      list.contains(where: { ["todo", "fixme", "tbd", "tba", "tbc"].contains($0) })
    {
      return true
    }
    return list.indices.dropLast().contains { index in
      guard ["to", "will"].contains(list[index]) else { return false }
      if list[index + 1] == "follow" { return index + 2 >= list.count || list[index + 2] != "the" }
      guard list[index] == "to", list[index + 1] == "be", index + 2 < list.count,
        index == 0 || roles[index - 1].isDisjoint(with: [.state, .modal])
      else { return false }
      return ["added", "defined", "announced", "decided", "confirmed", "published", "determined"]
        .contains(list[index + 2])
    }
  }

  /// `Tuesdays excluded`, `Except on Tuesdays`, `rpc-gateway: only Sundays`: a remark on days that belongs to
  /// some row, wherever it stands.
  var isRemarkOnDays: Bool {
    if hasTimeOfRow, !isErrand,
      list.contains(where: { ["now", "since", "instead", "new"].contains($0) })
    {
      return true
    }
    if list.contains("reserved"), signs.hasWeekday { return true }
    guard isFragment, signs.hasWeekday, list.count < 8, !isErrand else { return false }
    return list.contains { ["except", "excluding", "excluded", "excepted", "only"].contains($0) }
  }

  /// `Windows do not apply to rpc-gateway`: and not to emergencies, of which the tables speak.
  var takesOutOfWindows: Bool {
    guard !all.contains(.emergency), all.isDisjoint(with: [.condition]) else { return false }
    return list.indices.dropLast(2).contains { index in
      guard list[index] == "not", ["apply", "hold", "exist"].contains(list[index + 1]),
        ["to", "for"].contains(list[index + 2]), let subject = subject(before: index)
      else { return false }
      return roles[subject.head].contains(.window)
    }
  }
}
