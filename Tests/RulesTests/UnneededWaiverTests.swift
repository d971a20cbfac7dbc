import Findings
import Foundation
import SourceText
import TestSupport
import Testing

@Suite struct UnneededWaiverTests {
  /// A change of 9 March that breaks some rules and waives some.
  private func record(breaking broken: Set<Int>, waiving waived: [Int], outcome: String) -> String {
    let second =
      broken.contains(302)
      ? "" : "\n  - {role: technical, by: \"@rpc-reviewer\", at: 2026-03-05T15:20Z}"
    let waivers = waived.map { code in
      let isNeeded = broken.contains(code) || outcome.isEmpty
      return "\n  - {rule: \(isNeeded ? "" : "⟦CB901⟧")CB\(code), by: \"@ops-lead\", "
        + "at: 2026-03-08T08:00Z, reason: Accepted by the board}"
    }
    var text = SampleRecords.normal.text
    for (line, replacement) in [
      (
        "requested: 2026-03-02T09:15Z", "requested: 2026-03-0\(broken.contains(401) ? 5 : 2)T09:15Z"
      ),
      ("security_relevant: false", "security_relevant: \(broken.contains(303))"),
      ("2026-03-04T10:00Z", "2026-03-05T10:00Z"),
      ("\n  - {role: technical, by: \"@rpc-reviewer\", at: 2026-03-04T15:20Z}", second),
      (
        "outcome: successful\nclosed: 2026-03-10T09:00Z",
        outcome + "waivers:" + (waivers.isEmpty ? " []" : waivers.joined())
      ),
    ] {
      text = text.replacingOccurrences(of: line, with: replacement)
    }
    return text
  }

  /// CB901
  @Test(arguments: 0..<64)
  func namesEveryWaiverWhoseRuleHasNoFinding(_ choice: Int) throws {
    let codes = [302, 303, 401]
    let broken = codes.enumerated().filter { choice >> $0.offset & 1 == 1 }.map(\.element)
    let waived = codes.enumerated().filter { choice >> ($0.offset + 3) & 1 == 1 }.map(\.element)
    for outcome in ["outcome: successful\nclosed: 2026-03-10T09:00Z\n", ""] {
      let source = MarkedSource(
        path: "content/changes/CHG-2026-0042.md",
        record(breaking: Set(broken), waiving: waived, outcome: outcome))
      // Without an outcome nothing is settled; CB408 and the like say what is missing.
      let found = try findings(of: [source.file]).filter { $0.code.number == 901 }
        .map { MarkedSource.describe("CB901", $0.place) }
      #expect(found.sorted() == source.expected.sorted())
      #expect(
        try findings(of: [source.file]).count { $0.waiver != nil }
          == Set(broken).intersection(waived).count)
    }
  }

  @Test(arguments: ["2026-03-10", "2026-03-10T08:00Z"], [true, false])
  func namesOneThatHasExpired(_ end: String, _ isNeeded: Bool) throws {
    let text = record(
      breaking: isNeeded ? [302] : [], waiving: [],
      outcome: "outcome: successful\nclosed: 2026-03-10T09:00Z\n"
    ).replacingOccurrences(
      of: "waivers: []",
      with: """
        waivers:
          - {rule: CB302, by: "@ops-lead", at: 2026-03-09T08:00Z, reason: Alone, expires: ⟦CB901⟧\(end)}
        """
    ).replacingOccurrences(
      of: "by: \"@runtime-lead\"",
      with: isNeeded ? "by: ⟦CB302⟧\"@runtime-lead\"" : "by: \"@runtime-lead\"")
    let source = MarkedSource(path: "content/changes/CHG-2026-0042.md", text)
    try expectMarkedFindings([source])
    #expect(try findings(of: [source.file]).allSatisfy { $0.waiver == nil })
    // The day before, it held.
    let before = try findings(of: [source.file], asOf: "2026-03-10T07:00Z")
    #expect(before.contains { $0.waiver != nil } == isNeeded)
    #expect(!before.contains { $0.code.number == 901 })
  }

  @Test func namesTheSecondOfTwoForOneRule() throws {
    let source = MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      record(
        breaking: [302], waiving: [302],
        outcome: "outcome: successful\nclosed: 2026-03-10T09:00Z\n"
      ).replacingOccurrences(
        of: "waivers:",
        with: """
          waivers:
            - {rule: CB302, by: "@cto", at: 2026-03-08T08:00Z, reason: Alone}
          """
      ).replacingOccurrences(
        of: "{rule: CB302, by: \"@ops", with: "{rule: ⟦CB901⟧CB302, by: \"@ops")
    )
    let found = try findings(of: [source.file]).filter { $0.waiver == nil }
    #expect(found.map { MarkedSource.describe($0.code.description, $0.place) } == source.expected)
  }

  /// A breach that was accepted in advance may still come.
  @Test func waitsForTheEndOfTheTimeForAReview() throws {
    let text = record(
      breaking: [], waiving: [303], outcome: "outcome: successful\nclosed: 2026-03-10T09:00Z\n")
    let file = MarkedSource(path: "content/changes/CHG-2026-0042.md", text).file
    for (instant, isNamed) in [("2026-03-10T09:00Z", false), ("2026-03-11T02:40Z", true)] {
      let found = try findings(of: [file], asOf: instant)
      #expect(found.contains { $0.code.number == 901 } == isNamed, "\(instant)")
    }
  }

  /// Without git's history nothing is known of what it would say.
  @Test func saysNothingOfRulesThatDidNotLook() throws {
    let file = MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      record(
        breaking: [], waiving: [603], outcome: "outcome: successful\nclosed: 2026-03-10T09:00Z\n")
    ).file
    #expect(try findings(of: [file]).isEmpty)
  }

  @Test func namesTheBreachThatMayHaveBeenMeant() throws {
    let file = MarkedSource(
      path: "content/changes/CHG-2026-0042.md",
      record(
        breaking: [302, 401], waiving: [303],
        outcome: "outcome: successful\nclosed: 2026-03-10T09:00Z\n")
    ).file
    let found = try findings(of: [file]).first { $0.code.number == 901 }
    #expect(
      found?.help == "remove it, or name what it is for: the record has CB302, CB401")
  }
}
