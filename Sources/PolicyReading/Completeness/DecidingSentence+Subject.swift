extension DecidingSentence {
  /// The words in front of a verb, and what they name.
  struct Subject {
    let words: Range<Int>
    let head: Int
    /// It is work, a place of work, or a window.
    let isWork: Bool
    let isFreeze: Bool
    /// All of it, and not some: `changes to production`, not `manual changes`.
    let isWhole: Bool
    /// `is`, `are` or the like stands behind it, and no `may` or `must`.
    let isState: Bool
  }

  /// What stands in front of a predicate; nil where nothing does.
  func subject(before predicate: Int) -> Subject? {
    var end = predicate
    var (isState, isModal) = (false, false)
    while end > 0, isLink(end - 1) {
      end -= 1
      if roles[end].contains(.state), list[end] != "be" || list[..<end].last == "will" {
        isState = true
      }
      if ["have", "has"].contains(list[end]) { isState = true }
      if roles[end].contains(.modal) { isModal = true }
    }
    var start = end
    while start > 0, !isBorder(start - 1) { start -= 1 }
    guard start < end else { return nil }
    var head = end - 1
    if !roles[start].contains(.preposition) {
      let next = roles[start..<end].firstIndex { $0.contains(.preposition) }
      head = (next ?? end) - 1
    }
    // `deployments planned for June`
    while head > start, roles[head].isDisjoint(with: [.work, .place, .window]),
      !roles[head].isDisjoint(with: [.permission, .errand, .process, .general]),
      !roles[head - 1].isDisjoint(with: [.work, .window])
    {
      head -= 1
    }
    let subjects: WordRole = [.work, .place, .window]
    let isPronoun = ["it", "they", "these", "those", "both", "all", "we"].contains(list[head])
    return Subject(
      words: start..<end, head: head,
      isWork: !roles[head].isDisjoint(with: subjects) || isPronoun,
      isFreeze: roles[head].contains(.freeze),
      isWhole: isWhole(start..<end, head), isState: isState && !isModal)
  }

  /// Between a subject and what is said of it: `are`, `may not`, `currently`.
  private func isLink(_ index: Int) -> Bool {
    !roles[index].isDisjoint(with: [.state, .modal, .past]) || roles[index] == .verb
      || ["not", "never"].contains(list[index])
      || [
        "currently", "presently", "now", "therefore", "also", "again", "temporarily", "still",
        "already", "all", "thus", "completely", "fully", "hereby", "generally", "strictly",
      ].contains(list[index]) && index > 0
  }

  /// Where another clause begins.
  private func isBorder(_ index: Int) -> Bool {
    ["but", "because", "so", "then", "however"].contains(list[index])
      || list[index] == "and" && roles[..<index].contains { $0.contains(.verb) }
  }

  func isWhole(_ words: Range<Int>, _ head: Int) -> Bool {
    if roles[head].contains(.single),
      list[words].contains(where: { ["a", "an", "the", "this", "that", "one"].contains($0) })
    {
      return false
    }
    return words.allSatisfy { index in
      if roles[index].contains(.condition) { return false }
      return !roles[index].isDisjoint(with: [.general, .work, .place, .window, .emergency])
        || ["in", "to", "on", "into", "of", "for"].contains(list[index])
    }
  }
}
