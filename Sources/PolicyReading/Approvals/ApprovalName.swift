import SourceText

/// One approver as a piece of a cell names it: `two peers`, `the CTO`, `Security council 5-of-9`.
struct ApprovalName {
  /// Nil for a piece that asks nobody.
  let approver: ApprovalRule.Approver?

  /// Nil where more is said than who approves, and how many of them.
  ///
  /// - Parameters:
  ///   - words: folded.
  ///   - roles: known roles by the policy's names for them, both folded.
  init?(_ words: [String], roles: [String: String] = [:]) {
    let whole = words.joined(separator: " ")
    if ApprovalCellWords.asksNobody(whole) || ApprovalCellWords.isPreApproved(whole) {
      // With more words it may ask somebody after all.
      if words.count > 2, ApprovalCellWords.isPreApproved(whole) { return nil }
      approver = nil
      return
    }
    var words = words[...]
    var count = Self.takeCount(&words) ?? 1
    // `5 of 9`: so many of a body that has more members.
    if words.count > 3, words[words.endIndex - 2] == "of", let all = Int(words[words.endIndex - 1]),
      let some = Int(words[words.endIndex - 3]), some > 0, some <= all, count == 1
    {
      count = some
      words = words.dropLast(3)
    }
    while let first = words.first, ApprovalCellWords.around.contains(first) { words.removeFirst() }
    while let last = words.last, ApprovalCellWords.around.contains(last) { words.removeLast() }
    if let role = roles[words.joined(separator: " ")] {
      words = role.parts(at: " ")[...]
    } else if KnownRoleName.namesBoard(Array(words)) {
      // `CAB review by CTO`, `CAB und CTO`, `CAB chair`: with a word more it is somebody else, or not alone.
      guard Self.isOfBoard(Array(words)) else { return nil }
    } else if !KnownRoleName.isWhole(Array(words)), Self.kind(Array(words)) != .governance {
      return nil
    }
    guard (1...99).contains(count), !words.isEmpty, words.count <= 6,
      !words.contains(where: ApprovalCellWords.limits)
    else { return nil }
    approver = ApprovalRule.Approver(kind: Self.kind(Array(words)), count: count)
  }

  /// Whether words, folded, say no more than a board, or members of it.
  static func isOfBoard(_ words: [String]) -> Bool {
    words.allSatisfy { boardWords.contains($0) || ofMembers.contains($0) }
  }

  /// `2`, `two`, `2 x`, `at least two`, `minimum of 2`.
  private static func takeCount(_ words: inout ArraySlice<String>) -> Int? {
    var rest = words
    if rest.starts(with: ["at", "least"]) { rest = rest.dropFirst(2) }
    if rest.first == "minimum" || rest.first == "min" { rest = rest.dropFirst() }
    if rest.first == "of" { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    let digits = first.hasSuffix("x") ? String(first.dropLast()) : first
    guard let count = Int(digits) ?? numbers.firstIndex(of: first), count > 0 else { return nil }
    rest = rest.dropFirst()
    if rest.first == "x" { rest = rest.dropFirst() }
    words = rest
    return count
  }

  private static let numbers = ["zero", "one", "two", "three", "four", "five", "six"]

  private static let boardWords: Set = [
    "cab", "ecab", "e", "change", "changes", "advisory", "board", "emergency", "review", "reviews",
    "approval", "approvals", "approved", "approves", "control", "meeting", "sign", "off", "signoff",
    "standard", "regular", "normal", "full", "weekly", "consent", "decision", "expedited",
    "accelerated", "urgent", "committee", "standing",
  ]
  private static let ofMembers: Set = [
    "member", "members", "representative", "representatives", "of", "the", "by", "it",
  ]
  /// Beginnings.
  private static let governanceWords = [
    "governance", "referend", "vot", "token", "holder", "tokenholder", "community", "on", "chain",
    "onchain", "proposal", "dao", "approv", "public", "member", "democracy", "council", "passed",
    "successful", "network", "stake", "validator",
  ]

  private static func kind(_ words: [String]) -> ApprovalRule.Approver.Kind {
    func has(_ beginning: String) -> Bool { words.contains { $0.hasPrefix(beginning) } }
    if has("governance") || words.contains("referendum") || has("vot"),
      words.allSatisfy({ word in governanceWords.contains { word.hasPrefix($0) } })
    {
      return .governance
    }
    // With a word more it is some other body.
    let namesBoard = ["cab", "ecab", "advisory", "board", "boards"].contains { words.contains($0) }
    guard namesBoard, words.allSatisfy(boardWords.contains) else {
      return .role(words.joined(separator: " "))
    }
    let isEmergency =
      has("emergency") || words.contains("ecab") || words.starts(with: ["e", "cab"])
    return isEmergency ? .emergencyBoard : .advisoryBoard
  }
}
