import Foundation
import TestSupport
import Testing

/// What the status says of a call that was not understood.
@Suite struct UsageTests {
  static let callsByStatus: [(arguments: [String], status: Int32)] = [
    (["check", "--fail-on", "perhaps"], 64),
    (["check", "--strict", "--fail-on", "error"], 64),
    (["check", "--strict", "--fail-on", "never"], 64),
    (["check", "--format", "xml"], 64),
    (["check", "--as-of", "yesterday"], 64),
    (["check", "--jobs", "0"], 64),
    (["check", "--jobs", "257"], 64),
    (["check", "--jobs", "two"], 64),
    (["check", "--root", ""], 64),
    (["check", "--formt", "json"], 64),
    (["build", "--output", ""], 64),
    (["build", "--base-url", "javascript:alert(1)"], 64),
    (["report", "--base-url", "changes.example.org"], 64),
    (["report", "--month", "2026-13"], 64),
    (["report", "--month", "2026-03", "--year", "2026"], 64),
    (["export", "change"], 64),
    (["export", "changes", "--format", "jsonl", "--excel"], 64),
    (["frobnicate"], 64),
    ([""], 64),
    ([" "], 64),
    (["--"], 64),
    (["-x"], 64),
    (["--root", ".", "check"], 64),
    (["frobnicate", "--root", "."], 64),
    (["missing-verb"], 64),
    ([], 64),
    (["check", "missing.md"], 2),
    (["check", "--root", "missing"], 2),
    (["--version"], 0),
    (["--help"], 0),
    (["-h"], 0),
    (["help"], 0),
    (["help", "check"], 0),
    (["check", "--help"], 0),
    (["--generate-completion-script", "bash"], 0),
    (["--generate-completion-script", "zsh"], 0),
    (["--generate-completion-script", "fish"], 0),
  ]

  @Test(arguments: callsByStatus)
  func tellsUsageFromFailure(arguments: [String], status: Int32) throws {
    let folder = try BuildTests.site()
    let run = try Program.run(arguments, in: folder.url)
    #expect(run.status == status, "\(run.output)\(run.diagnostics)")
    if status == 64 {
      #expect(run.output.isEmpty)
      #expect(!run.diagnostics.isEmpty)
    }
  }

  @Test func showsTheHelpWhereNoVerbIsGiven() throws {
    let folder = try TemporaryFolder()
    let none = try Program.run([], in: folder.url)
    let help = try Program.run(["--help"], in: folder.url)
    #expect(none.diagnostics == help.output)
    for verb in ["check", "policy", "report", "build", "gate", "export", "explain"] {
      #expect(help.output.contains("\n  \(verb) "), "\(verb)")
    }
    #expect(!help.output.contains("missing"))
  }

  @Test(arguments: [
    (["chek"], "did you mean check?"), (["repot", "--month", "2026-03"], "did you mean report?"),
    (["polcy"], "did you mean policy?"), (["xyzzy"], "there is no verb xyzzy\n"),
    (["a\u{1B}[31m"], "there is no verb a␛[31m\n"),
    (["--root", "x", "check"], "the verb comes first, before --root"),
    (["check", "--formt", "json"], "did you mean '--format'?"),
    (["check", "--as-of", "2026-03-02"], "did you mean 2026-03-02T00:00Z?"),
    (["check", "--as-of", "2026-03-02T09:15"], "did you mean 2026-03-02T09:15Z?"),
    (["check", "--as-of", "2026-02-30"], "with its zone, between 1970 and 2200\n"),
    (["check", "--as-of", "2300-02-01"], "with its zone, between 1970 and 2200\n"),
  ])
  func saysWhatWasProbablyMeant(arguments: [String], words: String) throws {
    let folder = try BuildTests.site()
    let run = try Program.run(arguments, in: folder.url)
    #expect(run.status == 64)
    #expect(
      run.diagnostics.lowercased().contains(words.lowercased()), "\(run.diagnostics)")
  }

  /// Every severity that a rule can be set to, against every line that a call can be failed on.
  @Test(arguments: ["error", "breach", "warning", "note"])
  func strictMeansTheSameWithCheckAndBuild(severity: String) throws {
    let folder = try BuildTests.site()
    // What else there is does not fail a call.
    let all = try Program.run(["check", "--format", "json"], in: folder.url).output
    let others = Set(all.matches(of: /"code": "(CB\d+)"/).map { String($0.output.1) }).sorted()
    let rules = (others.map { "\($0): note" } + ["CB104: \(severity)"]).joined(separator: ", ")
    try folder.write("rules: {\(rules)}\n", to: "changebook.yml")
    let odd = BuildTests.record.replacing("outcome: successful", with: "outcome: odd")
    try folder.write(odd, to: "content/changes/CHG-2026-0001.md")
    func status(_ arguments: String...) throws -> Int32 {
      try Program.run(arguments, in: folder.url).status
    }
    let fails = severity != "note"
    #expect(try status("check", "--strict") == (fails ? 1 : 0))
    #expect(try status("check", "--fail-on", "warning") == (fails ? 1 : 0))
    #expect(try status("build", "--strict") == (fails ? 1 : 0))
    let isBuilt = FileManager.default.fileExists(
      atPath: folder.url.appending(path: "site/index.html").path)
    #expect(isBuilt == !fails)
    #expect(try status("check") == (severity == "error" || severity == "breach" ? 1 : 0))
    #expect(try status("build") == 0)
  }

  @Test func sendsNoControlCharacterOfAnArgumentToTheTerminal() throws {
    let folder = try BuildTests.site()
    let run = try Program.run(["check", "a\u{1B}]0;x\u{7}\u{9B}b\u{202E}.md"], in: folder.url)
    #expect(run.status == 2)
    #expect(run.diagnostics.contains("a␛]0;x␇<U+9B>b<U+202E>.md: no such file or folder"))
  }
}
