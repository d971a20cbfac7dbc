/// Cells of the Reviewers Required column.
enum ReviewersText {
  static let accepted = "a number such as 2, or 2 + 1 security"

  /// How many technical and how many security reviewers; a dash is none of either.
  static func read(_ text: String) -> (technical: Int, security: Int)? {
    let folded = WordForm.fold(text)
    if folded == "none" || folded == "no" || folded == "n a" { return (0, 0) }
    var tokens = CellTokens(text)
    if tokens.take(sign: "-") { return tokens.atEnd ? (0, 0) : nil }
    var (technical, security): (Int?, Int?) = (nil, nil)
    while !tokens.atEnd {
      if technical != nil || security != nil {
        guard
          tokens.take(sign: "+") || tokens.take(sign: ",") || tokens.take(sign: "&")
            || tokens.take("and", "plus", "with") || tokens.peek() == .sign("(")
        else { return nil }
        _ = tokens.take("and", "plus")
      }
      guard let term = takeTerm(&tokens) else { return nil }
      if term.isSecurity {
        guard security == nil else { return nil }
        security = term.count
      } else {
        guard technical == nil else { return nil }
        technical = term.count
      }
    }
    if technical == nil, security == nil { return nil }
    return (technical ?? 0, security ?? 0)
  }

  /// `at least 2 peers`, `1 security reviewer`, `security`.
  private static func takeTerm(_ tokens: inout CellTokens) -> (count: Int, isSecurity: Bool)? {
    let isBracketed = tokens.take(sign: "(")
    if !tokens.take(phrase: "at least") {
      _ = tokens.take(sign: "≥") || tokens.take("minimum", "min")
    }
    let count: Int
    if let stated = tokens.takeCount() {
      count = stated
    } else if tokens.take("a", "an") || tokens.peek() == .word("security") {
      count = 1
    } else {
      return nil
    }
    // A plus sign after which no further term follows: `2+`.
    var open = tokens
    if open.take(sign: "+"), open.atEnd { tokens = open }
    var isSecurity = false
    while let word = tokens.peek() {
      guard case .word(let name) = word, name != "and", name != "plus", name != "with" else {
        break
      }
      if ["security", "sec", "infosec", "appsec"].contains(name) {
        isSecurity = true
      } else if !words.contains(name) {
        return nil
      }
      tokens.skip()
    }
    if isBracketed, !tokens.take(sign: ")") { return nil }
    return (count, isSecurity)
  }

  private static let words: Set<String> = [
    "reviewer", "reviewers", "technical", "peer", "peers", "code", "approver", "approvers",
    "engineer", "engineers", "developer", "developers", "people", "person", "minimum", "min",
    "team", "review", "reviews", "or", "more", "approval", "approvals", "member", "members",
  ]
}
