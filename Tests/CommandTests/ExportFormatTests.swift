import Foundation
import TestSupport
import Testing

/// The forms of `export` that other programs read: workbooks, metrics and events.
@Suite struct ExportFormatTests {
  private static let asOf = ["--as-of", "2026-04-15T12:00Z"]

  private static func export(
    _ folder: TemporaryFolder, _ arguments: [String]
  ) throws -> Program.Run {
    try Program.run(["export"] + arguments + asOf, in: folder.url)
  }

  /// Titles that a reader of tables could take for something else.
  private static func hostileSite() throws -> TemporaryFolder {
    let folder = try BuildTests.site()
    let titles = [
      "=1+1", "+a", "a \"quoted\", one", "<b>&amp;</b>", "Überschrift 🙂", "@ann", "007",
    ]
    for (number, title) in titles.enumerated() {
      let id = "CHG-2026-00\(50 + number)"
      try folder.write(
        BuildTests.record.replacingOccurrences(of: "CHG-2026-0001", with: id)
          .replacingOccurrences(of: "id: \(id)\n", with: "id: \(id)\ntitle: '\(title)'\n"),
        to: "content/changes/\(id).md")
    }
    return folder
  }

  /// Reads a workbook with another program, and compares it cell by cell with the table.
  private static let comparison = """
    import csv, datetime, sys, zipfile
    import xml.etree.ElementTree as tree
    M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    book = zipfile.ZipFile(sys.argv[1])
    assert book.testzip() is None
    for name in book.namelist():
        tree.fromstring(book.read(name))
    sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
    def column(place):
        number = 0
        for letter in place:
            if letter.isalpha():
                number = number * 26 + ord(letter) - 64
        return number - 1
    table = list(csv.reader(open(sys.argv[2], newline='')))
    rows = sheet.findall(f'{M}sheetData/{M}row')
    assert len(rows) == len(table), (len(rows), len(table))
    numbers = instants = 0
    for row, fields in zip(rows, table):
        cells = {column(cell.get('r')): cell for cell in row}
        for index, field in enumerate(fields):
            cell = cells.get(index)
            if cell is None:
                assert field == '', field
            elif cell.get('t') == 'inlineStr':
                text = cell.find(f'{M}is/{M}t').text or ''
                assert field == text or field == "'" + text, (field, text)
            else:
                value = cell.find(f'{M}v').text
                if cell.get('s') == '2':
                    at = datetime.datetime(1899, 12, 30) + datetime.timedelta(days=float(value))
                    at = (at + datetime.timedelta(milliseconds=500)).replace(microsecond=0)
                    assert field == at.strftime('%Y-%m-%dT%H:%M:%SZ'), (field, at)
                    instants += 1
                else:
                    assert float(value) == float(field), (field, value)
                    numbers += 1
    print(len(rows), numbers > 0, instants > 0)
    """

  @Test(arguments: ["changes", "findings", "figures", "windows"])
  func aWorkbookHoldsWhatTheTableHolds(subject: String) throws {
    let folder = try Self.hostileSite()
    let table = try Self.export(folder, [subject])
    try folder.write(table.output, to: "table.csv")
    try folder.write(Self.comparison, to: "compare.py")
    let book = folder.url.appending(path: "book.xlsx")
    try Data().write(to: book)
    let run = try Program.run(
      ["export", subject, "--format", "xlsx"] + Self.asOf, in: folder.url,
      output: try FileHandle(forWritingTo: book))
    #expect(run.status == 0, "\(run.diagnostics)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["compare.py", "book.xlsx", "table.csv"]
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(subject == "findings" || text.contains("True"), "\(text)")
  }

  @Test func forExcelMarksATable() throws {
    let folder = try BuildTests.site()
    let plain = try Self.export(folder, ["changes"])
    let marked = try Self.export(folder, ["changes", "--for", "excel"])
    #expect(marked.output == "\u{FEFF}" + plain.output)
    #expect(try Self.export(folder, ["changes", "--excel"]).output == marked.output)
    for options in [
      ["changes", "--for", "excel", "--format", "xlsx"], ["metrics", "--format", "csv"],
      ["cdevents", "--format", "ics"], ["changes", "--for", "word"], ["metrics", "--for", "excel"],
      ["metrics", "--from", "2026-01-01"],
    ] {
      #expect(try Self.export(folder, options).status == 64, "\(options)")
    }
  }

  @Test func metricsAreOpenMetrics() throws {
    let folder = try Self.hostileSite()
    try folder.write(
      SamplePolicy.text.replacingOccurrences(of: "Standard", with: "Stan\\\"dard"),
      to: "content/policy/POL-TEST-001.md")
    let run = try Self.export(folder, ["metrics"])
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.hasSuffix("\n# EOF\n"))
    var families: [String: String] = [:]
    var current = ""
    var samples: Set<String> = []
    for line in run.output.split(separator: "\n").dropLast() {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      if words[0] == "#" {
        if words[1] == "TYPE" {
          // A family stands once, all of it in one place.
          #expect(families.updateValue(words[3], forKey: words[2]) == nil, "\(line)")
          current = words[2]
        } else {
          #expect(words[2] == current && ["UNIT", "HELP"].contains(words[1]), "\(line)")
          if words[1] == "UNIT" { #expect(current.hasSuffix("_" + words[3])) }
        }
        continue
      }
      let name = line.prefix { $0 != "{" && $0 != " " }
      #expect(name == current || name == current + "_info", "\(line)")
      let sample = try #require(line.lastIndex(of: " "))
      #expect(Double(line[line.index(after: sample)...]) != nil, "\(line)")
      #expect(samples.insert(String(line[..<sample])).inserted, "\(line)")
    }
    #expect(families["changebook_gate"] == "stateset" && families["changebook"] == "info")
    #expect(run.output.contains("changebook_overdue{duty=\"review\"} "))
    let plain = try Self.export(try BuildTests.site(), ["metrics"])
    #expect(
      plain.output.contains(
        "changebook_figure_ratio{figure=\"change_success_rate\",month=\"2026-03\"} 1"))
    // It says what the gate says.
    for type in ["Normal", "Emergency"] {
      let gate = try Program.run(
        ["gate", "--type", type, "--format", "json"] + Self.asOf, in: folder.url)
      let state = gate.status == 0 ? "open" : gate.status == 1 ? "closed" : "unknown"
      #expect(
        run.output.contains("changebook_gate{type=\"\(type)\",changebook_gate=\"\(state)\"} 1\n"),
        "\(type) \(state)")
    }
  }

  @Test func eventsAreReadBackAsTheDeploymentsThatTheyTell() throws {
    let folder = try BuildTests.site()
    try folder.write(
      "---\nid: INC-2026-001\nstarted: 2026-03-10T00:00Z\nresolved: 2026-03-10T02:00Z\nsystems: [a]\n---\n# Down\n",
      to: "content/incidents/INC-2026-001.md")
    let run = try Self.export(folder, ["cdevents"])
    #expect(run.status == 0, "\(run.diagnostics)")
    let events = try run.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let contexts = events.compactMap { $0["context"] as? [String: Any] }
    let types = Set(contexts.compactMap { $0["type"] as? String })
    #expect(
      types == [
        "dev.cdevents.service.deployed.0.2.0", "dev.cdevents.incident.detected.0.2.0",
        "dev.cdevents.incident.resolved.0.2.0",
      ])
    let times = contexts.compactMap { $0["timestamp"] as? String }
    #expect(times == times.sorted() && times.count == events.count)
    #expect(Set(contexts.compactMap { $0["id"] as? String }).count == events.count)
    for event in events {
      let subject = try #require(event["subject"] as? [String: Any])
      let content = try #require(subject["content"] as? [String: Any])
      #expect((content["environment"] as? [String: Any])?["id"] as? String == "production")
      if subject["type"] as? String == "service" { #expect(content["artifactId"] is String) }
    }
    // Each record has its deployment, and each deployment its record.
    try folder.write(run.output, to: "content/deployments/events.jsonl")
    let held = try Program.run(["reconcile", "--month", "2026-03"] + Self.asOf, in: folder.url)
    #expect(held.output.contains("with an approved record: 40 of 40"), "\(held.output)")
    #expect(held.output.contains("Records without their deployment: none"), "\(held.output)")
  }
}
