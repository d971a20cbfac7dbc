import Foundation
import TestSupport
import Testing

// Who has which part in a change, and what takes back a waiver or a name.
extension GateStatementTests {
  /// Whoever asks for a change or makes it has to be told from those who approve it.
  @Test func partiesAndWhoApproves() throws {
    func made(by name: String) -> String {
      GateRecordTests.ready.replacing(with: "---\nimplementer: \"\(name)\"\n---\n").text
    }
    for name in [
      "the second approver", "@gateway-oncall and the approvers", "@gateway-oncall et al.",
      "@gateway-oncall and others", "@gateway-oncall or on-call", "@oncall", "@on-call",
      "@gateway-oncall (pair: rpc-reviewer)", "Eve Stone (with Ann Smith)",
    ] {
      #expect(!(try isOpen(made(by: name))), "\(name)")
    }
    for name in [
      "@gateway-oncall", "Eve Stone", "@gateway-oncall (on shift)", "Eve Stone (RPC)",
      "@gateway-oncall (on call)", "@gateway-oncall, on call this week",
    ] {
      #expect(try isOpen(made(by: name)), "\(name)")
    }
    func approved(by name: String) throws -> Bool {
      let record = GateRecordTests.ready.text.replacing(
        "\"@rpc-reviewer\"", with: "\"\(name)\"")
      let run = try GateSite(policy: FullPolicy.text, [GateRecordTests.path: record]).gate([
        "--change", "CHG-2026-0042", "--at", "2026-03-09T02:00Z", "--as-of", "2026-03-09T01:00Z",
      ])
      return run.status == 0
    }
    for name in [
      "{{ approver_2 }}", "{{reviewer2}}", "second reviewer", "my manager", "Shared account",
      "deputy of @rpc-reviewer", "to: @rpc-reviewer", "@oncall",
      "Change Advisory Board", "@board", "@tech-leads", "@core-devs",
    ] {
      #expect(!(try approved(by: name)), "\(name)")
    }
    for name in ["@rpc-reviewer", "Ann Smith", "@rpc-oncall", "Manuel Deputy", "@boardman"] {
      #expect(try approved(by: name), "\(name)")
    }
  }

  @Test func waiversThatSayThatTheyAreNone() throws {
    func isOpen(_ reason: String, at: String = "2026-03-06T10:00Z") throws -> Bool {
      let record = GateRecordTests.ready.text
        .replacing(
          "  - {role: technical, by: \"@rpc-reviewer\", at: 2026-03-04T15:20Z}\n", with: ""
        )
        .replacing(
          "category:",
          with:
            "waivers:\n  - {rule: CB302, reason: \"\(reason)\", by: \"@runtime-lead\", at: \(at)}\n"
            + "category:")
      return try self.isOpen(record)
    }
    for reason in [
      "Waiver was refused", "requested, not granted yet", "revoked on 8 March", "until 8 March",
      "valid to 2026-03-08", "TBD",
    ] {
      #expect(!(try isOpen(reason)), "\(reason)")
    }
    #expect(!(try isOpen("the other reviewer is ill", at: "2026-03-10T00:00Z")))
    for reason in [
      "the other reviewer is ill", "the vendor refused to wait",
      "until 20 March nobody else is there", "the CAB meeting of 3 March was cancelled",
      "moved from 2 to 5 March by the vendor",
    ] {
      #expect(try isOpen(reason), "\(reason)")
    }
  }

  @Test func marksBesideAName() throws {
    let ready = GateRecordTests.ready.without("type")
    for type in [
      "\"~~Normal~~\"", "\"normal?\"", "\"[ ] Normal\"", "\"☐ Normal\"", "\"Normal ✗\"",
    ] {
      let text = ready.text.replacing("category:", with: "type: \(type)\ncategory:")
      #expect(!(try isOpen(text)), "\(type)")
    }
    #expect(try isOpen(ready.text.replacing("category:", with: "type: normal\ncategory:")))
  }
}
