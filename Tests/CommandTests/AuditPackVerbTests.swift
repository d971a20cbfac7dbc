import Foundation
import SourceText
import TestSupport
import Testing

/// `changebook audit`.
@Suite struct AuditPackVerbTests {
  private func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (path, text) in HandWorkedRecords.files { try folder.write(text, to: path) }
    let log = HandWorkedRecords.log
    try folder.write(log.text(log.wholeRange), to: log.path)
    try folder.write("{\"kept\": true}\n", to: "content/receipts/gate-1.json")
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["audit", "--as-of", HandWorkedRecords.asOf, "--root", "."] + arguments, in: folder.url)
  }

  private func shell(_ folder: TemporaryFolder, _ command: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder.url
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let folder = try site()
    for name in ["one", "two"] {
      let run = try run(folder, "--quarter", "2026-Q1", "--output", name, "--sample", "3")
      #expect(run.status == 0, "\(run.diagnostics)")
    }
    let (one, two) = (try folder.files(below: "one"), try folder.files(below: "two"))
    #expect(one.count > 40)
    #expect(one.keys.sorted() == two.keys.sorted())
    for (path, content) in one { #expect(two[path] == content, "\(path)") }
    #expect(
      one["receipts/gate-1.json"].map { String(decoding: $0, as: UTF8.self) }
        == "{\"kept\": true}\n")
  }

  @Test func otherProgramsReadIt() throws {
    let folder = try site()
    #expect(try run(folder, "--quarter", "2026-Q1", "--output", "p").status == 0)
    let (status, output) = try shell(folder, "cd p && sha256sum -c --quiet SHA256SUMS")
    #expect(status == 0, "\(output)")
    let read = try shell(
      folder,
      """
      cat > read.py <<'END'
      import csv, hashlib, hmac, json, zipfile
      import xml.etree.ElementTree as xml
      book = zipfile.ZipFile('p/workpapers.xlsx')
      assert book.testzip() is None
      for name in book.namelist(): xml.fromstring(book.read(name))
      sample = list(csv.DictReader(open('p/sample.csv')))
      for row in sample:
        assert row['rank'] == hmac.new(b'2026-Q1', row['id'].encode(), hashlib.sha256).hexdigest()
      assert {'CHG-2026-0108', 'CHG-2026-0109'} <= {row['id'] for row in sample}
      population = list(csv.DictReader(open('p/population.csv')))
      made = json.load(open('p/how-it-was-made.json'))
      assert made['rows']['population'] == len(population) == 13, made
      assert made['rows']['unread'] == 1
      oscal = json.load(open('p/oscal-assessment-results.json'))['assessment-results']
      assert oscal['metadata']['oscal-version'] == '1.1.2'
      assert len(oscal['results'][0]['observations']) == len(sample)
      assert json.load(open('p/reconciliation.json'))['completeness'] == {'numerator': 3, 'denominator': 7}
      waivers = list(csv.DictReader(open('p/waivers.csv')))
      assert [(w['id'], w['covers']) for w in waivers] == [('CHG-2026-0112', '1')]
      END
      python3 read.py
      """)
    #expect(read.0 == 0, "\(read.1)")
  }

  @Test func aByteAFileMoreAndAFileLessAreFound() throws {
    let folder = try site()
    #expect(try run(folder, "--month", "2026-03", "--output", "p", "--sample", "2").status == 0)
    #expect(try run(folder, "--verify", "p").status == 0)
    _ = try shell(
      folder,
      "printf x >> p/findings.csv; rm p/waivers.csv; touch p/more.txt; ln -s /etc/hosts p/link")
    let run = try run(folder, "--verify", "p")
    #expect(run.status == 1)
    #expect(
      run.output.split(separator: "\n").sorted() == [
        "findings.csv was changed", "link does not belong to the pack",
        "more.txt does not belong to the pack", "waivers.csv is missing",
      ])
  }

  @Test func wrongCalls() throws {
    let folder = try site()
    #expect(try run(folder, "--output", "p").status == 64)
    #expect(try run(folder, "--quarter", "2026-Q1").status == 64)
    #expect(try run(folder, "--quarter", "2026-Q1", "--output", "p", "--sample", "-1").status == 64)
    #expect(try run(folder, "--verify", "p", "--output", "q").status == 64)
    #expect(try run(folder, "--verify", "none").status == 2)
    #expect(try run(folder, "--quarter", "2026-Q1", "--output", "content").status == 2)
    #expect(try run(folder, "--verify", "content").status == 2)
  }
}
