import Foundation
import SourceText
import TestSupport
import Testing

/// The questions that an auditor asks, answered from the site and the program alone: those of
/// content/guide/answering-an-auditor.md, played through on a month that was worked out by hand.
@Suite struct AuditorTests {
  private static let controls = """


    ## 12. Compliance

    | Standard | Requirement | Implementation |
    |---|---|---|
    | SOC 2 CC8.1 | Change authorization | Review by the board |
    | SOC 2 CC8.2 | Testing before deployment | Evidence |
    | ISO 27001 A.8.32 | Change management | This policy |
    | ISO 27001 A.8.32 change | Management | The same once more |
    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (path, text) in HandWorkedRecords.files {
      try folder.write(path.hasPrefix("content/policy") ? text + Self.controls : text, to: path)
    }
    let log = HandWorkedRecords.log
    try folder.write(log.text(log.wholeRange), to: log.path)
    let build = try run("build", "--output", "site")
    #expect(build.status == 0, "\(build.diagnostics)")
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(arguments + ["--as-of", HandWorkedRecords.asOf], in: folder.url)
  }

  private func file(_ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: "site/\(path)"), encoding: .utf8)
  }

  /// Show all changes of the quarter, and how you know that they are all.
  @Test func allChangesAndHowThatIsKnown() throws {
    let run = try run("reconcile", "--quarter", "2026-Q1")
    #expect(run.status == 1)
    #expect(run.output.contains("approved record: 3 of 7"))
    let log = try file("data/audit-log.csv").split(separator: "\r\n")
    #expect(log.count == 1 + HandWorkedRecords.changes.count)
    for change in HandWorkedRecords.changes {
      #expect(log.contains { $0.hasPrefix(change.id + ",") }, "\(change.id)")
    }
  }

  /// Show that changes were authorised, tested and reviewed by somebody else.
  @Test func controlsWithTheirExceptions() throws {
    let index = try file("compliance/index.html")
    #expect(index.contains("control-soc-2-cc8-1-change-authorization.html"), "\(index)")
    // Of the eleven changes that were made and can be read 12 began before its approval: what the record says of
    // that was waived, and what the log says was not.
    let authorised = try file("compliance/control-soc-2-cc8-1-change-authorization.html")
    #expect(authorised.contains("10 of 11"), "\(authorised)")
    #expect(authorised.contains("CHG-2026-0112"))
    #expect(authorised.contains("of rpc-gateway to production"))
    #expect(authorised.contains("CB301"))
    // 03 lacks its rollback plan, 04, 05, 07 and 09 broke rules of time; the log has 12 before its approval, and
    // the waiver is of another rule.
    let all = try file("compliance/control-iso-27001-a-8-32-change-management.html")
    #expect(all.contains("5 of 11"), "\(all)")
    let absent = try file("compliance/control-soc-2-cc8-2-testing-before-deployment.html")
    #expect(absent.contains("has no CC8.2"))
  }

  /// Rows whose names come to one address have a page each, and what the list says of a row its page says too.
  @Test func rowsThatSayTheSame() throws {
    let index = try file("compliance/index.html")
    for name in ["change-management.html", "change-management-2.html"] {
      #expect(index.contains("control-iso-27001-a-8-32-\(name)"))
      #expect(try file("compliance/control-iso-27001-a-8-32-\(name)").contains("5 of 11"))
    }
    #expect(index.contains("Deployments without a record") && index.contains("Not readable"))
  }

  /// Who approved, made and wrote each change, and was anybody two of them?
  @Test func duties() throws {
    let duties = try file("data/duties.csv").split(separator: "\r\n").map(String.init)
    #expect(duties[0] == "id,requesters,implementers,approvers,committers,overlaps")
    #expect(duties.contains { $0.hasPrefix("CHG-2026-0101,") && $0.contains("@runtime-lead") })
    #expect(!duties.contains { $0.contains("approver") && $0 != duties[0] })
    #expect(try file("compliance/duties.html").contains("Segregation of duties"))
  }

  /// Show that nothing was removed.
  @Test func retention() throws {
    let page = try file("compliance/retention.html")
    #expect(page.contains("Records are kept for 3 years"))
    #expect(page.contains("No record is old enough."))
  }

  /// Recompute the rates.
  @Test func derivation() throws {
    let run = try run("explain", "change success rate", "--month", "2026-03")
    #expect(run.status == 0)
    #expect(run.output.contains("k = 7, n = 10"))
  }

  /// What went to production on 18 March?
  @Test func oneDay() throws {
    let run = try run("reconcile", "--month", "2026-03", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let deployments = try #require(document["deployments"] as? [[String: Any]])
    let ofTheDay = deployments.filter { ($0["at"] as? String)?.hasPrefix("2026-03-18") == true }
    #expect(ofTheDay.map { $0["id"] as? String } == ["d4"])
    #expect(ofTheDay.map { $0["state"] as? String } == ["unrecorded"])
  }

  @Test func everyLineOfTheLogIsAnObject() throws {
    for line in try file("data/audit-log.jsonl").split(separator: "\n") {
      let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(row.count == 13)
      #expect(row["why"] is String)
    }
  }
}
