import Foundation
import TestSupport
import Testing

/// `changebook new`.
@Suite struct NewTests {
  private static let asOf = ["--as-of", "2026-03-02T09:15Z"]

  private func run(_ arguments: [String], in site: GateSite) throws -> Program.Run {
    try Program.run(["new"] + arguments + Self.asOf, in: site.folder.url)
  }

  private func findings(in site: GateSite) throws -> [String] {
    let ran = try Program.run(
      ["check", "content/changes", "--as-of", "2026-03-02T10:00Z"], in: site.folder.url)
    return ran.output.split(separator: "\n").filter { $0.hasPrefix("content/") }.map(String.init)
  }

  @Test(arguments: ["standard", "normal", "emergency", "runtime"])
  func aRecordLacksOnlyWhatIsToBeFilledIn(_ type: String) throws {
    let site = try GateSite()
    let ran = try run(
      [
        "change", "--type", type, "--risk", "low", "--title", "Dependency updates: *patch* #4",
        "--systems", "rpc-gateway", "--requester", "@ann",
      ], in: site)
    #expect(ran.status == 0 && ran.output == "content/changes/2026/CHG-2026-0001.md\n")
    let found = try findings(in: site)
    #expect(
      !found.isEmpty && found.allSatisfy { $0.contains("[CB201]") && $0.contains("is empty") })
    let text = try String(
      contentsOf: site.folder.url.appending(path: "content/changes/2026/CHG-2026-0001.md"),
      encoding: .utf8)
    #expect(text.contains("### Rollback Plan") == ["normal", "runtime"].contains(type))
    #expect(text.contains("### Justification") == ["normal", "emergency"].contains(type))
    #expect(text.contains("requested: 2026-03-02T09:15Z\n"))
    #expect(text.contains(##"## Change Request: Dependency updates: \*patch\* \#4"##))
  }

  @Test func withoutATemplateTheRequiredFieldsAreTheSections() throws {
    let start = try #require(FullPolicy.text.range(of: "```markdown"))
    let end = try #require(FullPolicy.text[start.upperBound...].range(of: "```"))
    var policy = FullPolicy.text
    policy.removeSubrange(start.lowerBound..<end.upperBound)
    let site = try GateSite(policy: policy)
    let ran = try run(["change", "--type", "normal", "--risk", "low", "--title", "A"], in: site)
    #expect(ran.status == 0, "\(ran.diagnostics)")
    let text = try String(
      contentsOf: site.folder.url.appending(path: "content/changes/2026/CHG-2026-0001.md"),
      encoding: .utf8)
    #expect(text.contains("type: Normal\n") && text.contains("risk: Low\n"))
    #expect(text.contains("### Rollback Plan\n<!-- The steps back -->\n"))
    #expect(try findings(in: site).allSatisfy { $0.contains("is empty") })
  }

  @Test func idsGoOnInTheSchemeAndTheFoldersOfTheSite() throws {
    let site = try GateSite([
      "content/changes/2026/02/OPS-2026-0099.md":
        "---\nid: OPS-2026-0099\nrequested: 2026-02-01T00:00Z\n---\n## Change Request: A\n",
      "content/changes/2026/02/OPS-2026-0098.md":
        "---\nid: OPS-2026-0098\nrequested: 2026-02-01T00:00Z\n---\n## Change Request: B\n",
      "content/changes/CHG0030521.md": "## Change Request: C\n",
    ])
    let arguments = ["change", "--type", "normal", "--risk", "low", "--title", "D"]
    #expect(try run(arguments, in: site).output == "content/changes/2026/03/OPS-2026-0100.md\n")
    #expect(try run(arguments, in: site).output == "content/changes/2026/03/OPS-2026-0101.md\n")
    let later = try Program.run(
      ["new"] + arguments + ["--as-of", "2027-01-02T00:00Z"], in: site.folder.url)
    #expect(later.output == "content/changes/2027/01/OPS-2027-0001.md\n")
  }

  @Test(arguments: [
    (["--type", "norml", "--risk", "low"], "did you mean Normal?"),
    (["--type", "normal", "--risk", "lowe"], "did you mean Low?"),
    (["--type", "normal"], "--risk is needed"), (["--risk", "low"], "--type is needed"),
    (["--type", "normal", "--risk", "low", "--category", "bugfx"], "did you mean Bug fix?"),
    (["--type", "normal", "--risk", "low", "--id", "chg"], "--id chg is not an id"),
  ])
  func whatThePolicyDoesNotKnowIsWrongUsage(_ arguments: [String], _ words: String) throws {
    let site = try GateSite()
    let ran = try run(["change", "--title", "A"] + arguments, in: site)
    #expect(ran.status == 64 && ran.diagnostics.contains(words), "\(ran.diagnostics)")
    #expect(try site.folder.files(below: "content").keys.allSatisfy { $0.contains("policy") })
  }

  @Test func nothingIsOverwrittenAndNothingWrittenToStandardOutput() throws {
    let site = try GateSite(["content/freezes/2026-summit.md": "kept"])
    let freeze = [
      "freeze", "--title", "Summit", "--from", "2026-06-09T00:00Z", "--to", "2026-06-12T00:00Z",
      "--allowed", "Emergency only", "--by", "@ops-lead",
    ]
    let refused = try run(freeze, in: site)
    #expect(refused.status == 2 && refused.diagnostics.contains("it is there already"))
    let printed = try run(freeze + ["--stdout"], in: site)
    #expect(printed.status == 0 && printed.output.contains("declared: {by: \"@ops-lead\""))
    let files = try site.folder.files(below: "content/freezes")
    #expect(files == ["2026-summit.md": Array("kept".utf8)])
  }

  @Test func linksAreNotFollowed() throws {
    let site = try GateSite()
    let outside = try TemporaryFolder()
    try site.link("content/changes", to: outside.url.path)
    let ran = try run(
      ["change", "--type", "normal", "--risk", "low", "--title", "A"], in: site)
    #expect(ran.status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.url.path).isEmpty)
  }

  @Test func theRequesterIsWhomGitNamesByTheListOfPeople() throws {
    let site = try GateSite([
      "content/people.md":
        "# People\n\n| Handle | Name | E-mail |\n|---|---|---|\n| @ann | Ann Smith | ann@example.com |\n"
    ])
    try site.folder.write("[user]\nname = A. Smith\nemail = ann@example.com\n", to: ".gitconfig")
    let ran = try Program.run(
      ["new", "change", "--type", "normal", "--risk", "low", "--title", "A", "--stdout"]
        + Self.asOf, in: site.folder.url, environment: ["HOME": site.folder.url.path])
    #expect(ran.output.contains("requester: \"@ann\"\n"), "\(ran.output)\(ran.diagnostics)")
  }

  @Test func anEditorOpensWhatWasWritten() throws {
    let site = try GateSite()
    let ran = try Program.run(
      [
        "new", "incident", "--title", "A", "--severity", "high", "--systems", "rpc-gateway",
        "--edit",
      ] + Self.asOf, in: site.folder.url, environment: ["EDITOR": "echo edited >>"])
    #expect(ran.status == 0, "\(ran.diagnostics)")
    let text = try String(
      contentsOf: site.folder.url.appending(path: "content/incidents/INC-2026-001.md"),
      encoding: .utf8)
    #expect(text.hasSuffix("edited\n"))
  }

  @Test func aVersionOfThePolicyHoldsFromItsDayOn() throws {
    let site = try GateSite()
    let ran = try run(
      [
        "policy-version", "--version-number", "4.77", "--effective", "2027-05-01", "--title", "New",
      ],
      in: site)
    #expect(ran.status == 0, "\(ran.diagnostics)")
    for (day, version) in [("2027-04-30", false), ("2027-05-01", true)] {
      let policy = try Program.run(
        ["policy", "--as-of", "\(day)T12:00Z"], in: site.folder.url)
      #expect(policy.output.contains("4.77") == version)
    }
  }
}
