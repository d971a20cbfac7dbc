import SourceText

/// Cells of the Approval column.
enum ApprovalText {
  static let accepted =
    "Pre-approved, CAB review, Emergency CAB, Governance vote, None, or the roles that approve: "
    + "`CTO + Security`, `CTO or Change Manager`, `2 peers`, `Manager (Low), CAB (High)`"

  /// Nil for a cell that names nobody at all, and for one that says more than is understood.
  ///
  /// - Parameters:
  ///   - risks: names of the policy's risk levels, the lowest first.
  ///   - roles: known roles by the policy's names for them, both folded.
  static func read(
    _ text: String, risks: [String] = [], roles: [String: String] = [:]
  ) -> ChangeType.Approval? {
    let folded = WordForm.fold(text)
    // A question, or a sign that points to a note: what it says nobody has read.
    let isDoubted = text.unicodeScalars.contains { "?¿*†‡".unicodeScalars.contains($0) }
    if folded.isEmpty || isDoubted { return nil }
    let levels = (risks.isEmpty ? ApprovalCellWords.risks : risks.map(WordForm.fold)) + exceptions
    let words = " \(folded) "
    if ApprovalCellWords.isPreApproved(folded), ApprovalItem.all(in: text).count == 1,
      ApprovalCellWords.saysPreApprovedAlone(WordForm.words(text)),
      !levels.contains(where: { words.holds(" \($0) ") })
    {
      return .preApproved
    }
    if ApprovalCellWords.asksNobody(folded) { return .nobody }
    guard let rule = ApprovalGrammar(risks: risks, roles: roles).read(text) else {
      // Of a vote by itself its clause says the rest.
      let items = ApprovalItem.all(in: text)
      let isVote =
        items.count == 1
        && ApprovalName(items[0].words, roles: roles)?.approver?.kind == .governance
      return isVote ? .governanceVote : nil
    }
    if rule.asksNobody { return .nobody }
    // Who decides beside a vote, nobody can tell from the cell.
    let kinds = rule.approvers.map(\.kind)
    if kinds.contains(.governance) { return kinds.count == 1 ? .governanceVote : nil }
    guard rule.afterwards.isEmpty, rule.cases.count == 1, rule.cases[0].risks.isEmpty,
      rule.cases[0].ways.count == 1, rule.approvers.count == 1, rule.approvers[0].count == 1
    else { return .roles(rule) }
    switch rule.approvers[0].kind {
    case .advisoryBoard: return .advisoryBoard
    case .emergencyBoard: return .emergencyBoard
    case .governance: return .governanceVote
    case .role: return .roles(rule)
    }
  }

  private static let exceptions = ["otherwise", "else", "except", "unless", "above", "over"]
}
