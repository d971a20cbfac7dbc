import Chronology
import Configuration
import Findings
import Records
import Rules
import SourceText
import TestSupport
import Testing

/// Rules that hold logs of deployments against the records.
@Suite struct DeploymentRuleTests {
  private static let record = SourceFile(
    path: "content/changes/CHG-2026-0042.md", text: SampleRecords.normal.text)

  /// What the rules say: code, severity, line and record.
  private func found(
    _ files: [SourceFile], log: String, settings: String = "", codes: ClosedRange<Int> = 606...608
  ) throws -> [String] {
    let log = SourceFile(path: "content/deployments/log.jsonl", text: log)
    return try findings(
      of: files + [log],
      settings: readSettings(SourceFile(path: "changebook.yml", text: settings))
    ).filter { codes.contains($0.code.number) }.map {
      "\($0.code) \($0.severity.rawValue) \($0.place.file.stem):\($0.place.start.line)"
        + ($0.record.map { " \($0)" } ?? "") + ($0.waiver == nil ? "" : " waived")
    }
  }

  private func entry(_ finished: String, _ more: String) -> String {
    "{\"environment\": \"production\", \"finished\": \"\(finished)\"\(more)}"
  }

  /// CB606
  @Test func deploymentsWithoutAnApprovedRecord() throws {
    let change = ", \"record\": \"CHG-2026-0042\""
    #expect(try found([Self.record], log: entry("2026-03-09T02:40Z", change)) == [])
    #expect(
      try found(
        [Self.record],
        log: entry("2026-03-09T02:40Z", "") + "\n" + entry("2026-03-09T02:40Z", change))
        == ["CB606 breach log:1"])
    #expect(
      try found(
        [Self.record], log: entry("2026-03-09T02:40Z", ", \"record\": \"CHG-9\""), codes: 606...606)
        == ["CB606 breach log:1"])
    // Before its approval, and before it was asked for.
    #expect(
      try found([Self.record], log: entry("2026-03-05T02:40Z", change), codes: 606...606)
        == ["CB606 breach log:1 CHG-2026-0042"])
    let exclude = "deployments: {exclude: [{environment: production, reason: A drill}]}"
    #expect(
      try found(
        [Self.record], log: entry("2026-03-09T02:40Z", ""), settings: exclude, codes: 606...606)
        == [])
  }

  @Test func aRecordThatCameLaterIsAWarning() throws {
    let standard = SampleRecords.normal.replacing(
      with: """
        ---
        type: Standard
        risk: Low
        category: documentation
        requested: 2026-03-02T09:00Z
        started: 2026-03-02T07:50Z
        deployed: 2026-03-02T08:00Z
        closed: 2026-03-02T09:30Z
        approvals: []
        ---
        """)
    let file = SourceFile(path: "content/changes/CHG-2026-0042.md", text: standard.text)
    #expect(
      try found(
        [file], log: entry("2026-03-02T08:00Z", ", \"record\": \"CHG-2026-0042\""), codes: 606...606
      )
        == ["CB606 warning log:1 CHG-2026-0042"])
  }

  @Test func aWaiverOfTheRecordCovers() throws {
    let waived = SampleRecords.normal.replacing(
      with: """
        ---
        waivers: [{rule: CB606, reason: The gateway was down, by: "@cab", at: 2026-03-09T09:00Z}]
        ---
        """)
    let file = SourceFile(path: "content/changes/CHG-2026-0042.md", text: waived.text)
    #expect(
      try found(
        [file], log: entry("2026-03-05T02:40Z", ", \"record\": \"CHG-2026-0042\""), codes: 606...606
      )
        == ["CB606 breach log:1 CHG-2026-0042 waived"])
  }

  /// A waiver that covers a finding in a log is not needless (CB901); one that covers none is.
  @Test(arguments: [true, false])
  func aWaiverOfWhatTheLogHasIsNeeded(isEarly: Bool) throws {
    let waived = SampleRecords.normal.replacing(
      with: """
        ---
        waivers: [{rule: CB606, reason: The gateway was down, by: "@cab", at: 2026-03-09T09:00Z}]
        ---
        """)
    let file = SourceFile(path: "content/changes/CHG-2026-0042.md", text: waived.text)
    let at = isEarly ? "2026-03-05T02:40Z" : "2026-03-09T02:40Z"
    let log = entry(at, ", \"record\": \"CHG-2026-0042\"")
    let needless = try found([file], log: log, codes: 901...901)
    #expect(needless.count == (isEarly ? 0 : 1))
    // Without a log the rule looked at nothing.
    #expect(try findings(of: [file]).filter { $0.code.number == 901 }.isEmpty)
  }

  /// CB607
  @Test func recordsWithoutTheirDeployment() throws {
    let around =
      entry("2026-03-01T00:00Z", ", \"status\": \"running\"") + "\n"
      + entry("2026-03-20T00:00Z", ", \"status\": \"running\"")
    let line = Self.record.text(Self.record.wholeRange).split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.hasPrefix("deployed:") }.map { $0 + 1 }
    let place = "CHG-2026-0042:\(line ?? 0) CHG-2026-0042"
    #expect(try found([Self.record], log: around) == ["CB607 warning \(place)"])
    #expect(
      try found([Self.record], log: entry("2026-03-09T09:00Z", ", \"record\": \"CHG-2026-0042\""))
        == ["CB607 warning \(place)"])
    // The log ends before it.
    #expect(
      try found([Self.record], log: entry("2026-03-01T00:00Z", ", \"status\": \"running\"")) == [])
    #expect(
      try findings(of: [Self.record]).filter { (606...608).contains($0.code.number) }.isEmpty)
  }

  /// CB608
  @Test(arguments: [("<2 days", true), ("<20 days", false), ("<2 days (emergency)", false)])
  func approvalsThatWaited(target: String, isFound: Bool) throws {
    let policy = SourceFile(
      path: FullPolicy.path,
      text: FullPolicy.text(
        replacingTableWith: """
          | Metric | Target | Measurement |
          |--------|--------|-------------|
          | Wait for approval | \(target) | Request to approval |
          """))
    let found = try findings(of: [policy, Self.record]).filter { $0.code.number == 608 }
    #expect(found.map(\.severity) == (isFound ? [.warning] : []))
    #expect(found.allSatisfy { $0.policy?.place.file.path == FullPolicy.path })
  }

  /// An entry that is not read is an error at its line, and so told of in the guide.
  @Test func anUnreadEntryIsAnError() throws {
    let found = try findings(
      of: [
        Self.record,
        SourceFile(path: "content/deployments/log.jsonl", text: "\n{\"id\": 1}\n"),
      ])
    let errors = found.filter { $0.severity == .error }
    #expect(errors.map { "\($0.code) \($0.place.start.line)" } == ["CB104 2"])
  }
}
