import Foundation
import TestSupport
import Testing

/// Records that do not say enough: the gate does not open on them, and `check` names the place.
@Suite struct GateUncertaintyTests {
  private static let ready = GateRecordTests.ready

  private func run(_ record: ExampleRecord, _ files: [String: String] = [:]) throws -> Program.Run {
    var all = files
    all[GateRecordTests.path] = record.text
    return try GateSite(all).gate(["--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z"])
  }

  private func approved(_ board: String) -> ExampleRecord {
    Self.ready.replacing(
      with: """
        ---
        approvals:
          - {role: technical, by: "@runtime-lead", at: 2026-03-04T10:00Z}
          - {role: technical, by: "@rpc-reviewer", at: 2026-03-04T15:20Z}
          - {role: cab, by: \(board)}
        ---
        """)
  }

  @Test func anApprovalSaysWhenItWasGiven() throws {
    for board in ["\"@cab\"", "\"@cab\", at: ~", "\"@cab\", at: TBD", "\"@cab\", at: pending"] {
      let run = try run(approved(board))
      #expect(run.status == 2, "\(board): \(run.output)")
    }
    #expect(try run(approved("\"@cab\"")).output.contains("does not say when the CAB approval"))
    #expect(try run(approved("\"@cab\", at: 2026-03-06T13:00Z")).status == 0)
  }

  @Test func anApprovalOfALaterDayIsNoneYet() throws {
    for day in ["on 2027-06-17", "(17.06.2027)", "17 June 2027", "approved 2026-12-01"] {
      let run = try run(approved("\"@cab \(day)\", at: 2026-03-06T13:00Z"))
      #expect(run.status == 1, "\(day): \(run.output)")
      #expect(run.output.contains("comes only after the work begins"), "\(run.output)")
    }
    #expect(try run(approved("\"@cab (6 March)\", at: 2026-03-06T13:00Z")).status == 0)
  }

  @Test func moreSystemsThanTheFrontMatterNamesMayBeFrozen() throws {
    let freeze = """
      ---
      name: Fair
      from: 2026-03-01T00:00Z
      to: 2026-04-01T00:00Z
      systems: [explorer]
      allowed: Emergency only
      ---
      """
    func status(_ text: String, _ files: [String: String]) throws -> Int32 {
      try run(
        Self.ready.replacing(
          with: """
            ### Impact Assessment
            - **Systems affected:** \(text)
            - **Users affected:** none
            """), files
      ).status
    }
    let frozen = ["content/freezes/fair.md": freeze]
    for text in [
      "rpc-gateway and others", "rpc-gateway, which also restarts explorer", "rpc-gateway etc.",
      "TBD",
      "rpc-gateway; all of production", "rpc-gateway/explorer", "rpc-gateway, several services",
    ] {
      #expect(try status(text, frozen) == 2, "\(text)")
    }
    for text in [
      "rpc-gateway, six nodes in two regions", "rpc-gateway; explorer is not affected",
      "all rpc-gateway pods", "rpc-gateway and its sidecars",
    ] {
      #expect(try status(text, frozen) == 0, "\(text)")
    }
    // Without a freeze of some systems it does not matter which they are.
    #expect(try status("rpc-gateway and others", [:]) == 0)
  }

  @Test(arguments: [
    "{from: 2026-03-09T02:00Z, for: 2h}", "{from: 2026-03-09T02:00Z, duration: 6h}",
    "{start: 2026-03-09T02:00Z, end: 2026-03-09T08:00Z}", "{from: 2026-03-09T02:00}",
    "{from: 2026-03-09T02:00Z, to: 2026-03-09T04:00Z, extended_to: 2026-03-09T08:00Z}",
  ])
  func aPlanIsUnderstoodAsAWhole(_ span: String) throws {
    let record = Self.ready.replacing(with: "---\nscheduled: \(span)\n---\n")
    #expect(try run(record).status == 2)
  }

  @Test func aGroupIsNoRequester() throws {
    for name in ["rotating", "platform team", "\"@sre-team\"", "DevOps"] {
      for key in ["requester", "implementer"] {
        let run = try run(Self.ready.replacing(with: "---\n\(key): \(name)\n---\n"))
        #expect(run.status == 2, "\(key): \(name): \(run.output)")
      }
    }
  }

  @Test func whoMayBeTheRequesterIsNoSecondPairOfEyes() throws {
    let record = approved("\"Dana Brown\", at: 2026-03-06T13:00Z")
    let run = try run(record.replacing(with: "---\nrequester: D. Brown\n---\n"))
    #expect(run.status == 1)
    #expect(run.output.contains("may be the requester"), "\(run.output)")
  }

  @Test(arguments: [
    ("status: rejected", "outcome: rejected"), ("state: withdrawn", "outcome: cancelled"),
    ("decision: declined", "outcome: rejected"),
  ])
  func anEndBesideOutcomeIsNamed(_ line: String, _ outcome: String) throws {
    let site = try GateRecordTests.site(Self.ready.replacing(with: "---\n\(line)\n---\n"))
    #expect(try site.gate(["--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z"]).status == 2)
    let check = try Program.run(["check", "--as-of", "2026-03-09T02:00Z"], in: site.folder.url)
    #expect(check.output.contains("`\(line)` says that the change is over"), "\(check.output)")
    #expect(check.output.contains("write `\(outcome)`"), "\(check.output)")
  }

  @Test(arguments: ["withdrawn", "declined", "canceled", "superseded", "refused"])
  func otherWordsForAnEndAreUnderstood(_ word: String) throws {
    let run = try run(Self.ready.replacing(with: "---\noutcome: \(word)\n---\n"))
    #expect(run.status == 1)
    #expect(run.output.contains("the record has an outcome"), "\(run.output)")
  }

  @Test(arguments: [
    "reviewers: [\"@runtime-lead\"]", "deployment: blue-green", "state: approved",
    "approver: \"@cab\"", "reviewed: true",
  ])
  func keysOfOtherMeaningsAreNoneMisspelt(_ line: String) throws {
    let run = try run(Self.ready.replacing(with: "---\n\(line)\n---\n"))
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(arguments: [
    "deplyed: 2026-03-09T01:00Z", "deployd: yes", "strted: today", "aprovals: []",
    "outcom: failed", "rollbck: done",
  ])
  func misspeltKeysStayErrors(_ line: String) throws {
    #expect(try run(Self.ready.replacing(with: "---\n\(line)\n---\n")).status == 2)
  }
}
