import Chronology
import Configuration
import SourceText
import Testing

@testable import PolicyReading

@Suite struct PolicyProblemTests {
  /// The problems of the policy with one piece of text replaced, each with the text at its place.
  private func problems(_ old: String, _ new: String) -> [(kind: ReadingProblem.Kind, at: String)] {
    LedgerPolicy.replacing(old, new).problems.map { ($0.kind, $0.place.text) }
  }

  @Test(arguments: [
    ("CAB review | 5 days", "CAB review | soon", "change types", "Lead Time", "soon"),
    ("2 + 1 security", "some", "review matrix", "Reviewers Required", "some"),
    ("| 1 | No |", "| 1 | Perhaps |", "review matrix", "Security Review", "Perhaps"),
    ("Optional", "Mostly", "testing matrix", "Mainnet Canary", "Mostly"),
    ("02:00-06:00", "25:00-26:00", "windows", "Time (UTC)", "25:00-26:00"),
    ("14:00-18:00", "14:00-18:00 IST", "windows", "Time (UTC)", "14:00-18:00 IST"),
    ("Dec 20 - Jan 5", "Over Christmas", "freezes", "Duration", "Over Christmas"),
    ("Related fixes only", "What is small", "freezes", "Changes Allowed", "What is small"),
    (">95%", "high", "targets", "Target", "high"),
    ("<2 hours (normal)", "<5%", "targets", "Target", "<5%"),
    ("| 1.0 | 2026-01-19 |", "| 1.0 | 19/01/2026 |", "history", "Date", "19/01/2026"),
    (
      "**Review Cycle:** Annual", "**Review Cycle:** Sometimes", "document information",
      "Review Cycle", "Sometimes"
    ),
    (
      "**Effective Date:** 2026-01-19", "**Effective Date:** 01/19/2026", "document information",
      "Effective Date", "01/19/2026"
    ),
  ])
  func namesTheCellThatIsNotUnderstood(
    _ old: String, _ new: String, _ table: String, _ column: String, _ text: String
  ) throws {
    let found = problems(old, new)
    #expect(found.count == 1)
    let problem = try #require(found.first)
    guard case .cellNotUnderstood(let inTable, let inColumn, let written, _) = problem.kind else {
      Issue.record("\(problem.kind)")
      return
    }
    #expect([inTable, inColumn, written] == [table, column, text])
    #expect(problem.at == text)
  }

  @Test func keepsTheTypeWhoseLeadTimeIsNotUnderstood() {
    let policy = LedgerPolicy.replacing("CAB review | 5 days", "CAB review | soon")
    #expect(policy.types.map(\.name) == ["Standard", "Normal", "Emergency", "Runtime Upgrade"])
    #expect(policy.types[1].leadTime == nil)
  }

  @Test func leavesOutTheWindowWhoseTimeIsNotUnderstood() {
    let policy = LedgerPolicy.replacing("02:00-06:00", "at night")
    #expect(policy.windows.map(\.name) == ["Business hours", "Any time"])
  }

  @Test func namesAnAbsentTableAndWhatItTurnsOff() {
    let found = problems("| Period | Duration | Changes Allowed |", "| Who | Where | Whence |")
    #expect(
      found.map(\.kind).prefix(1) == [
        .tableAbsent(
          table: "freezes", features: "freezes of the policy in the calendar and the gate")
      ])
    #expect(found.first?.at == "# Policy for Changes to the Ledger")
    // Its rows are still there and look like freezes, and the last line has no end.
    #expect(found.count == 3)
    for problem in found.dropFirst() {
      guard case .unread(.freezes, _, _, _) = problem.kind else {
        Issue.record("\(problem)")
        continue
      }
    }
  }

  @Test func namesAnAbsentColumn() throws {
    let found = problems(
      "| Type | Description | Approval | Lead Time |", "| Type | Description | Approval | Colour |")
    #expect(found.count == 1)
    guard case .columnAbsent(let table, let column, let accepted)? = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(table == "change types")
    #expect(column == "Lead Time")
    #expect(accepted.contains("notice period"))
    #expect(found.first?.at == "| Type | Description | Approval | Colour |")
  }

  @Test func pointsOutANameUsedTwice() throws {
    let policy = LedgerPolicy.replacing("| **Emergency** |", "| normal |")
    guard
      let problem = policy.problems.first,
      case .namedTwice(let name, let table, let other) = problem.kind
    else {
      Issue.record("\(policy.problems)")
      return
    }
    #expect([name, table] == ["normal", "change types"])
    #expect(problem.place.text == "normal")
    #expect(other.text == "**Normal**")
    #expect(policy.types.count == 3)
  }

  @Test func pointsOutATypeThatNoTableDefines() throws {
    let found = problems(
      "| Justification | Normal, Emergency |", "| Justification | Normal, Emergancy |")
    #expect(
      found.map(\.kind) == [
        .nameUndefined(
          name: "Emergancy", usedIn: "required information", definedIn: "change types",
          suggestion: "Emergency")
      ])
    #expect(found.first?.at == "Normal, Emergancy")
  }

  @Test func leavesOutATargetForATypeThatNoTableDefines() {
    let policy = LedgerPolicy.replacing("(normal)", "(usual)")
    #expect(policy.targets.count == 3)
    #expect(
      policy.problems.map(\.kind) == [
        .nameUndefined(
          name: "usual", usedIn: "targets", definedIn: "change types", suggestion: nil)
      ])
  }

  @Test func namesAbsentClauses() {
    #expect(
      problems("Post-implementation review within 48 hours", "Sleep").map(\.kind) == [
        .clauseAbsent(
          clause: "post-implementation review",
          features: "deadlines of post-implementation reviews")
      ])
    #expect(
      problems("Retention: 3 years minimum", "").map(\.kind) == [
        .clauseAbsent(
          clause: "retention", features: "the retention period and the check for deleted records")
      ])
    #expect(
      problems("Threshold: 2/3+ approval", "Threshold: ample").map(\.kind) == [
        .clauseAbsent(clause: "vote threshold", features: "the check of governance votes")
      ])
    #expect(
      problems("### 5.2 Change Request Template", "### 5.2 Example").map(\.kind) == [
        .clauseAbsent(
          clause: "record template",
          features: "new records, and the check for text left from the template")
      ])
  }

  @Test func doesNotAskForAVoteWhereNoTypeNeedsOne() {
    let policy = readPolicy(
      SourceFile(
        path: "p.md",
        text: """
          | Type | Approval | Lead Time |
          |---|---|---|
          | Normal | CAB | 5 days |
          """), settings: Settings())
    #expect(
      policy.problems.compactMap { problem in
        if case .clauseAbsent(let clause, _) = problem.kind { clause } else { nil }
      } == ["retention", "reporting", "record template"])
  }

  @Test func refusesADeadlineInBusinessDays() {
    let found = problems("review within 48 hours", "review within two business days")
    #expect(
      found.map(\.kind).prefix(1) == [
        .clauseAbsent(
          clause: "post-implementation review",
          features: "deadlines of post-implementation reviews")
      ])
    #expect(found.last?.at == "Post-implementation review within two business days")
  }

  @Test func refusesAnAmbiguousZoneInAColumnHead() {
    let policy = LedgerPolicy.replacing("Time (UTC)", "Time (CST)")
    #expect(policy.problems.count == 1)
    #expect(policy.problems.first?.place.text == "Time (CST)")
    // Times of day would be a guess; what is always open is so in every zone.
    #expect(policy.windows.map(\.time) == [.always])
  }

  @Test func saysThatFrontMatterAndTextDisagree() throws {
    let text = "---\nversion: 2.0\n---\n" + LedgerPolicy.text
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    guard
      case .disagreement(let key, let first, let second, let other)? = policy.problems.first?.kind
    else {
      Issue.record("\(policy.problems)")
      return
    }
    #expect([key, first, second] == ["Version", "2.0", "1.0"])
    #expect(other.text == "2.0")
    #expect(policy.metadata.version?.value == "2.0")
  }

  @Test func aTextOverTheLimitsIsOneProblemAndAnEmptyPolicy() {
    let text = LedgerPolicy.text + "\n" + String(repeating: "x", count: 300 * 1024)
    let policy = readPolicy(SourceFile(path: "p.md", text: text), settings: Settings())
    #expect(policy.types.isEmpty)
    #expect(!policy.problems.isEmpty)
    #expect(
      policy.problems.allSatisfy { if case .overLimit = $0.kind { true } else { false } })
  }
}
