import Configuration
import Findings
import Rules
import SourceText
import TestSupport
import Testing

/// What of a policy is not read, or is not what it seems, at its place.
@Suite struct DecidingPartTests {
  private func windows(_ rows: String, head: String = "Time") -> String {
    FullPolicy.text(
      replacingTableWith: """
        | Window | \(head) | Purpose |
        |--------|------------|---------|
        \(rows)
        """)
  }

  /// CB710
  @Test(arguments: [
    "⟦CB710⟧No changes in December.", "⟦CB710⟧| Fair | Mar 1 - Mar 5 | Emergency only |",
    "- ⟦CB710⟧We deploy on Tuesdays between 10:00 and 12:00.",
    "⟦CB710⟧```\nopen at the end",
  ])
  func namesWhatDecidesAndIsNotRead(_ text: String) throws {
    try expectMarkedFindings(inPolicy: FullPolicy.text + "\n\n## 20. More\n\n" + text + "\n")
  }

  /// CB710
  @Test func namesAMisspeltLabel() throws {
    try expectMarkedFindings(
      inPolicy: FullPolicy.text.replacing(
        "**Effective Date:** 2026-01-01", with: "**Efective Date:** ⟦CB710⟧2026-01-01"))
  }

  /// CB710
  @Test func asksEachOfSeveralVersionsForADate() throws {
    let first = MarkedSource(path: "content/policy/a.md", FullPolicy.text)
    let second = FullPolicy.text.replacing("**Effective Date:** 2026-01-01\n", with: "")
    try expectMarkedFindings([first, MarkedSource(path: "content/policy/b.md", "⟦CB710⟧" + second)])
    try expectMarkedFindings([MarkedSource(path: "content/policy/b.md", second)])
  }

  /// CB712
  @Test(arguments: ["10:00-15:00 EST", "10:00-15:00 PST", "10:00-15:00 CET"])
  func saysWhetherSummerTimeIsMeant(_ cell: String) throws {
    let policy = MarkedSource(
      path: FullPolicy.path, windows("| Day | ⟦CB712⟧\(cell) | Significant changes |"))
    try expectMarkedFindings([policy])
    let found = try findings(of: [policy.file]).filter { $0.code == RuleCode(712) }
    #expect(found.map(\.severity) == [cell.hasSuffix("CET") ? .note : .warning])
    #expect(found.first?.message.contains("summer time is") == true)
  }

  /// CB712
  @Test func saysItOfAColumnsHeadToo() throws {
    try expectMarkedFindings(
      inPolicy: windows(
        "| Day | 10:00-15:00 | Significant changes |", head: "⟦CB712⟧Time (EST)"))
  }

  /// CB713
  @Test func namesTheMinuteBeforeMidnight() throws {
    try expectMarkedFindings(
      inPolicy: windows(
        """
        | Evening | ⟦CB713⟧22:00-23:59 | Significant changes |
        | Early | 00:00-02:00 | Significant changes |
        """))
  }
}
