// What limits beside a table that is read, where less is enough than elsewhere.
extension DecidingSentence {
  /// It limits something: beside a table it may say when a row does not hold.
  var isLimit: Bool {
    if restates || isRequirement { return false }
    if isFreeze || isWindow { return true }
    guard !isPast, !isErrand, isOfConcern else { return false }
    if saysWhen || isLasting { return true }
    let isOfRows = !all.isDisjoint(with: [.window, .freeze])
    let isOfAll = all.isDisjoint(with: [.condition, .process])
    return list.indices.contains { index in
      switch list[index] {
      case "except", "excluding": true
      case "unless": all.isDisjoint(with: .process)
      // Emergencies are freer than the rows say.
      case "not", "never", "nothing":
        isOfAll && !all.contains(.emergency) && (isOfRows || isFragment || isOfParts)
      case "only": isLimitOfWork(index)
      default: false
      }
    }
  }

  /// `only documentation changes`: neither `only within a window` nor `only approved changes`, which say
  /// what every policy says, nor `only the manager`.
  private func isLimitOfWork(_ only: Int) -> Bool {
    let next = only + 1 < list.count ? list[only + 1] : ""
    if ["in", "within", "inside", "during", "when", "if"].contains(next) { return false }
    if isFragment || list.contains(where: { ["pass", "passes"].contains($0) }) { return true }
    guard only + 1 < list.count, !roles[only + 1].contains(.process) else { return false }
    let verb = roles[(only + 1)...].firstIndex {
      !$0.isDisjoint(with: [.state, .modal, .permission])
    }
    return verb.flatMap { subject(before: $0) }
      .map { $0.isWork && $0.head > only && !roles[$0.head].contains(.single) } ?? true
  }

  private var isOfParts: Bool {
    roles.contains { $0.contains(.part) } && list.contains { $0.hasPrefix("appl") }
  }

  /// It speaks of changes and their times, or leaves open of what it speaks.
  private var isOfConcern: Bool {
    let isOfWork = roles.contains {
      $0.contains(.work) && !$0.contains(.single)
        || !$0.isDisjoint(with: [.window, .freeze, .emergency])
    }
    if isOfWork || isFragment || isOfParts { return true }
    guard
      let verb = roles.firstIndex(where: {
        !$0.isDisjoint(with: [.verb, .modal, .past, .stop, .hold])
      })
    else { return false }
    return subject(before: verb).map { !roles[$0.head].isDisjoint(with: [.work, .window]) } ?? true
      || list.contains { ["it", "they", "this", "these", "those", "pass", "passes"].contains($0) }
  }
}
