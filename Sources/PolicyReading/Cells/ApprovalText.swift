/// Cells of the Approval column.
enum ApprovalText {
  static let accepted =
    "Pre-approved, CAB review, Emergency CAB, Governance vote, None, or the role that approves"

  /// Nil for a cell that names nobody at all. A role other than the four known kinds is kept as
  /// written.
  static func read(_ text: String) -> ChangeType.Approval? {
    let folded = WordForm.fold(text)
    let words = folded.split(separator: " ")
    if folded.hasPrefix("pre approved") || folded.hasPrefix("preapproved")
      || folded.hasPrefix("pre authori") || folded.hasPrefix("preauthori")
      || folded.hasPrefix("standing approval")
    {
      return .preApproved
    }
    if asksNobody.contains(folded) { return .nobody }
    let namesBoard =
      words.contains("cab") || words.contains("board") || folded.contains("advisory")
    if words.contains("ecab") || folded.hasPrefix("emergency") && namesBoard {
      return .emergencyBoard
    }
    if folded.contains("governance") || words.contains(where: { $0.hasPrefix("vot") })
      || words.contains("referendum")
    {
      return .governanceVote
    }
    if namesBoard { return folded.contains("emergency") ? .emergencyBoard : .advisoryBoard }
    return folded.isEmpty ? nil : .other(WordForm.trim(text))
  }

  private static let asksNobody: Set = [
    "none", "nobody", "no one", "not required", "none required", "not needed", "none needed",
    "no approval", "no approval required", "no approval needed", "approval not required",
    "not applicable", "n a", "na", "automatic", "automated", "automatically",
    "automatic approval", "automated approval", "auto", "auto approved", "automatically approved",
  ]
}
