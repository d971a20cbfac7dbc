import Foundation
import SourceText
import TestSupport
import Testing

/// What a pack says of what it does not hold: each file among the records has its place in one account.
@Suite struct PackAccountTests {
  private func pack(
    _ repository: TestRepository, _ period: String = "2026-Q1", asOf: String = "2026-05-01T00:00Z"
  ) throws -> (files: [String: [UInt8]], how: [String: Any], rows: [String: Int], said: String) {
    let output = repository.folder.url.appending(path: "../pack-\(UUID().uuidString)")
      .standardizedFileURL
    defer { try? FileManager.default.removeItem(at: output) }
    let run = try Program.run(
      [
        "audit", "--root", repository.root, "--as-of", asOf, "--output", output.path, "--quarter",
        period,
      ], in: repository.folder.url,
      environment: ["HOME": repository.root, "PATH": "/usr/bin:/bin"])
    #expect(run.status == 0, "\(run.diagnostics)")
    var files: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: output.path)
    while let name = names?.nextObject() as? String {
      if let data = try? Data(contentsOf: output.appending(path: name)) {
        files[name] = [UInt8](data)
      }
    }
    let how = try #require(
      JSONSerialization.jsonObject(with: Data(files["how-it-was-made.json"] ?? []))
        as? [String: Any])
    return (files, how, how["rows"] as? [String: Int] ?? [:], run.diagnostics)
  }

  private func text(_ file: [UInt8]?) -> String { String(decoding: file ?? [], as: UTF8.self) }

  private enum Fault: CaseIterable {
    case latin, large, capital, link, broken, folder

    func write(_ number: Int, _ repository: TestRepository) throws {
      let id = "CHG-2026-00\(number)"
      let text = SampleRecords.normal.replacing(with: "---\nid: \(id)\n---").text
      let folder = repository.folder.url.appending(path: "content/changes")
      let file = folder.appending(path: "\(id).md")
      switch self {
      case .latin: try Data(text.utf8 + [0xF6]).write(to: file)
      case .large: try Data(text.utf8 + [UInt8](repeating: 0x61, count: 2 << 20)).write(to: file)
      case .capital: try Data(text.utf8).write(to: folder.appending(path: "\(id).MD"))
      case .link:
        try FileManager.default.createSymbolicLink(
          atPath: file.path, withDestinationPath: "CHG-2026-0042.md")
      case .broken: try Data("---\nid: \(id)\nrisk: [\n---\n".utf8).write(to: file)
      case .folder:
        let inner = folder.appending(path: "a\nb\(number)")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: inner.appending(path: "\(id).md"))
      }
    }
  }

  /// Whatever keeps a record from being read, each number says that there is one more, and nothing is
  /// satisfied.
  @Test(arguments: 0..<6)
  func nothingVanishes(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let repository = try TestRepository()
    try repository.write(SampleRecords.normal.text)
    let faults =
      [Fault.allCases[seed]]
      + (0..<random.below(3)).map { _ in
        Fault.allCases[random.below(Fault.allCases.count)]
      }
    for (index, fault) in faults.enumerated() { try fault.write(50 + index, repository) }
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    let pack = try pack(repository)
    #expect(pack.rows["unplaced"] == faults.count, "\(faults)")
    #expect(pack.rows["register"] == 1 + faults.count)
    #expect(text(pack.files["unread.csv"]).split(separator: "\r\n").count == 1 + faults.count)
    #expect(
      text(pack.files["audit-log.csv"]).split(separator: "\r\n").count == 2 + faults.count,
      "\(faults)")
    let oscal = text(pack.files["oscal-assessment-results.json"])
    #expect(oscal.contains("\(faults.count) not readable"))
    #expect(!oscal.contains("\"satisfied\""))
  }

  /// Every record is in one population, or in a number beside it.
  @Test(arguments: 0..<6)
  func everyRecordIsInOnePeriod(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let repository = try TestRepository()
    let count = 6
    for number in 0..<count {
      func month() -> String { "2026-0\(1 + random.below(9))" }
      var lines = ["id: CHG-2026-00\(10 + number)"]
      if random.below(4) > 0 { lines.append("requested: \(month())-02T09:00Z") }
      if random.below(2) == 0 {
        let day = "\(month())-10T0"
        lines.append("scheduled: \(day)2:00Z/\(day)4:00Z")
      }
      try repository.write(
        SampleRecords.normal.without(
          "requested", "scheduled", "started", "deployed", "closed", "outcome"
        ).replacing(with: "---\n\(lines.joined(separator: "\n"))\n---").text,
        to: "content/changes/CHG-2026-00\(10 + number).md")
    }
    var sum = 0
    for quarter in ["2026-Q1", "2026-Q2", "2026-Q3"] {
      let rows = try pack(repository, quarter, asOf: "2026-06-15T00:00Z").rows
      sum += rows["population"] ?? 0
      let parts = ["population", "elsewhere", "ahead", "unplaced"].map { rows[$0] ?? 0 }
      #expect(parts.reduce(0, +) == count && rows["register"] == count)
      if quarter == "2026-Q3" { sum += (rows["ahead"] ?? 0) + (rows["unplaced"] ?? 0) }
    }
    #expect(sum == count)
  }

  /// What is outside of the site stays there, whatever leads to it.
  @Test func receiptsAreNoLinks() throws {
    let repository = try TestRepository()
    let secret = repository.folder.url.appending(path: "secret.txt")
    try Data("a key of the machine".utf8).write(to: secret)
    try repository.write("{\"kept\": 1}", to: "content/receipts/2026/ü 1.json")
    let folder = repository.folder.url.appending(path: "content/receipts")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "p.json").path, withDestinationPath: secret.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "there").path, withDestinationPath: "..")
    let pack = try pack(repository)
    #expect(
      pack.files.keys.filter { $0.hasPrefix("receipts/") && $0.hasSuffix(".json") }.count == 1)
    #expect(!pack.files.values.contains { text($0).contains("a key of the machine") })
    #expect((pack.how["receipts_left_out"] as? [String])?.count == 2)
    #expect(pack.said.contains("p.json"))
  }

  /// The revision gives the pack, or it is said that it does not.
  @Test(arguments: ["ignored", "assumed", "skipped", "settings", "none"])
  func theRevisionIsWhatWasRead(way: String) throws {
    let repository = try TestRepository()
    try repository.write("/changebook.yml\n/content/changes/CHG-2026-0043.md\n", to: ".gitignore")
    try repository.write(SampleRecords.normal.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    let path = "content/changes/CHG-2026-0042.md"
    let edited = SampleRecords.normal.replacing(with: "---\nrisk: Low\n---").text
    switch way {
    case "ignored":
      try repository.write(
        SampleRecords.normal.replacing(with: "---\nid: CHG-2026-0043\n---").text,
        to: "content/changes/CHG-2026-0043.md")
    case "assumed":
      try repository.git("update-index", "--assume-unchanged", path)
      try repository.write(edited)
    case "skipped":
      try repository.git("update-index", "--skip-worktree", path)
      try repository.write(edited)
    case "settings": try repository.write("rules:\n  CB601: off\n", to: "changebook.yml")
    default: break
    }
    #expect(try pack(repository).how["uncommitted"] as? Bool == (way != "none"))
  }

  /// Without git's history nothing that goes by it is satisfied, and the pack says so.
  @Test(arguments: ["git", "shallow", "off"])
  func withoutHistory(way: String) throws {
    let repository = try TestRepository()
    try repository.write(SampleRecords.normal.text)
    try repository.commit("Ask", by: "author", at: "2026-03-02T09:20:00Z")
    try repository.commit("Go on", by: "author", at: "2026-03-03T09:20:00Z")
    switch way {
    case "git": try repository.remove(".git")
    case "shallow":
      let head = try repository.git("rev-parse", "HEAD")
      try repository.write(head, to: ".git/shallow")
    default: try repository.write("history: off\n", to: "changebook.yml")
    }
    let pack = try pack(repository)
    #expect((pack.how["history"] as? String)?.contains("CB601 to CB605 were not checked") == true)
    #expect(text(pack.files["index.html"]).contains("CB601 to CB605 were not checked"))
    let oscal = text(pack.files["oscal-assessment-results.json"])
    #expect(oscal.contains("cannot be told: CHG-2026-0042"))
  }
}
