extension DecidingSentence {
  /// Whether work is shut.
  struct Halt {
    /// Something that shuts belongs to work: with a time it limits.
    var isFound = false
    /// All work, on no condition: it limits without a time.
    var isOfAll = false
  }

  var halt: Halt {
    guard !all.isDisjoint(with: [.stop, .hold, .negation]) else { return Halt() }
    var result = Halt()
    for index in roles.indices {
      if !roles[index].isDisjoint(with: [.stop, .hold]), !isDenied(index) {
        note(shutAt: index, in: &result)
      }
      if roles[index].contains(.negation) { note(noAt: index, in: &result) }
    }
    return result
  }

  /// `not closed`, `never been paused`
  private func isDenied(_ index: Int) -> Bool {
    index > 0
      && (roles[index - 1].contains(.negation)
        || index > 1 && roles[index - 2].contains(.negation)
          && roles[index - 1].contains(.state))
  }

  /// `Deployments are paused`, `Pause all deployments`.
  private func note(shutAt index: Int, in result: inout Halt) {
    let subject = subject(before: index)
    let objects = roles[(index + 1)...].prefix(5).prefix { $0.isDisjoint(with: [.state, .modal]) }
    let isObject = objects.contains { !$0.isDisjoint(with: [.work, .place, .window]) }
    let isLast = index == list.count - 1
    if isFragment, isLast,
      roles[..<index].contains(where: {
        !$0.isDisjoint(with: [.work, .place, .window]) && !$0.contains(.single)
      })
    {
      result.isFound = true
      result.isOfAll = result.isOfAll || list.count < 6 && all.isDisjoint(with: [.condition])
    }
    // `It is prohibited to deploy`
    if let subject, list[subject.head] == "it", isObject, index + 1 < list.count,
      list[index + 1] == "to",
      let verb = roles[index...].firstIndex(where: { $0.contains(.work) }), isBareEnd(after: verb)
    {
      result.isOfAll = true
    }
    if let subject, subject.isWork {
      result.isFound = true
      // `The change is closed`, said of every change, closes none of them to others.
      let isState = subject.isState || isFragment && index == subject.words.upperBound
      if isState, subject.isWhole, isOpenEnded(after: index), !all.contains(.condition) {
        result.isOfAll = result.isOfAll || isHalted(index)
      }
    } else if isObject {
      result.isFound = true
    } else if roles[index].contains(.hold), signs.hasDate {
      result.isFound = true
    } else if subject == nil, isFragment {
      result.isFound = true
    }
  }

  /// What is said of all changes, and not of each at its end: `closed` and `cancelled` are both.
  private func isHalted(_ index: Int) -> Bool {
    let ends = ["clos", "cancel", "withdr", "reject", "refus", "postpon", "defer", "end"]
    guard ends.contains(where: { list[index].hasPrefix($0) }) else { return true }
    guard let subject = subject(before: index) else { return false }
    return !roles[subject.head].isDisjoint(with: [.place, .window]) || isLasting
  }

  /// `No changes`, `Nothing ships`, `Do not deploy`, `Changes are not made`.
  private func note(noAt index: Int, in result: inout Halt) {
    let rest = index + 1..<min(index + 5, list.count)
    if ["not", "never", "hardly"].contains(list[index]) {
      // `Do not touch production in June`
      let isAtHome = rest.contains {
        !roles[$0].isDisjoint(with: [.place, .work]) && list[$0] != "work"
      }
      if isAtHome, saysDay { result.isFound = true }
      guard
        let verb = rest.prefix(3).first(where: {
          !roles[$0].isDisjoint(with: [.permission, .work])
        })
      else { return }
      let subject = subject(before: index)
      guard subject?.isWork ?? true || roles[verb].contains(.work),
        subject != nil || !roles[verb].isDisjoint(with: [.work]) || isWorkNear(verb)
      else { return }
      result.isFound = true
      let isWhole =
        subject.map { $0.isWhole || list[$0.head] == "we" } ?? roles[verb].contains(.work)
      if isWhole, isBareEnd(after: verb), !all.contains(.condition) { result.isOfAll = true }
      return
    }
    if let verb = rest.first(where: { roles[$0].contains(.permission) }),
      ["nobody", "nothing", "one"].contains(list[index])
        || list[index...].starts(with: ["no", "one"])
    {
      result.isFound = true
      if isBareEnd(after: verb), !all.contains(.condition) { result.isOfAll = true }
      return
    }
    if list[index] == "nothing", index > 0, list[index - 1] == "do" { result.isFound = true }
    if list[index] == "none", isFragment, !all.isDisjoint(with: [.work, .window]) {
      result.isFound = true
    }
    guard
      let work = rest.prefix(while: { roles[$0].isDisjoint(with: [.condition]) })
        .first(where: { !roles[$0].isDisjoint(with: [.work, .place, .window]) }),
      !roles[index..<work].contains(where: { $0.contains(.preposition) })
    else { return }
    result.isFound = true
    if list[index] == "no", isWhole(index + 1..<work + 1, work), isBareEnd(after: work),
      !all.contains(.condition)
    {
      result.isOfAll = true
    }
  }

  private func isWorkNear(_ index: Int) -> Bool {
    roles[index...].prefix(4).contains { !$0.isDisjoint(with: [.work]) }
  }

  /// Nothing follows that makes it a rule for some cases: `to production` and `for now` do not.
  private func isOpenEnded(after index: Int) -> Bool {
    let rest = index + 1..<list.count
    guard let first = rest.first else { return true }
    if ["to", "with", "against", "automatically"].contains(list[first]) { return false }
    if list[rest].contains(where: {
      ["during", "while", "after", "before", "outside", "default", "without"].contains($0)
    }) {
      return false
    }
    if let end = list[rest].firstIndex(where: { ["until", "till", "pending"].contains($0) }),
      roles[end...].prefix(6).contains(where: { $0.contains(.process) })
    {
      return false
    }
    return list[first] != "by"
      || !roles[rest].prefix(5).contains { $0.contains(.tool) }
  }

  /// Nothing follows but where, and for how long.
  private func isBareEnd(after index: Int) -> Bool {
    (index + 1..<list.count).allSatisfy { next in
      !roles[next].isDisjoint(with: [
        .state, .permission, .general, .work, .place, .lasting, .modal, .verb,
      ]) || ["in", "to", "on", "into", "at", "be"].contains(list[next])
    }
  }
}
