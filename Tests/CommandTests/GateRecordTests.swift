import Foundation
import TestSupport
import Testing

/// The gate asked by a record.
@Suite struct GateRecordTests {
  static let path = "content/changes/2026/CHG-2026-0042.md"
  /// A change that is approved and waits for its time: two hours, planned at 02:00.
  static let ready = SampleRecords.normal.without("started", "deployed", "outcome", "closed")

  static func site(_ record: ExampleRecord = ready) throws -> GateSite {
    try GateSite([path: record.text])
  }

  static func run(_ record: ExampleRecord, at instant: String = "2026-03-09T02:00Z") throws
    -> Program.Run
  {
    try site(record).gate(["--change", "CHG-2026-0042", "--at", instant])
  }

  @Test func isOpenForAnApprovedChangeInItsWindow() throws {
    let site = try Self.site()
    for name in ["CHG-2026-0042", "chg-2026-0042", Self.path, "./\(Self.path)"] {
      let run = try site.gate(["--change", name, "--at", "2026-03-09T02:00Z"])
      #expect(run.status == 0, "\(name): \(run.output)\(run.diagnostics)")
      #expect(run.output.hasPrefix("open  CHG-2026-0042, Normal, Medium risk, Application code"))
    }
  }

  @Test func asksForThePlannedTimeUnlessToldOtherwise() throws {
    let late = try Self.run(Self.ready, at: "2026-03-09T04:01Z")
    #expect(late.status == 1)
    #expect(late.output.contains("too short for 2 h"))
    let call = ["--change", "CHG-2026-0042", "--at", "2026-03-09T04:01Z", "--for", "30m"]
    #expect(try Self.site().gate(call).status == 0)
  }

  @Test func takesSystemsAndIncidentsFromTheRecord() throws {
    let files = [
      Self.path: Self.ready.replacing(with: "---\nincident: INC-2026-001\n---\n").text,
      "content/incidents/INC-2026-001.md":
        "---\nid: INC-2026-001\nsystems: [rpc-gateway]\nstarted: 2026-03-08T00:00Z\n---\n",
    ]
    let call = ["--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z"]
    #expect(try GateSite(files).gate(call).status == 0)
    var unrelated = files
    unrelated[Self.path] = Self.ready.text
    #expect(try GateSite(unrelated).gate(call).status == 1)
    unrelated[Self.path] =
      Self.ready.replacing(with: "---\nsystems: [explorer]\n---\n").text
    #expect(try GateSite(unrelated).gate(call).status == 0)
  }

  static let approvals: [(change: String, words: String)] = [
    (
      """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
      """, "no CAB approval is recorded"
    ),
    (
      """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      """, "1 technical reviewer, the policy requires 2"
    ),
    (
      """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@gateway-author", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
      """, "@gateway-author approved their own change"
    ),
    (
      """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-09T02:30Z}
      """, "the CAB approval by @cab is not given before 2026-03-09T02:30:00Z"
    ),
    (
      """
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T13:00Z, verbal: true}
      """, "the verbal CAB approval was never documented"
    ),
  ]

  @Test(arguments: approvals.indices)
  func isClosedWithoutTheApprovals(_ index: Int) throws {
    let (change, words) = Self.approvals[index]
    let record = Self.ready.replacing(with: "---\n\(change)\n---\n")
    for without in [record, record.without("scheduled")] {
      let run = try Self.run(without)
      #expect(run.status == 1, "\(run.output)")
      #expect(run.output.contains(words), "\(run.output)")
      #expect(run.output.contains("opens    when it is approved, Low-traffic window, until 06:00"))
    }
  }

  @Test func acceptsAWaiverAndShowsIt() throws {
    let record = Self.ready.replacing(
      with: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        waivers:
          - {rule: CB302, by: "@ops-lead", at: 2026-03-08T08:00Z, reason: Nobody else was there}
        ---
        """)
    let run = try Self.run(record)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("waived by @ops-lead"))
  }

  /// Settings are about what `check` prints, never about what may run.
  @Test(arguments: [
    "rules: {CB302: warning}", "rules: {CB302: off, CB301: off}", "rules: {CB302: note}",
  ])
  func doesNotFollowTheSeveritiesOfTheSettings(_ settings: String) throws {
    let record = Self.ready.replacing(
      with: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: cab, by: "@cab", at: 2026-03-06T13:00Z}
        ---
        """)
    let call = ["--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z"]
    let files = [Self.path: record.text, "changebook.yml": settings + "\n"]
    let run = try GateSite(files).gate(call)
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("technical reviewer"), "\(run.output)")
  }

  @Test func letsAnEmergencyBeginOnAWord() throws {
    let record = Self.ready.replacing(
      with: """
        ---
        type: Emergency
        approvals:
          - {role: emergency cab, by: "@eng-lead", at: 2025-12-24T01:50Z, verbal: true}
        ---
        """)
    #expect(try Self.run(record, at: "2025-12-24T02:00Z").status == 0)
    #expect(try Self.run(record, at: "2025-12-24T01:00Z").status == 1)
    #expect(try Self.run(record.without("approvals"), at: "2025-12-24T02:00Z").status == 1)
  }

  @Test func demandsAVoteThatHasEnded() throws {
    func record(_ voting: String) -> ExampleRecord {
      Self.ready.without("approvals").replacing(
        with: "---\ntype: Runtime Upgrade\ncategory: documentation\n"
          + "approvals:\n  - {role: technical, by: \"@a\", at: 2026-03-01T00:00Z}\n"
          + "runtime: {\(voting)}\n---\n")
    }
    let vote = "from: 2026-03-03T08:00Z, aye: 60, nay: 30"
    #expect(try Self.run(record("voting: {\(vote), to: 2026-03-07T08:00Z}")).status == 0)
    #expect(try Self.run(record("voting: {\(vote), to: 2026-03-10T08:00Z}")).status == 1)
    #expect(try Self.run(record("voting: {\(vote)}")).status == 1)
    #expect(
      try Self.run(
        record("voting: {from: 2026-03-03T08:00Z, to: 2026-03-07T08:00Z, aye: 59, nay: 31}")
      ).status == 1)
    #expect(try Self.run(record("spec_version: 118")).status == 1)
  }

  @Test(arguments: ["cancelled", "rejected", "successful", "rolled-back", "failed"])
  func isClosedForAChangeThatHasEnded(_ outcome: String) throws {
    let run = try Self.run(Self.ready.replacing(with: "---\noutcome: \(outcome)\n---\n"))
    #expect(run.status == 1)
    #expect(run.output.contains("the record has an outcome: \(outcome)"))
    #expect(!run.output.contains("opens"))
  }

  @Test func isClosedForAChangeThatIsClosed() throws {
    let run = try Self.run(Self.ready.replacing(with: "---\nclosed: 2026-03-08T00:00Z\n---\n"))
    #expect(run.status == 1)
    #expect(run.output.contains("the record is closed"))
  }

  // MARK: No answer

  @Test(arguments: [
    "typo: x", "outcome: odd", "started: soon", "requested: [", "risk: huge", "type: odd",
    "id: CHG-2026-0043", "id: odd", "systems: &a [x]",
  ])
  func cannotTellWhereTheRecordCannotBeReadInFull(_ line: String) throws {
    let run = try Self.run(Self.ready.replacing(with: "---\n\(line)\n---\n"))
    #expect(run.status == 2, "\(line): \(run.output)")
  }

  @Test func cannotTellWithoutATypeAndAsksForTheRiskWhereItMatters() throws {
    #expect(try Self.run(Self.ready.without("type")).status == 2)
    let noRisk = Self.ready.without("risk")
    #expect(try Self.run(noRisk, at: "2026-03-09T02:00Z").status == 0)
    let run = try Self.run(noRisk, at: "2026-03-09T14:00Z")
    #expect(run.status == 2)
    #expect(run.output.contains("add `risk:` to the record"))
  }

  @Test func cannotTellOfARecordThatIsNotThere() throws {
    let site = try Self.site()
    for name in [
      "CHG-2026-0043", "content/changes/none.md", FullPolicy.path, "odd", "../x.md", "/etc/passwd",
    ] {
      let run = try site.gate(["--change", name, "--at", "2026-03-09T02:00Z"])
      #expect(run.status == 2, "\(name): \(run.output)")
    }
  }

  @Test func cannotTellOfTwoFilesOfOneName() throws {
    let site = try GateSite([
      Self.path: Self.ready.text, "content/changes/a/b/CHG-2026-0042.md": Self.ready.text,
    ])
    for name in ["CHG-2026-0042", Self.path] {
      let run = try site.gate(["--change", name, "--at", "2026-03-09T02:00Z"])
      #expect(run.status == 2)
      #expect(run.output.contains("2 files are named CHG-2026-0042.md"))
    }
  }

  @Test func cannotTellOfARecordThatIsALink() throws {
    let site = try GateSite(["elsewhere.md": Self.ready.text])
    try site.link(Self.path, to: "../../../elsewhere.md")
    for name in ["CHG-2026-0042", Self.path] {
      #expect(try site.gate(["--change", name, "--at", "2026-03-09T02:00Z"]).status == 2)
    }
  }

  @Test func readsARecordOfAnotherNameByItsPath() throws {
    let site = try GateSite(["content/changes/certificates.md": Self.ready.text])
    let at = ["--at", "2026-03-09T02:00Z"]
    #expect(try site.gate(["--change", "content/changes/certificates.md"] + at).status == 0)
    #expect(try site.gate(["--change", "CHG-2026-0042"] + at).status == 2)
  }
}
