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
      assert [(w['id'], w['state'], w['covers']) for w in waivers] == [('CHG-2026-0112', 'accepted', '1')]
      assert made['rows']['drawable'] == len([p for p in population if p['started'] or p['deployed']]), made['rows']
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

  /// A pack needs neither the site nor its folder.
  @Test func aPackIsVerifiedAlone() throws {
    let folder = try site()
    let elsewhere = try TemporaryFolder()
    let path = elsewhere.url.appending(path: "p").path
    #expect(try run(folder, "--quarter", "2026-Q1", "--output", path).status == 0)
    let verified = try Program.run(["audit", "--verify", "p"], in: elsewhere.url)
    #expect(verified.status == 0, "\(verified.diagnostics)")
    #expect(
      try Program.run(["audit", "--verify", "p", "--sample", "3"], in: elsewhere.url).status == 64)
    _ = try shell(
      elsewhere,
      "cd p && echo x >> findings.csv && sha256sum $(cut -c67- SHA256SUMS) > SHA256SUMS.new; mv SHA256SUMS.new SHA256SUMS"
    )
    let forged = try Program.run(["audit", "--verify", "p"], in: elsewhere.url)
    #expect(forged.status == 1, "\(forged.output)")
    #expect(forged.output.contains("findings.csv was changed"))
  }

  /// Two records of one id are drawn and tested each for itself.
  @Test func recordsOfOneIDHaveAPaperEach() throws {
    let folder = try site()
    let text = try #require(HandWorkedRecords.changes.first { $0.id == "CHG-2026-0102" }?.text)
    try folder.write(text, to: "content/changes/2026/again.md")
    #expect(try run(folder, "--quarter", "2026-Q1", "--output", "p", "--sample", "40").status == 0)
    #expect(try run(folder, "--verify", "p").status == 0)
    let files = try folder.files(below: "p")
    let sample = String(decoding: files["sample.csv"] ?? [], as: UTF8.self)
      .split(separator: "\r\n").filter { $0.hasPrefix("CHG-2026-0102,") }
    #expect(sample.count == 2)
    for name in ["CHG-2026-0102", "CHG-2026-0102-2"] {
      #expect(files["workpapers/\(name).html"] != nil)
      #expect(sample.contains { $0.contains("workpapers/\(name).html") })
    }
  }

  /// What is found of a deployment belongs to the period of the deployment, and what was counted stands
  /// on the front page alone.
  @Test func findingsOfOtherPeriodsAreNotCounted() throws {
    let folder = try site()
    #expect(try run(folder, "--month", "2026-04", "--output", "p").status == 0)
    let files = try folder.files(below: "p")
    let page = String(decoding: files["index.html"] ?? [], as: UTF8.self)
    #expect(page.contains("0 open, 0 accepted by a waiver"), "\(page)")
    #expect(page.contains("not over"))
    #expect(!page.contains("derivations-none") && page.contains("href=\"findings.csv\""))
    let found = String(decoding: files["findings.csv"] ?? [], as: UTF8.self)
    #expect(!found.contains("CB606"))
    let march = try run(folder, "--month", "2026-03", "--output", "q")
    #expect(march.status == 0)
    let page2 = String(decoding: try folder.files(below: "q")["index.html"] ?? [], as: UTF8.self)
    #expect(!page2.contains("not over"))
    #expect(page2.contains("href=\"workpapers/CHG-2026-0108.html\""))
  }

  /// Every link of the front page leads to a file of the pack, and every file is reached by name.
  @Test func theFrontPageLeadsToWhatIsThere() throws {
    let folder = try site()
    for (name, isKept) in [("p", true), ("q", false)] {
      if !isKept { _ = try shell(folder, "rm -r content/receipts") }
      #expect(try run(folder, "--month", "2026-03", "--output", name).status == 0)
      let files = try folder.files(below: name)
      let page = String(decoding: files["index.html"] ?? [], as: UTF8.self)
      let links = page.components(separatedBy: "href=\"").dropFirst()
        .map { String($0.prefix { $0 != "\"" }) }
      #expect(links.count > 15)
      #expect(links.filter { files[$0] == nil } == [])
      let named = Set(links)
      let unnamed = files.keys.filter {
        !named.contains($0) && !$0.hasPrefix("derivations/") && !$0.hasPrefix("receipts/")
          && $0 != "index.html"
      }
      #expect(unnamed.sorted() == [])
      #expect(page.contains("receipts/") == isKept)
    }
  }

  /// The revision is said to hold what was read only where it does.
  @Test(arguments: ["content/changes/CHG-2026-0042.md", "content/policy/new.md", "changebook.yml"])
  func whatIsNotCommittedIsSaid(path: String) throws {
    let repository = try TestRepository()
    try repository.write(SampleRecords.normal.text)
    try repository.commit("All", at: "2026-03-10T09:20:00Z")
    for (isChanged, name) in [(false, "p"), (true, "q")] {
      if isChanged {
        let text =
          path == "changebook.yml" ? "title: Ours\n" : SampleRecords.normal.text + "\nMore.\n"
        try repository.write(path.contains("policy") ? "# Notes\n" : text, to: path)
      }
      let made = try Program.run(
        ["audit", "--quarter", "2026-Q1", "--output", name, "--as-of", "2026-05-01T00:00Z"],
        in: repository.folder.url, environment: ["HOME": repository.root, "PATH": "/usr/bin:/bin"])
      #expect(made.status == 0, "\(made.diagnostics)")
      let files = try repository.folder.files(below: name)
      let how = String(decoding: files["how-it-was-made.json"] ?? [], as: UTF8.self)
      #expect(how.contains("\"uncommitted\": \(isChanged)"), "\(how)")
      let page = String(decoding: files["index.html"] ?? [], as: UTF8.self)
      #expect(page.contains("with uncommitted changes") == isChanged)
    }
  }

  /// A control is satisfied where it was tested on every change and held; nothing is said of nothing.
  @Test func oscalSaysWhatWasTested() throws {
    func findings(_ folder: TemporaryFolder, _ month: String, _ name: String) throws
      -> [(state: String?, reason: String?, words: String)]
    {
      #expect(try run(folder, "--month", month, "--output", name).status == 0)
      let file = try folder.files(below: name)["oscal-assessment-results.json"] ?? []
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(file)) as? [String: [String: Any]])
      let results = try #require(document["assessment-results"]?["results"] as? [[String: Any]])
      return (results.first?["findings"] as? [[String: Any]] ?? []).map { finding in
        let target = finding["target"] as? [String: Any]
        let status = target?["status"] as? [String: String]
        return (status?["state"], status?["reason"], finding["description"] as? String ?? "")
      }
    }
    let folder = try site()
    let march = try findings(folder, "2026-03", "march")
    #expect(march.map(\.state) == ["not-satisfied", "not-satisfied", "not-satisfied"])
    #expect(march.map { $0.words.contains("without a record: ") } == [true, false, true])
    #expect(march.allSatisfy { $0.words.contains("1 not readable") })
    #expect(try findings(folder, "2025-12", "december").isEmpty)
    // One record that cannot be read, and nothing else.
    let other = try TemporaryFolder()
    try other.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    let unread = try #require(HandWorkedRecords.changes.last)
    try other.write(unread.text, to: "content/changes/\(unread.id).md")
    let unknown = try findings(other, "2026-03", "march")
    #expect(unknown.map(\.state) == ["not-satisfied", "not-satisfied", "not-satisfied"])
    #expect(unknown.map(\.reason) == ["other", "other", "other"])
    // A deployment without any change is no satisfied control.
    let log = HandWorkedRecords.log
    let logged = try TemporaryFolder()
    try logged.write(SamplePolicy.text, to: "content/policy/POL-TEST-001.md")
    try logged.write(log.text(log.wholeRange), to: log.path)
    #expect(try findings(logged, "2026-03", "march").map(\.reason) == ["fail", "fail"])
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
