/// Rows of one type for several levels of risk, brought together: `Normal, low risk | Manager` and `Normal,
/// high risk | CAB` are one type, whose approval depends on the risk.
struct TypeByRisk<Row: FactRow> {
  struct Part {
    let row: Row
    let name: LevelInName
    let approval: ChangeType.Approval
    let leadTime: ChangeType.LeadTime?
  }

  /// Of one type, in the order of the table; one of them at least has a level.
  let parts: [Part]

  static var acceptedNames: String {
    "each level of risk once; or the type alone, and under Approval who approves at which risk: "
      + "`Manager (Low), CAB (High)`"
  }

  /// How the parts of one type are approved; nil where that is not plain.
  ///
  /// - Parameter risks: The policy's levels, for a row that has none: it is for all the others.
  func approval(risks: [String]) -> ChangeType.Approval? {
    let named = parts.compactMap(\.name.risk)
    guard Set(named).count == named.count, parts.count - named.count <= 1 else { return nil }
    let others = risks.map(WordForm.fold).filter { !named.contains($0) }
    var cases: [ApprovalRule.Case] = []
    var afterwards: [String] = []
    for part in parts {
      let levels = part.name.risk.map { [$0] } ?? others
      guard !levels.isEmpty, let ways = ways(part.approval) else { return nil }
      cases.append(ApprovalRule.Case(risks: levels, ways: ways))
      if case .roles(let rule) = part.approval { afterwards += rule.afterwards }
    }
    let text = parts.map { part in
      let who = WordForm.trim(part.row.text(.approval))
      return part.name.risk.map { "\(who) (\($0) risk)" } ?? who
    }
    return .roles(
      ApprovalRule(text: text.joined(separator: ", "), cases: cases, afterwards: afterwards))
  }

  /// Sets of approvers of which one is enough; nil where the cell itself distinguishes risks, and for what
  /// is no matter of approvers.
  private func ways(_ approval: ChangeType.Approval) -> [[ApprovalRule.Approver]]? {
    switch approval {
    case .nobody: [[]]
    case .advisoryBoard: [[ApprovalRule.Approver(kind: .advisoryBoard, count: 1)]]
    case .emergencyBoard: [[ApprovalRule.Approver(kind: .emergencyBoard, count: 1)]]
    case .preApproved, .governanceVote: nil
    case .roles(let rule):
      rule.cases.count == 1 && rule.cases[0].risks.isEmpty ? rule.cases[0].ways : nil
    }
  }
}
