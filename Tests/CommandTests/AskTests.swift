import Foundation
import TestSupport
import Testing

/// `changebook ask` and `changebook show`.
@Suite struct AskTests {
  private struct Ran {
    let id: String
    let start: Int
    let end: Int
    let system: String
    let person: String
    let commit: String
  }

  /// Changes of March 2026, each of some hours or days.
  private static func changes(_ seed: UInt64) -> [Ran] {
    var random = SplitMix(seed: seed)
    return (1...12).map { number in
      let start = 24 + random.below(24 * 25)
      return Ran(
        id: "CHG-2026-00\(number < 10 ? "0" : "")\(number)", start: start,
        end: start + 1 + random.below(random.below(3) == 0 ? 80 : 4),
        system: ["rpc-gateway", "explorer", "archive"][random.below(3)],
        person: ["ann", "bob", "cy"][random.below(3)],
        commit: "3f2a91c\(number)0\(random.below(10))")
    }
  }

  private static func instant(_ hour: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "2026-03-\(two(1 + hour / 24))T\(two(hour % 24)):00Z"
  }

  private static func site(_ changes: [Ran]) throws -> GateSite {
    try GateSite(
      Dictionary(
        changes.map { change in
          (
            "content/changes/\(change.id).md",
            """
            ---
            id: \(change.id)
            type: Normal
            risk: Low
            category: application code
            systems: [\(change.system)]
            requester: "@\(change.person)"
            implementer: "@dan"
            started: \(instant(change.start))
            deployed: \(instant(change.end))
            outcome: successful
            delivers:
              - {repository: shop, commits: ["\(change.commit)"]}
            ---
            ## Change Request: Change \(change.id)
            """
          )
        }, uniquingKeysWith: { $1 }))
  }

  private static func ask(_ site: GateSite, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["ask", "--as-of", "2026-04-15T12:00Z"] + arguments, in: site.folder.url)
  }

  private static func ids(_ run: Program.Run) -> [String] {
    run.output.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }.filter { $0.hasPrefix("CHG-") }
  }

  @Test(arguments: [UInt64(1), 2]) func saysWhatRanOnADay(_ seed: UInt64) throws {
    let changes = Self.changes(seed)
    let site = try Self.site(changes)
    for day in stride(from: 1, through: 31, by: 5) {
      let expected = changes.filter { $0.start < 24 * day && $0.end >= 24 * (day - 1) }
      let run = try Self.ask(site, "--on", "2026-03-\(day < 10 ? "0" : "")\(day)")
      #expect(run.status == (expected.isEmpty ? 1 : 0), "\(run.diagnostics)")
      let order = expected.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map(\.id)
      #expect(Self.ids(run) == order, "\(day)")
    }
    #expect(Self.ids(try Self.ask(site, "--on", "2026-Q1")).count == changes.count)
    #expect(try Self.ask(site, "--on", "2026-Q2").status == 1)
  }

  @Test func saysWhatRanOnASystemByAPersonForACommit() throws {
    let changes = Self.changes(3)
    let site = try Self.site(changes)
    for system in ["rpc-gateway", "RPC Gateway", "explorer"] {
      let name = system.lowercased().replacing(" ", with: "-")
      let run = try Self.ask(site, "--system", system)
      #expect(Set(Self.ids(run)) == Set(changes.filter { $0.system == name }.map(\.id)))
    }
    for person in ["@ann", "@Bob"] {
      let run = try Self.ask(site, "--by", person, "--system", "explorer")
      let expected = changes.filter {
        "@\($0.person)" == person.lowercased() && $0.system == "explorer"
      }
      #expect(Set(Self.ids(run)) == Set(expected.map(\.id)), "\(person)")
    }
    #expect(try Self.ids(Self.ask(site, "--by", "@dan")).count == changes.count)
    #expect(
      try Self.ids(Self.ask(site, "--commit", changes[4].commit.uppercased())) == [changes[4].id])
    let rows = try Self.ask(site, "--commit", changes[4].commit, "--format", "jsonl")
    #expect(rows.output.contains("\"id\":\"\(changes[4].id)\""))
    #expect(rows.output.split(separator: "\n").count == 1)
  }

  @Test func namesWhatItDoesNotKnow() throws {
    let site = try Self.site(Self.changes(4))
    let system = try Self.ask(site, "--system", "rpc-gatewy")
    #expect(system.status == 2 && system.diagnostics.contains("did you mean rpc-gateway?"))
    let person = try Self.ask(site, "--by", "@dann")
    #expect(person.status == 2 && person.diagnostics.contains("did you mean @dan?"))
    for call in [
      ["--system", ""], ["--by", " "], ["--on", "someday"], ["--commit", "xyz"],
      ["--commit", "abc"], [],
    ] {
      let run = try Program.run(["ask"] + call, in: site.folder.url)
      #expect(run.status == 64, "\(call): \(run.output)")
    }
  }

  @Test func showsARecord() throws {
    let site = try Self.site(Self.changes(5))
    let run = try Program.run(["show", "chg-2026-0003"], in: site.folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.hasPrefix("Change CHG-2026-0003\n"))
    #expect(run.output.contains("@dan"))
    #expect(!run.output.contains("<") && !run.output.contains("Inline"))
    let markdown = try Program.run(
      ["show", "CHG-2026-0003", "--format", "markdown"], in: site.folder.url)
    #expect(markdown.output.hasPrefix("# Change CHG"))
    let none = try Program.run(["show", "CHG-2026-0033"], in: site.folder.url)
    #expect(none.status == 2 && none.diagnostics.contains("no record has the id CHG-2026-0033"))
  }
}
