import Foundation
import TestSupport
import Testing

/// Policies and records written after those of other organisations: what is understood of each of them,
/// and what is said not to be. `make golden` rewrites what is expected.
@Suite struct AdoptionTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Adoption")

  static var organisations: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  private static let now = ["--as-of", "2026-04-15T12:00Z"]

  /// A copy of an organisation's folder, with its settings or with others.
  private static func site(
    _ organisation: String, settings: String? = nil
  ) throws -> TemporaryFolder {
    let work = try TemporaryFolder()
    let source = folder.appending(path: organisation)
    try FileManager.default.copyItem(
      at: source.appending(path: "content"), to: work.url.appending(path: "content"))
    let own = try String(
      contentsOf: source.appending(path: "changebook.yml"), encoding: .utf8)
    try work.write(settings ?? own, to: "changebook.yml")
    return work
  }

  @Test func thereAreADozen() throws {
    #expect(Self.organisations.count >= 12)
    let records = try Self.organisations.reduce(0) { count, organisation in
      let files = try FolderContents.read(
        Self.folder.appending(path: organisation).appending(path: "content/changes"))
      return count + files.count
    }
    #expect(records >= 40)
  }

  @Test(arguments: organisations) func isUnderstoodAsExpected(organisation: String) throws {
    let work = try Self.site(organisation)
    let policy = try Program.run(["policy"] + Self.now, in: work.url)
    #expect(policy.status == 0, "\(policy.diagnostics)")
    let check = try Program.run(["check"] + Self.now, in: work.url)
    // The findings in two lines each, without the excerpts.
    let findings = check.output.split(separator: "\n").filter {
      $0.hasPrefix("content/") || $0.hasPrefix("changebook.yml") || $0.hasPrefix("   help:")
    }.filter { !$0.contains("[CB701]") && !$0.hasPrefix("   help: without it") }
    let found = policy.output + "\nFindings\n" + findings.joined(separator: "\n") + "\n"
    let file = Self.folder.appending(path: organisation).appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["CHANGEBOOK_REWRITE_GOLDEN"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let (a, b) = (found.split(separator: "\n"), expected.split(separator: "\n"))
    #expect(a.count == b.count)
    for (line, other) in zip(a, b) where line != other {
      Issue.record("\(organisation): \(line)\nexpected: \(other)")
      return
    }
  }

  // MARK: Suggestions

  private struct Reading {
    let facts: Int
    let errors: Int
  }

  /// How many values there are, but for their places.
  private static func values(_ json: Any?) -> Int {
    switch json {
    case let rows as [Any]: rows.reduce(0) { $0 + values($1) }
    case let row as [String: Any]:
      row.reduce(0) { $0 + ($1.key == "source" ? 0 : values($1.value)) }
    case nil, is NSNull: 0
    default: 1
    }
  }

  private static func reading(_ work: TemporaryFolder) throws -> Reading {
    func json(_ call: [String]) throws -> [String: Any] {
      let run = try Program.run(call + ["--format", "json"] + now, in: work.url)
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      return try #require(object as? [String: Any], "\(run.diagnostics)")
    }
    let policy = try json(["policy"])
    let facts = [
      "types", "risks", "pre_approved", "required_fields", "review_matrix", "windows", "freezes",
      "targets", "controls", "environments", "versions",
    ].reduce(0) { $0 + values(policy[$1]) }
    let counts = try json(["check", "content/policy"])["counts"] as? [String: Any]
    return Reading(facts: facts, errors: try #require(counts?["error"] as? Int))
  }

  /// What is suggested for a policy without settings can be applied: it adds no error, and where it maps
  /// something more is read.
  @Test(arguments: organisations) func whatIsSuggestedWorks(organisation: String) throws {
    let work = try Self.site(organisation, settings: "")
    let suggestion = try Program.run(["policy", "--suggest"] + Self.now, in: work.url)
    #expect(suggestion.status == 0, "\(suggestion.diagnostics)")
    let lines = suggestion.output.split(separator: "\n").filter {
      !$0.drop { $0 == " " }.hasPrefix("#")
    }
    let named = try #require(lines.first { $0.hasPrefix("policy: ") })
    try work.write("\(named)\n", to: "changebook.yml")
    let before = try Self.reading(work)
    try work.write(suggestion.output, to: "changebook.yml")
    let after = try Self.reading(work)
    #expect(after.errors <= before.errors, "\(suggestion.output)")
    if lines.contains(where: { ["tables:", "types:", "windows:", "freezes:"].contains($0) }) {
      #expect(after.facts > before.facts, "\(suggestion.output)")
    } else {
      #expect(after.facts >= before.facts)
    }
    // Whatever is suggested is there: nothing of it is misspelt.
    let check = try Program.run(["check"] + Self.now, in: work.url)
    #expect(!check.output.contains("changebook.yml:"), "\(check.output)")
  }

  // MARK: The gate

  private static let questions: [[String]] = [
    "Standardänderung", "Normale Änderung", "Notfalländerung",
  ]
  .flatMap { type in
    ["2026-03-10T19:30+01:00", "2026-03-11T12:00+01:00", "2026-12-22T19:30+01:00"].map {
      ["gate", "--type", type, "--at", $0]
    }
  }

  /// Without any line of the settings the gate opens nothing that it does not open with all of them.
  @Test func halfAMappingOpensNothing() throws {
    let own = try String(
      contentsOf: Self.folder.appending(path: "german-cooperative/changebook.yml"), encoding: .utf8)
    let lines = own.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let work = try Self.site("german-cooperative")
    let whole = try Self.questions.map { try Program.run($0, in: work.url).status }
    #expect(whole.contains(0) && whole.contains(1) && !whole.contains(2))
    for (index, line) in lines.enumerated() where line.hasPrefix("  ") && !line.hasSuffix(":") {
      var fewer = lines
      fewer.remove(at: index)
      try work.write(fewer.joined(separator: "\n"), to: "changebook.yml")
      for (question, status) in zip(Self.questions, whole) where status != 0 {
        let found = try Program.run(question, in: work.url).status
        #expect(found != 0, "\(question) without \(line)")
      }
    }
  }

  /// A word that is misspelt in the settings is said so, and leaves the gate without an answer.
  @Test func aMisspeltMappingIsFound() throws {
    let own = try String(
      contentsOf: Self.folder.appending(path: "german-cooperative/changebook.yml"), encoding: .utf8)
    let work = try Self.site("german-cooperative")
    for (word, other) in [
      ("Änderungsbeirat: cab", "Änderungsbeirad: cab"),
      ("Änderungsbeirat: cab", "Änderungsbeirat: cap"),
      ("Normale Änderung: normal", "Normahle Änderung: normal"),
      ("Rückfallplan: Rollback Plan", "Rückfalplan: Rollback Plan"),
      ("Rückfallplan: Rollback Plan", "Rückfallplan: Rollbakc Plan"), ("Alle: All", "Alla: All"),
      ("Risiko: risk", "Risiko: rsik"), ("Type: Änderungsart", "Type: Änderungsahrt"),
    ] {
      #expect(own.contains(word))
      try work.write(own.replacing(word, with: other), to: "changebook.yml")
      let check = try Program.run(["check"] + Self.now, in: work.url)
      #expect(check.output.contains("changebook.yml:"), "\(other)")
      let gate = try Program.run(Self.questions[0], in: work.url)
      #expect(gate.status == 2, "\(other)")
    }
    for (word, other) in [
      ("Risiko: risk", "Risikko: risk"), ("erfolgreich: successful", "erfolgraich: successful"),
      ("ignore: [Ablage]", "ignore: [Ablagge]"),
    ] {
      #expect(own.contains(word))
      try work.write(own.replacing(word, with: other), to: "changebook.yml")
      let check = try Program.run(["check"] + Self.now, in: work.url)
      #expect(check.output.contains("changebook.yml:"), "\(other)")
    }
  }
}
