/// Reads who approves: roles joined by `+`, `and` and commas, one of several with `or`, counts, reviews
/// that only follow the change, and other approvers for other risks. What is left over makes the whole
/// cell unread.
struct ApprovalGrammar {
  /// Names of risk levels, folded, the lowest first.
  private let risks: [String]
  /// Known roles by the policy's names for them, both folded.
  private let roles: [String: String]

  init(risks: [String], roles: [String: String] = [:]) {
    self.roles = roles
    let own = risks.map(WordForm.fold)
    self.risks = own.isEmpty ? ApprovalCellWords.risks : own
  }

  /// Approvers that are joined, and the risks that they are for.
  private struct Group {
    var risks: [String] = []
    var joints: Set<ApprovalItem.Joint> = []
    var approvers: [ApprovalRule.Approver?] = []
    /// Its risks stand behind a `for`, so that more of them may follow.
    var isOpen = false
  }

  /// What pieces say besides names.
  private struct Remarks {
    var afterwards: [String] = []
    var isDual = false
  }

  func read(_ text: String) -> ApprovalRule? {
    var remarks = Remarks()
    var groups: [Group] = []
    /// Risks that stand before the name they belong to.
    var pending: [String] = []
    let (list, wanted) = quantified(text)
    for item in ApprovalItem.all(in: list) {
      guard let piece = piece(of: item, &remarks) else { return nil }
      switch piece {
      case .nothing: continue
      case .risks(let more):
        if pending.isEmpty, item.joint != .semicolon, groups.last?.isOpen == true {
          groups[groups.count - 1].risks += more
        } else {
          pending += more
        }
      case .approver(let approver, let ofRisks, let position):
        let own = pending + ofRisks
        let isLed = position == .leading
        let joins = [.all, .any, .arrow].contains(item.joint)
        if let last = groups.indices.last, joins, !isLed, pending.isEmpty,
          groups[last].risks.isEmpty || own.isEmpty
        {
          groups[last].approvers.append(approver)
          groups[last].risks += own
          groups[last].joints.insert(item.joint == .arrow ? .all : item.joint)
          groups[last].isOpen = position == .trailing
        } else {
          guard item.joint != .slash || !pending.isEmpty else { return nil }
          groups.append(
            Group(risks: own, approvers: [approver], isOpen: position == .trailing))
        }
        pending = []
      }
    }
    guard pending.isEmpty, !groups.isEmpty else { return nil }
    if remarks.isDual, groups.flatMap(\.approvers).count != 2 { return nil }
    return cases(of: groups, wanted: wanted).map {
      ApprovalRule(text: WordForm.trim(text), cases: $0, afterwards: remarks.afterwards)
    }
  }

  // MARK: Cases

  private func cases(of groups: [Group], wanted: Int?) -> [ApprovalRule.Case]? {
    let byRisk = groups.filter { !$0.risks.isEmpty }
    if byRisk.isEmpty {
      // `A, B or C`: one of them. `A, B and C`: all.
      var whole = Group()
      for group in groups {
        whole.approvers += group.approvers
        whole.joints.formUnion(group.joints)
      }
      if let count = wanted {
        return ways(count, of: whole.approvers).map { [ApprovalRule.Case(risks: [], ways: $0)] }
      }
      return ways(of: whole).map { [ApprovalRule.Case(risks: [], ways: $0)] }
    }
    guard byRisk.count == groups.count, wanted == nil else { return nil }
    var seen: Set<String> = []
    for risk in groups.flatMap(\.risks) where !seen.insert(risk).inserted { return nil }
    var cases: [ApprovalRule.Case] = []
    for group in groups {
      guard let ways = ways(of: group) else { return nil }
      cases.append(ApprovalRule.Case(risks: group.risks, ways: ways))
    }
    return cases
  }

  private func ways(of group: Group) -> [[ApprovalRule.Approver]]? {
    // `A + B or C` reads in two ways.
    if group.joints.contains(.any), group.joints.contains(.all) { return nil }
    let named = group.approvers.compactMap(\.self)
    if named.count < group.approvers.count {
      // `None` beside somebody says two things.
      return group.approvers.count == 1 ? [[]] : nil
    }
    return group.joints.contains(.any) ? named.map { [$0] } : [named]
  }

  /// Every choice of so many of the approvers.
  private func ways(
    _ count: Int, of approvers: [ApprovalRule.Approver?]
  ) -> [[ApprovalRule.Approver]]? {
    let named = approvers.compactMap(\.self)
    guard named.count == approvers.count else { return nil }
    if named.count == 1, named[0].count == 1 {
      return [[ApprovalRule.Approver(kind: named[0].kind, count: count)]]
    }
    guard (2...6).contains(named.count), count <= named.count else { return nil }
    return (0..<(1 << named.count)).filter { $0.nonzeroBitCount == count }.map { chosen in
      named.indices.filter { chosen >> $0 & 1 == 1 }.map { named[$0] }
    }
  }

  /// `any of`, `either`, `two of` and `all of` before a list: the list, and how many of it are wanted.
  private func quantified(_ text: String) -> (String, Int?) {
    let phrases: [(String, Int?)] = [
      ("any one of", 1), ("any of", 1), ("one of", 1), ("either of", 1), ("either", 1),
      ("any two of", 2), ("two of", 2), ("any 2 of", 2), ("2 of", 2), ("any three of", 3),
      ("three of", 3), ("3 of", 3), ("all of", nil), ("both", nil),
    ]
    let trimmed = WordForm.trim(text)
    for (phrase, count) in phrases
    where trimmed.lowercased().hasPrefix(phrase + " ")
      || trimmed.lowercased().hasPrefix(phrase + ":")
    {
      let rest = trimmed.dropFirst(phrase.count)
      return (WordForm.trim(String(rest)) { $0 == ":" }, count)
    }
    return (text, nil)
  }

  // MARK: Pieces

  private enum Piece {
    case nothing
    case risks([String])
    case approver(ApprovalRule.Approver?, risks: [String], RiskPosition)
  }

  /// Where the risks of a name stand.
  private enum RiskPosition {
    /// Nowhere, or in brackets.
    case none
    /// `High: CAB`
    case leading
    /// `CAB for high`
    case trailing
  }

  private func piece(of item: ApprovalItem, _ found: inout Remarks) -> Piece? {
    var text = item.text
    if text.contains(where: { "<>=≥≤".contains($0) }) { return nil }
    var ofRisks: [String] = []
    var position = RiskPosition.none
    if let colon = text.firstIndex(of: ":") {
      guard let led = riskList(WordForm.words(String(text[..<colon]))) else { return nil }
      ofRisks = led
      position = .leading
      text = String(text[text.index(after: colon)...])
    }
    var words = WordForm.words(text)
    if let all = riskList(words), position == .none, item.remarks.isEmpty { return .risks(all) }
    if ApprovalCellWords.isAfterwards(words) {
      found.afterwards.append(([text] + item.remarks.map { "(\($0))" }).joined(separator: " "))
      return .nothing
    }
    if item.joint == .any, ApprovalCellWords.isDelegate(words) { return .nothing }
    if let split = words.firstIndex(of: "for"), split > 0,
      let named = riskList(Array(words[(split + 1)...]))
    {
      ofRisks += named
      position = .trailing
      words = Array(words[..<split])
    }
    for remark in item.remarks {
      let said = WordForm.words(remark)
      if let named = riskList(said) {
        ofRisks += named
      } else if ApprovalCellWords.isAfterwards(said) {
        if ApprovalCellWords.telling(of: said).isEmpty {
          // The remark says of the piece itself that it follows the change.
          found.afterwards.append("\(text) (\(remark))")
          return ofRisks.isEmpty ? .nothing : nil
        }
        found.afterwards.append(remark)
      } else if !ApprovalCellWords.isHarmless(said), !ApprovalCellWords.isDelegate(said),
        !isAbbreviation(said, of: words)
      {
        return nil
      }
    }
    if words.suffix(2) == ["dual", "approval"] {
      found.isDual = true
      words.removeLast(2)
    }
    if Self.joinsBySign(text) { return nil }
    guard let name = ApprovalName(words, roles: roles) else { return nil }
    return .approver(name.approver, risks: ofRisks, position)
  }

  /// Whether a sign stands between words of known roles that nobody reads: `Technical – Security`,
  /// `Technical-Security`, `Security·Operations`.
  private static func joinsBySign(_ text: String) -> Bool {
    guard KnownRoleName.namesSeveral(WordForm.words(text)) else { return false }
    return text.unicodeScalars.contains { scalar in
      !scalar.isLetter && !scalar.isNumeral && !scalar.isWhiteSpace && !scalar.isUnseen
        && scalar != "'" && scalar != "\u{2019}"
    }
  }

  /// `Change Advisory Board (CAB)`.
  private func isAbbreviation(_ said: [String], of words: [String]) -> Bool {
    guard said.count == 1 else { return false }
    let initials = String(words.compactMap(\.first))
    return said[0].utf8.count > 1 && initials.hasPrefix(said[0])
  }

  /// Risk levels, each as it is compared; nil where something else stands among them.
  private func riskList(_ words: [String]) -> [String]? {
    var rest = words.filter {
      !["risk", "risks", "change", "changes", "only", "level", "levels", "and", "or"].contains($0)
    }[...]
    guard !rest.isEmpty else { return nil }
    var found: [String] = []
    while !rest.isEmpty {
      guard let name = takeRisk(&rest) else { return nil }
      if rest.starts(with: ["above"]) || rest.starts(with: ["higher"]) || rest.starts(with: ["up"])
      {
        rest = rest.dropFirst()
        guard let index = risks.firstIndex(of: name) else { return nil }
        found += risks[index...]
      } else {
        found.append(name)
      }
    }
    return found
  }

  private func takeRisk(_ words: inout ArraySlice<String>) -> String? {
    for length in stride(from: min(4, words.count), through: 1, by: -1) {
      let name = words.prefix(length).joined(separator: " ")
      if risks.contains(name) || ApprovalCellWords.otherRisks.contains(name) {
        words = words.dropFirst(length)
        return name
      }
    }
    return nil
  }
}
