// What a sentence tells of.
extension DecidingSentence {
  /// It tells what was, and of nothing that is.
  var isPast: Bool {
    guard all.contains(.past), all.isDisjoint(with: [.modal, .lengthening]), !isLasting,
      !list.contains(where: { ["is", "are", "will", "remain", "remains", "stays"].contains($0) })
    else { return false }
    return !signs.hasRange
  }

  /// No verb is in it: a label, a heading, a note.
  var isFragment: Bool {
    all.isDisjoint(with: [.verb, .past, .modal])
      && !["never", "always", "please", "do"].contains(list.first ?? "")
  }

  /// It tells of a meeting, a message or a form, and of no change that is made.
  var isErrand: Bool {
    guard all.contains(.errand) else { return false }
    let verb = roles.firstIndex { !$0.isDisjoint(with: [.verb, .errand, .past, .modal]) }
    let isAboutWork =
      verb.flatMap { subject(before: $0) }.map { $0.isWork || $0.isFreeze } ?? false
    return !isAboutWork && !halt.isFound
      && !list.contains {
        ["except", "unless", "excluding", "only", "closed", "open"].contains($0)
      }
  }

  /// It says of windows or freezes what every policy says of them: `Outside the windows no changes are
  /// made`, `Only emergency changes may run during a freeze`.
  var restates: Bool {
    func stands(_ prepositions: [String], before beginnings: [String]) -> Bool {
      list.indices.contains { index in
        prepositions.contains(list[index])
          && list[(index + 1)...].prefix(4).contains { word in
            beginnings.contains { word.hasPrefix($0) }
          }
      }
    }
    guard
      stands(["outside"], before: ["window"])
        || stands(
          ["in", "during", "while", "within", "throughout"],
          before: ["freez", "frozen", "blackout"]),
      !saysWhen, !list.contains(where: { ["until", "till", "unless", "suspended"].contains($0) })
    else { return false }
    return !list.contains { ["except", "excluding", "but"].contains($0) }
      || list.contains { ["table", "tables", "row", "rows"].contains($0) }
  }

  /// `No changes without a rollback plan` asks for the plan, at any time.
  var isRequirement: Bool {
    guard let condition = list.firstIndex(of: "without"),
      roles[..<condition].contains(where: { $0.contains(.negation) }), !saysWhen
    else { return false }
    return !list.contains {
      ["until", "till", "unless", "except", "only", "during", "while", "between", "throughout"]
        .contains($0)
    }
  }
}
