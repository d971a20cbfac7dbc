import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Cells are read by known words alone: a sign, a condition or a further name beside them says more than
/// is read, and leaves the cell unread.
@Suite struct ClosedCellTests {
  @Test(arguments: [
    "If Medium or higher", "If security-relevant or Medium", "If security-relevant*", "When High",
    "If in production",
  ])
  func otherConditionsOfSecurity(_ text: String) { #expect(SecurityReviewText.read(text) == nil) }

  @Test(arguments: [
    "If security-relevant", "If security relevant", "Yes, if security-relevant", "If needed",
    "When it affects security", "Conditional", "as needed", "If it has security implications",
    "When doors or gas are touched",
  ])
  func relevance(_ text: String) { #expect(SecurityReviewText.read(text) == .ifRelevant) }

  @Test(arguments: [
    "Normal fixes", "Normal fix", "Medium fixes", "Normal incident fixes", "- Medium", "– Normal",
  ])
  func halfUnderstoodAllowances(_ text: String) {
    let names = FreezeAllowanceText.Names(
      types: ["Standard", "Normal", "Emergency"], risks: ["Low", "Medium"])
    #expect(FreezeAllowanceText.read(text, names) == nil)
  }

  @Test func signsInAPurpose() {
    var random = SplitMix(seed: 313)
    let signs = ["<", ">", "≤", "¬", "❌", "🚫", "≠", "="]
    for _ in 0..<40 {
      let sign = signs[random.below(signs.count)]
      let purpose = ["risk \(sign) Normal", "\(sign) Normal", "Normal \(sign)"][random.below(3)]
      let text = SentencePolicy.text(windowRow: "| Business hours | 14:00-18:00 | \(purpose) |")
      #expect(!SentencePolicy.unread(text).isEmpty, "\(purpose)")
    }
    let plain = SentencePolicy.text(
      windowRow: "| Business hours | 14:00-18:00 | Normal + Standard |")
    #expect(SentencePolicy.unread(plain).allSatisfy { !$0.text.contains("+") })
  }

  @Test(arguments: [
    "CAB review by CTO", "CAB review CTO", "CAB review incl. CTO", "CAB review > CTO",
    "CAB review twice",
  ])
  func approversBehindTheBoard(_ cell: String) {
    let text = SentencePolicy.text().replacing("| CAB review |", with: "| \(cell) |")
    let cells = SentencePolicy.policy(text).problems.compactMap { problem -> String? in
      guard case .cellNotUnderstood(_, _, let found, _) = problem.kind else { return nil }
      return found
    }
    #expect(cells.contains(cell))
  }
}
