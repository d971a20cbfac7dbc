import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
  private static let asOf = ["--as-of", "2026-04-15T12:00Z"]

  private func export(_ arguments: String...) throws -> Program.Run {
    let folder = try BuildTests.site()
    return try Program.run(["export"] + arguments + Self.asOf, in: folder.url)
  }

  private func rows(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  @Test func writesATableOfWindows() throws {
    let run = try export(
      "windows", "--from", "2026-03-01", "--to", "2026-03-02T00:00Z")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(
      rows(run.output) == [
        "kind,name,start,end,seconds,zone,purpose,allowed,systems,incident,file,line,clause",
        "window,Any time,2026-03-01T00:00:00Z,2026-03-02T00:00:00Z,86400,UTC,"
          + "\"Standard changes, documentation\",,,,content/policy/POL-TEST-001.md,130,§8.1",
        "window,Low-traffic,2026-03-01T02:00:00Z,2026-03-01T06:00:00Z,14400,UTC,"
          + "Significant changes,,,,content/policy/POL-TEST-001.md,129,§8.1",
      ])
  }

  @Test func writesFreezesAsObjects() throws {
    let folder = try BuildTests.site()
    try folder.write(
      "---\nid: INC-2026-001\nstarted: 2026-02-01T00:00Z\nsystems: [a, \"b; c\"]\n---\n# Down\n",
      to: "content/incidents/INC-2026-001.md")
    let run = try Program.run(
      ["export", "freezes", "--format", "jsonl", "--from", "2026-01-06", "--to", "2026-12-01"]
        + Self.asOf, in: folder.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let lines = rows(run.output)
    #expect(lines.count == 1)
    let row =
      try JSONSerialization.jsonObject(with: Data((lines.first ?? "").utf8)) as? [String: Any]
    #expect(row?["name"] as? String == "Post-incident")
    #expect(row?["start"] as? String == "2026-02-01T00:00:00Z")
    #expect(row?["end"] is NSNull && row?["seconds"] is NSNull)
    #expect(row?["systems"] as? [String] == ["a", "b", "c"])
    #expect(row?["incident"] as? String == "INC-2026-001")
    #expect(row?["allowed"] as? String == "Related fixes only")
  }

  @Test func writesAHeadWhereThereIsNoRow() throws {
    let run = try export("freezes", "--from", "2026-03-01", "--to", "2026-03-02")
    #expect(rows(run.output).count == 1 && run.output.hasPrefix("kind,name,start,end"))
    let lines = try export(
      "freezes", "--from", "2026-03-01", "--to", "2026-03-02", "--format", "jsonl")
    #expect(lines.status == 0 && lines.output.isEmpty)
  }

  @Test(arguments: ["changes", "findings"])
  func givesTheFilesOfTheSite(subject: String) throws {
    let folder = try BuildTests.site()
    let built = try Program.run(["build"] + Self.asOf, in: folder.url)
    #expect(built.status == 0)
    let files = try folder.files(below: "site/data")
    let table = try Program.run(["export", subject] + Self.asOf, in: folder.url)
    #expect(files["\(subject).csv"] == Array(table.output.utf8))
  }

  @Test(arguments: ["changes", "freezes", "windows"])
  func givesTheFeedsOfTheSite(subject: String) throws {
    let folder = try BuildTests.site()
    _ = try Program.run(["build"] + Self.asOf, in: folder.url)
    let files = try folder.files(below: "site/data")
    let feed = try Program.run(["export", subject, "--format", "ics"] + Self.asOf, in: folder.url)
    #expect(files["\(subject).ics"] == Array(feed.output.utf8))
    #expect(feed.output.utf8.starts(with: "BEGIN:VCALENDAR\r\n".utf8))
  }

  @Test func everyRowOfFiguresNamesItsFigureAndPeriod() throws {
    let table = rows(try export("figures").output)
    #expect(table[0].hasPrefix("figure,title,kind,period,start,end,provisional,k,n,value,"))
    let month = try #require(
      table.first { $0.contains("success_rate,") && $0.contains(",2026-03,") })
    #expect(
      month.contains(",month,2026-03,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z,false,40,40,1,"))
    let lines = rows(try export("figures", "--format", "jsonl").output)
    #expect(lines.count == table.count - 1)
    for line in lines {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(row?["ids"] is [String] && row?["period"] is String)
    }
  }

  @Test(arguments: ["changes", "findings", "figures", "windows", "freezes"])
  func marksATableForExcel(subject: String) throws {
    let folder = try BuildTests.site()
    let plain = try Program.run(["export", subject] + Self.asOf, in: folder.url)
    #expect(plain.status == 0 && !plain.output.hasPrefix("\u{FEFF}"))
    for option in ["--excel", "--bom"] {
      let marked = try Program.run(["export", subject, option] + Self.asOf, in: folder.url)
      #expect(marked.status == 0)
      #expect(Array(marked.output.utf8) == [0xEF, 0xBB, 0xBF] + Array(plain.output.utf8))
    }
  }

  @Test func peopleAreTheSameInEveryFormat() throws {
    let folder = try BuildTests.site()
    let table = try Program.run(["export", "changes"] + Self.asOf, in: folder.url)
    let lines = try Program.run(
      ["export", "changes", "--format", "jsonl"] + Self.asOf, in: folder.url)
    #expect(table.output.contains(",@author,"))
    #expect(lines.output.contains("\"requester\":\"@author\""))
  }

  static let wrongCalls: [(arguments: [String], says: String)] = [
    (["findings", "--format", "ics"], "csv, xlsx and jsonl are there"),
    (["figures", "--format", "ics"], "csv, xlsx and jsonl are there"),
    (["changes", "--format", "xml"], "csv"),
    (["policies"], "windows"),
    ([], "subject"),
    (["windows", "--format", "ics", "--excel"], "--excel goes with csv"),
    (["changes", "--format", "jsonl", "--bom"], "--excel goes with csv"),
    (["changes", "--from", "2026-01-01"], "go with windows and freezes"),
    (["windows", "--format", "ics", "--to", "2026-01-01"], "go with windows and freezes"),
    (["windows", "--from", "2026-02-01", "--to", "2026-02-01"], "lies before"),
    (["windows", "--from", "yesterday"], "neither a day"),
    (["windows", "--from", "2026-01-01T00:00"], "neither a day"),
    (["windows", "--to", "2400-01-01"], "between 1970 and 2200"),
  ]

  @Test(arguments: wrongCalls)
  func namesWhatThereIs(arguments: [String], says: String) throws {
    let folder = try BuildTests.site()
    let run = try Program.run(["export"] + arguments, in: folder.url)
    #expect(run.status == 64, "\(run.output)\(run.diagnostics)")
    #expect(run.diagnostics.contains(says), "\(run.diagnostics)")
  }

  @Test func cannotWriteToAFullDevice() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let folder = try BuildTests.site()
    let run = try Program.run(["export", "windows"], in: folder.url, output: full)
    #expect(run.status == 2)
  }
}
