import Foundation
import TestSupport
import Testing

/// `changebook import`.
@Suite struct ImportVerbTests {
  private static let map = """
    kind: change
    key: Number
    columns:
      id: Number
      title: Short description
      type: Type
      risk: Risk
      systems: CI
      requester: Requested by
      requested: Opened
      outcome: Close code
    sections:
      Summary: Description
    values:
      type: {Comprehensive: Normal, Expedited: Emergency}
      outcome: {Successful with issues: successful-with-issues}
    leave_out:
      State: [Draft]
    dates: {format: dd/MM/yyyy HH:mm, zone: Europe/Zurich}
    """

  private static let head =
    "Number,Short description,Type,Risk,CI,Requested by,Opened,Close code,Description,State"

  private static func row(
    _ number: String, title: String = "A change", type: String = "Comprehensive",
    opened: String = "02/03/2026 10:15", text: String = "Text", state: String = "New"
  ) -> String {
    "\(number),\(title),\(type),Low,\"rpc-gateway, explorer\",@ann,\(opened),,\"\(text)\",\(state)"
  }

  private func site(_ rows: [String], map: String = Self.map) throws -> GateSite {
    let site = try GateSite()
    try site.folder.write(map, to: "map.yml")
    try export(rows, in: site)
    return site
  }

  private func export(_ rows: [String], in site: GateSite) throws {
    try site.folder.write(([Self.head] + rows).joined(separator: "\n") + "\n", to: "export.csv")
  }

  private func run(_ site: GateSite, _ arguments: [String] = []) throws -> Program.Run {
    try Program.run(
      ["import", "export.csv", "--map", "map.yml", "--as-of", "2026-03-20T00:00Z"] + arguments,
      in: site.folder.url)
  }

  private func text(_ site: GateSite, _ path: String) throws -> String {
    try String(contentsOf: site.folder.url.appending(path: path), encoding: .utf8)
  }

  @Test func aDryRunWritesNothingAndASecondRunChangesNothing() throws {
    let site = try site([Self.row("CHG0030521"), Self.row("CHG0030522", state: "Draft")])
    let before = try site.folder.files(below: "content")
    let dry = try run(site)
    #expect(dry.status == 0 && dry.output.contains("1 to be written (1 new, 0 changed)"))
    #expect(dry.output.contains("1 left out"))
    #expect(try site.folder.files(below: "content") == before)
    let path = "content/changes/2026/CHG0030521.md"
    #expect(try run(site, ["--write"]).output.contains("new       line 2  \(path)"))
    let record = try text(site, path)
    for line in [
      "id: CHG0030521", "type: Normal", "systems: [rpc-gateway, explorer]",
      "requester: \"@ann\"", "requested: 2026-03-02T09:15Z", "### Summary",
      "imported: {from: map, key: CHG0030521, at: 2026-03-20T00:00Z, hash: ",
    ] {
      #expect(record.contains(line), "\(line)")
    }
    let again = try run(site, ["--write"])
    #expect(again.status == 0 && again.output.contains("0 new, 0 changed), 1 unchanged"))
    #expect(try text(site, path) == record)
    let check = try Program.run(["check", "--as-of", "2026-03-20T00:00Z"], in: site.folder.url)
    #expect(!check.output.contains("error["), "\(check.output)")
    #expect(!check.output.contains("CB103"))
  }

  /// Each month's export has a name of its own, and is one of the same system.
  @Test(arguments: [("", "map"), ("source: servicenow\n", "servicenow")])
  func anExportOfAnotherNameIsOfTheSameSource(_ more: String, _ source: String) throws {
    let site = try site([Self.row("CHG0030521")], map: more + Self.map)
    #expect(try run(site, ["--write"]).status == 0)
    #expect(try text(site, "content/changes/2026/CHG0030521.md").contains("from: \(source),"))
    try site.folder.write(
      [Self.head, Self.row("CHG0030521", title: "Another"), Self.row("CHG0030524")]
        .joined(separator: "\n") + "\n", to: "april.csv")
    let ran = try Program.run(
      ["import", "april.csv", "--map", "map.yml", "--as-of", "2026-04-20T00:00Z", "--write"],
      in: site.folder.url)
    #expect(ran.status == 0 && ran.output.contains("(1 new, 1 changed)"), "\(ran.output)")
  }

  @Test func whatChangedInTheSourceIsWrittenAndEditsAreKept() throws {
    let site = try site(["CHG0030521", "CHG0030522", "CHG0030523"].map { Self.row($0) })
    #expect(try run(site, ["--write"]).status == 0)
    func path(_ number: Int) -> String { "content/changes/2026/CHG003052\(number).md" }
    for number in [2, 3] {
      try site.folder.write(try text(site, path(number)) + "\nEdited.\n", to: path(number))
    }
    try export(
      [
        Self.row("CHG0030521", title: "Another"), Self.row("CHG0030522", title: "Another"),
        Self.row("CHG0030523"),
      ], in: site)
    let ran = try run(site, ["--write"])
    #expect(ran.status == 1)
    #expect(ran.output.contains("changed   line 2  \(path(1))"))
    #expect(ran.output.contains("conflict  line 3  \(path(2))"))
    #expect(ran.output.contains("1 unchanged, 1 in conflict"))
    #expect(try text(site, path(1)).contains("## Another"))
    #expect(try text(site, path(2)).hasSuffix("Edited.\n"))
    #expect(try text(site, path(3)).hasSuffix("Edited.\n"))
  }

  @Test(arguments: [
    (row("CHG0030521", type: "Norml"), "did you mean Normal?"),
    (row("CHG0030521", opened: "2026-03-02"), "no instant in the form"),
    (row("chg"), "`id` is chg, which is not an id"),
    (row(""), "`Number` is empty"),
    ("CHG0030521,a", "it has 2 cells, and the head has 10"),
    (row("CHG0030521") + "\n" + row("CHG0030521"), "is that of line 2 too"),
    (row("CHG0030521", text: String(repeating: "x", count: 1 << 20)), "a cell has 1048576 bytes"),
  ])
  func aRowThatIsNotTakenIsToldWithItsReason(_ rows: String, _ reason: String) throws {
    let site = try site([rows])
    let ran = try run(site)
    #expect(ran.status == 1 && ran.output.contains("refused   line"), "\(ran.output)")
    #expect(ran.output.contains(reason), "\(ran.output.suffix(500))")
  }

  @Test func aRowWithoutATypeIsToldSo() throws {
    let site = try site(
      [Self.row("CHG0030521")], map: "key: Number\ncolumns: {id: Number, risk: Risk}\n")
    let ran = try run(site)
    #expect(ran.status == 1 && ran.output.contains("nothing gives its type: no column"))
  }

  @Test(arguments: [
    ("colums: {id: Number}", "did you mean `columns`"),
    ("columns: {id: Numbr}", "perhaps `Number`"), ("columns: {titel: Number}", "`title`"),
    ("dates: {format: yyyy}", "letters such as"), ("kind: freeze", "change or incident"),
  ])
  func aMappingIsReadWholeOrNotAtAll(_ text: String, _ words: String) throws {
    let site = try site([Self.row("CHG0030521")], map: "key: Number\n\(text)\n")
    let ran = try run(site)
    #expect(ran.status == 2 && ran.diagnostics.contains(words), "\(ran.diagnostics)")
  }

  @Test(arguments: ["# Heading", "---", "===", "```", "<!-- x", "| a |", "1. x", "- [ ] y", "> z"])
  func aCellSaysWhatItSaidAndMakesNoSection(_ line: String) throws {
    let site = try site([
      Self.row("CHG0030521", text: "First\n\(line)\nlast"), Self.row("CHG0030522"),
    ])
    #expect(try run(site, ["--write"]).status == 0)
    let shown = try Program.run(
      ["show", "CHG0030521", "--as-of", "2026-03-20T00:00Z"], in: site.folder.url)
    #expect(shown.output.contains("First") && shown.output.contains("last"))
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-03-20T00:00Z"], in: site.folder.url)
    #expect(!check.output.contains("\"CB109\"") && !check.output.contains("\"CB110\""))
  }

  @Test(arguments: [
    (
      "servicenow-change", "export.csv",
      "number,short_description,type,risk,state,close_code,cmdb_ci,opened_at,start_date,end_date,"
        + "description,backout_plan\n"
        + "CHG0030521,One,Normal,3 - Moderate,Closed,Successful,rpc-gateway,2026-03-02 09:15:00,"
        + "2026-03-09 02:00:00,2026-03-09 04:00:00,Text,Back\n"
        + "CHG0030522,Two,Normal,4 - Low,Canceled,,rpc-gateway,2026-03-02 09:15:00,,,Text,\n"
    ),
    (
      "servicenow-change", "export.json",
      """
      {"result": [
        {"number": {"display_value": "CHG0030521", "value": "CHG0030521"}, "short_description": "One",
         "type": {"display_value": "Normal", "value": "normal"}, "risk": "Moderate",
         "state": "Closed", "close_code": "Successful", "cmdb_ci": {"display_value": "rpc-gateway"},
         "opened_at": "2026-03-02 09:15:00", "start_date": "2026-03-09 02:00:00",
         "end_date": "2026-03-09 04:00:00", "backout_plan": "Back"},
        {"number": "CHG0030522", "short_description": "Two", "type": "Normal", "risk": "Low",
         "state": "Canceled", "close_code": null, "cmdb_ci": "", "opened_at": "2026-03-02 09:15:00"}
      ]}
      """
    ),
  ])
  func exportsOfKnownSystemsNeedNoMapping(_ map: String, _ name: String, _ text: String) throws {
    let site = try GateSite()
    try site.folder.write(text, to: name)
    let ran = try Program.run(
      ["import", name, "--map", map, "--write", "--as-of", "2026-03-20T00:00Z"],
      in: site.folder.url)
    #expect(ran.status == 0, "\(ran.output)\(ran.diagnostics)")
    let one = try self.text(site, "content/changes/2026/CHG0030521.md")
    for line in [
      "risk: Medium", "outcome: successful", "systems: [rpc-gateway]", "### Rollback Plan",
      "scheduled: {from: 2026-03-09T02:00Z, to: 2026-03-09T04:00Z}",
    ] {
      #expect(one.contains(line), "\(line)")
    }
    let two = try self.text(site, "content/changes/2026/CHG0030522.md")
    #expect(two.contains("outcome: cancelled"))
  }

  @Test func recordsOfTheSiteAreNeverWrittenOver() throws {
    let site = try site([Self.row("CHG0030521")])
    try site.folder.write("---\nid: CHG0030521\n---\nMine\n", to: "content/changes/mine.md")
    let ran = try run(site, ["--write"])
    #expect(ran.status == 1 && ran.output.contains("CHG0030521 is a record of its own"))
    #expect(try text(site, "content/changes/mine.md").hasSuffix("Mine\n"))
  }
}
