import Foundation
import TestSupport
import Testing

/// `changebook next`: slots, and what stands in the way of earlier ones.
@Suite struct NextTests {
  private static func record(
    _ id: String, requested: String = "2026-12-14T09:00Z", scheduled: String? = nil,
    system: String = "rpc-gateway"
  ) -> (String, String) {
    (
      "content/changes/\(id).md",
      """
      ---
      id: \(id)
      type: Normal
      risk: High
      category: application code
      systems: [\(system)]
      requester: "@ann"
      implementer: "@ben"
      requested: \(requested)
      \(scheduled.map { "scheduled: \($0)" } ?? "")
      ---
      ## Change Request: Rotate the certificates
      """
    )
  }

  private static func site(_ records: (String, String)...) throws -> GateSite {
    try GateSite(Dictionary(records, uniquingKeysWith: { $1 }))
  }

  private static func next(_ site: GateSite, _ arguments: String...) throws -> Program.Run {
    try Program.run(["next"] + arguments, in: site.folder.url)
  }

  @Test func fitsLeadTimeWindowsAndFreezes() throws {
    let site = try Self.site(Self.record("CHG-2026-0001"))
    let run = try Self.next(
      site, "CHG-2026-0001", "--as-of", "2026-12-17T12:00Z", "--for", "2h", "--count", "2")
    #expect(run.status == 0, "\(run.diagnostics)")
    let lines = run.output.split(separator: "\n").map(String.init)
    // The lead time ends on 19 December, and from the 20th on nothing may run.
    #expect(lines[0].hasSuffix("next at 2026-12-19 02:00 UTC"))
    #expect(lines[1].contains("2026-12-19 02:00 UTC, until 06:00"))
    #expect(lines[2].contains("2027-01-06 02:00 UTC, until 06:00"))
    let earlier = try #require(lines.first { $0.contains("2026-12-18 02:00 UTC") })
    #expect(earlier.contains("lead time"))
    #expect(!run.output.contains("2026-12-17 02:00"))
  }

  @Test func saysWhatAFreezeAndAnotherChangeStandInTheWayOf() throws {
    let site = try Self.site(
      Self.record("CHG-2026-0001", requested: "2026-12-01T09:00Z"),
      Self.record("CHG-2026-0002", scheduled: "2027-01-06T02:00Z/2027-01-06T05:00Z"),
      Self.record(
        "CHG-2026-0003", scheduled: "2027-01-07T02:00Z/2027-01-07T05:00Z", system: "explorer"))
    let run = try Self.next(
      site, "CHG-2026-0001", "--as-of", "2027-01-04T12:00Z", "--for", "2h", "--count", "1")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("next at 2027-01-07 02:00 UTC"))
    #expect(run.output.contains("Holiday freeze, until 2027-01-06 00:00 UTC"))
    #expect(run.output.contains("CHG-2026-0002 Rotate the certificates has its systems"))
    #expect(!run.output.contains("CHG-2026-0003"))
  }

  @Test func aLengthThatFitsNowhereHasNoSlot() throws {
    let site = try Self.site(Self.record("CHG-2026-0001"))
    let run = try Self.next(
      site, "CHG-2026-0001", "--as-of", "2026-03-01T00:00Z", "--for", "5h")
    #expect(run.status == 1)
    #expect(run.output.contains("too short for 5 h"))
  }

  @Test func withoutAnAnswerOfTheGateThereIsNone() throws {
    let site = try Self.site(Self.record("CHG-2026-0001"))
    try site.spoil("content/freezes/x.md")
    let run = try Self.next(site, "CHG-2026-0001", "--as-of", "2026-03-01T00:00Z")
    #expect(run.status == 2)
    #expect(run.output.contains("content/freezes/x.md"))
  }

  @Test func everySlotIsOneThatTheGateOpens() throws {
    let site = try Self.site(Self.record("CHG-2026-0001"))
    let run = try Self.next(
      site, "CHG-2026-0001", "--as-of", "2026-12-10T12:00Z", "--for", "90m", "--count", "20",
      "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let slots = try #require(document["slots"] as? [[String: Any]])
    #expect(slots.count == 20)
    for slot in slots {
      let start = try #require(slot["start"] as? String)
      let gate = try site.gate([
        "--type", "normal", "--risk", "high", "--category", "application code", "--system",
        "rpc-gateway", "--at", start, "--for", "90m",
      ])
      #expect(gate.status == 0, "\(start): \(gate.output)")
    }
  }

  /// The page of a planned change shows what the verb says.
  @Test(arguments: [
    "2026-12-10T12:00Z", "2026-12-17T12:00Z", "2026-12-22T03:00Z", "2027-01-05T00:00Z",
  ])
  func thePageOfAPlannedChangeSaysTheSame(_ asOf: String) throws {
    let site = try Self.site(
      Self.record("CHG-2026-0001", scheduled: "2027-01-09T02:00Z/2027-01-09T04:30Z"),
      Self.record("CHG-2026-0002", scheduled: "2027-01-06T02:00Z/2027-01-06T05:00Z"),
      Self.record("CHG-2026-0003"))
    let build = try Program.run(
      ["build", "--as-of", asOf, "--output", "pages"], in: site.folder.url)
    #expect(build.status == 0, "\(build.diagnostics)")
    for id in ["CHG-2026-0001", "CHG-2026-0002", "CHG-2026-0003"] {
      let page = try String(
        contentsOf: site.folder.url.appending(path: "pages/changes/\(id).html"), encoding: .utf8)
      let parts = page.components(separatedBy: "id=\"slots\"")
      guard id != "CHG-2026-0003" else {
        #expect(parts.count == 1)
        continue
      }
      let shown = try #require(parts.last?.components(separatedBy: "</section>").first)
      let run = try Self.next(
        site, id, "--as-of", asOf, "--count", "3", "--format", "json")
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let slots = try #require(document["slots"] as? [[String: Any]])
      let earlier = try #require(document["earlier"] as? [[String: Any]])
      #expect(!slots.isEmpty)
      for slot in slots + earlier {
        let start = try #require(slot["start"] as? String)
        #expect(shown.contains("datetime=\"\(start)\""), "\(start)")
      }
      for reason in earlier.flatMap({ $0["reasons"] as? [String] ?? [] }) {
        #expect(shown.contains(reason), "\(reason)")
      }
    }
  }

  @Test(arguments: [
    ["next"], ["next", "CHG-1", "--count", "0"], ["next", "CHG-1", "--for", "soon"],
  ])
  func wrongCalls(_ arguments: [String]) throws {
    let site = try Self.site()
    #expect(try Program.run(arguments, in: site.folder.url).status == 64)
  }

  @Test func anUnknownIDIsNoSlot() throws {
    let site = try Self.site(Self.record("CHG-2026-0001"))
    let run = try Self.next(site, "CHG-2026-0010")
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("did you mean CHG-2026-0001"))
  }
}
