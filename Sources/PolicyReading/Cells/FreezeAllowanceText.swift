import SourceText

/// Cells of the Changes Allowed column, and the `allowed:` of a declared freeze.
package enum FreezeAllowanceText {
  package static let accepted =
    "Emergency only, Related fixes only, Related emergencies only, None, All, or types, risks and "
    + "priorities such as Emergency and Standard, Low risk only, P1 fixes only, Emergency only, or "
    + "with CTO approval"

  /// The names that a policy gives to what may pass.
  package struct Names: Sendable {
    let types: NameResolution
    let risks: NameResolution
    let categories: NameResolution
    /// Known roles by other names, folded.
    let roles: [String: String]

    package init(
      types: [String] = [], risks: [String] = [], categories: [String] = [],
      roles: [String: String] = [:]
    ) {
      self.types = NameResolution(types)
      self.risks = NameResolution(risks)
      self.categories = NameResolution(categories)
      self.roles = roles
    }

    package init(_ policy: Policy) {
      self.init(
        types: policy.types.map(\.name), risks: policy.risks.map(\.name),
        categories: policy.reviewMatrix.map(\.category)
          + (policy.testingMatrix?.rows.map(\.category) ?? []), roles: policy.words.roles)
    }
  }

  /// Nil for anything else, and where two readings are possible: `Emergency and related fixes` are
  /// both, or what is both at once.
  package static func read(_ text: String, _ names: Names = Names()) -> FreezeAllowance? {
    guard text.unicodeScalars.allSatisfy(isPlain) else { return nil }
    let words = telling(WordForm.words(text))
    // `- Medium` may leave it out.
    let first = text.unicodeScalars.first { !$0.isWhiteSpace }
    if !words.isEmpty, first.map(CellTokens.isDash) ?? false { return nil }
    switch words.joined(separator: " ") {
    case "emergency", "emergencies", "emergency fixes", "emergency fix", "emergency deployments":
      return .emergencies
    case "related fixes", "related fix", "related", "fixes related to incident", "incident fixes",
      "incident related fixes", "fixes for incident", "incident related":
      return FreezeAllowance(ways: [[.relatedFix]])
    case "related emergency", "related emergencies", "related emergency fixes",
      "emergency fixes related to incident":
      return FreezeAllowance(ways: [[.emergency, .relatedFix]])
    case "none", "no", "nothing": return .nothing
    case "all", "any", "everything": return .everything
    case "":
      return text.unicodeScalars.contains(where: CellTokens.isDash) ? .nothing : nil
    default: return list(text, names)
    }
  }

  private static func telling(_ words: [String]) -> [String] {
    words.filter {
      !["only", "change", "changes", "the", "are", "allowed", "permitted"].contains($0)
    }
  }

  /// Several, with signs or words between them. `and` and commas part what is of one kind; what is not
  /// needs an `or`.
  private static func list(_ text: String, _ names: Names) -> FreezeAllowance? {
    let (phrases, isChoice) = phrases(of: text)
    guard (1...16).contains(phrases.count) else { return nil }
    var ways: [[FreezeAllowance.Condition]] = []
    for phrase in phrases {
      guard let way = conditions(phrase, names) else { return nil }
      if !ways.contains(way) { ways.append(way) }
    }
    let isOfOneKind =
      ways.allSatisfy { $0.count == 1 }
      && Set(ways.map { $0[0].kind }).count == 1 && ways[0][0].kind < 4
    guard ways.count == 1 || isOfOneKind || isChoice else { return nil }
    return FreezeAllowance(ways: ways)
  }

  /// The words between commas, `and` and the like, and whether an `or` says that one of them is
  /// enough.
  private static func phrases(of text: String) -> (phrases: [[String]], isChoice: Bool) {
    var phrases: [[String]] = [[]]
    var isChoice = false
    for piece in text.split(whereSeparator: { ",;/&+".contains($0) }) {
      if phrases.last?.isEmpty == false { phrases.append([]) }
      for word in WordForm.words(String(piece)) {
        if word == "and" || word == "or" || word == "unless" {
          isChoice = isChoice || word != "and"
          if phrases.last?.isEmpty == false { phrases.append([]) }
        } else {
          phrases[phrases.count - 1].append(word)
        }
      }
    }
    return (phrases.filter { !telling($0).isEmpty }, isChoice)
  }

  /// What one phrase asks for: `Standard`, `low risk Standard changes`, `P1 fixes`, `with CTO approval`.
  private static func conditions(_ phrase: [String], _ names: Names) -> [FreezeAllowance.Condition]?
  {
    var words = phrase
    var conditions: [FreezeAllowance.Condition] = []
    var isOfFixes = false
    // `with CTO approval only`
    if words.last == "only" { words.removeLast() }
    if let role = takeApproval(&words) {
      let named = role.parts(at: " ")
      // `with CAB und CTO approval`, `with a second CAB approval`: more than one known role says.
      guard
        names.roles[role] != nil
          || KnownRoleName.isWhole(named) && !KnownRoleName.namesSeveral(named)
      else { return nil }
      if names.roles[role] == nil, KnownRoleName.namesBoard(named),
        !ApprovalName.isOfBoard(named)
      {
        return nil
      }
      conditions.append(.approval(names.roles[role] ?? role))
    }
    words = telling(words)
    while !words.isEmpty {
      guard let (found, count) = condition(words, names) else { return nil }
      if !conditions.contains(found) { conditions.insert(found, at: conditions.count) }
      words.removeFirst(count)
      while let first = words.first, fillers.contains(first) {
        isOfFixes = isOfFixes || first.hasPrefix("fix")
        words.removeFirst()
      }
    }
    // Fixes are of an incident or an emergency: `Normal fixes` says one of the two.
    let isOfTypes = conditions.contains { condition in
      switch condition {
      case .type(let name), .risk(let name), .category(let name):
        !WordForm.words(name).contains { $0.hasPrefix("fix") }
      default: false
      }
    }
    let isOfEmergencies = conditions.contains(.emergency)
    return conditions.isEmpty || isOfFixes && isOfTypes && !isOfEmergencies ? nil : conditions
  }

  private static let fillers: Set = [
    "risk", "type", "fix", "fixes", "incident", "incidents", "deployments", "releases", "priority",
  ]

  /// The condition that the next words name, and how many they are.
  private static func condition(
    _ words: [String], _ names: Names
  ) -> (FreezeAllowance.Condition, Int)? {
    if ["emergency", "emergencies"].contains(words[0]) { return (.emergency, 1) }
    if let (severity, count) = severity(words) { return (.severity(severity), count) }
    for count in stride(from: min(5, words.count), through: 1, by: -1) {
      let name = words[..<count].joined(separator: " ")
      if let type = names.types.resolve(name) { return (.type(type), count) }
      if let risk = names.risks.resolve(name) { return (.risk(risk), count) }
      if let category = names.categories.resolve(name) { return (.category(category), count) }
    }
    return nil
  }

  /// `P1`, `sev 1`, `severity 1`, `priority 1`.
  static func severity(_ words: [String]) -> (String, Int)? {
    let bytes = Array(words[0].utf8)
    let letters = bytes.prefix { $0 > 0x39 }
    let digits = bytes.dropFirst(letters.count)
    let isScale = ["p", "sev", "s", "severity", "priority"].contains(
      String(decoding: letters, as: UTF8.self))
    if isScale, digits.count == 1, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return (words[0].uppercased(), 1)
    }
    if ["sev", "severity", "priority"].contains(words[0]), words.count > 1,
      words[1].utf8.count == 1, words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      return ("\(words[0] == "priority" ? "P" : "SEV")\(words[1])", 2)
    }
    return nil
  }

  /// Takes `with CTO approval`, `approved by the CTO`, `with approval of the CTO` off the end.
  private static func takeApproval(_ words: inout [String]) -> String? {
    func role(_ words: ArraySlice<String>) -> String? {
      let names = words.filter { !["the", "a", "an", "prior", "explicit", "written"].contains($0) }
      return names.isEmpty || names.count > 5 ? nil : names.joined(separator: " ")
    }
    if words.last == "approval" || words.last == "signoff" {
      let start = words.lastIndex(of: "with").map { $0 + 1 } ?? 0
      guard let role = role(words[start..<words.count - 1]) else { return nil }
      words = Array(words[..<max(0, start - 1)])
      return role
    }
    guard let at = words.lastIndex(where: { ["by", "of", "from"].contains($0) }), at > 0,
      ["approved", "approval"].contains(words[at - 1]), let role = role(words[(at + 1)...])
    else { return nil }
    var start = at - 1
    if start > 0, ["with", "if", "when"].contains(words[start - 1]) { start -= 1 }
    words = Array(words[..<start])
    return role
  }

  /// `All?` and `None*` say less, or more, than their words.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.isWhiteSpace || CellTokens.isDash(scalar)
      || ".,;:/&+'’()0123456789".unicodeScalars.contains(scalar) || scalar.isUnseen
  }
}
