import Foundation
import TestSupport
import Testing

/// `changebook init`.
@Suite struct InitTests {
  private static let asOf = ["--as-of", "2026-03-02T10:00Z"]

  @Test(arguments: ["github", "gitlab", "none"])
  func checkBuildAndGateAreCleanAtOnce(_ ci: String) throws {
    let folder = try TemporaryFolder()
    let begun = try Program.run(["init", "site", "--ci", ci] + Self.asOf, in: folder.url)
    #expect(begun.status == 0, "\(begun.diagnostics)")
    let site = folder.url.appending(path: "site")
    func isThere(_ path: String) -> Bool {
      FileManager.default.fileExists(atPath: site.appending(path: path).path)
    }
    #expect(isThere(".gitignore") && isThere("README.md"))
    #expect(isThere(".github/workflows/changebook.yml") == (ci == "github"))
    #expect(isThere(".gitlab-ci.yml") == (ci == "gitlab"))
    let check = try Program.run(["check", "--strict"] + Self.asOf, in: site)
    #expect(check.status == 0 && check.output == "0 errors, 0 breaches, 0 warnings\n")
    #expect(try Program.run(["build", "--strict"] + Self.asOf, in: site).status == 0)
    let gate = try Program.run(
      ["gate", "--change", "CHG-2026-0001", "--at", "2026-03-02T10:30Z"], in: site)
    #expect(gate.status == 0, "\(gate.output)\(gate.diagnostics)")
    let policy = try Program.run(["policy"] + Self.asOf, in: site)
    #expect(
      policy.output.contains("Everything that changebook looks for was found and understood."))
  }

  @Test func everyKindOfRecordCanBeBegunAndMarked() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init"] + Self.asOf, in: folder.url).status == 0)
    for type in ["standard", "normal", "emergency"] {
      let ran = try Program.run(
        [
          "new", "change", "--type", type, "--risk", "low", "--title", "A", "--systems", "www",
          "--category", "configuration", "--requester", "@web-lead",
        ] + Self.asOf, in: folder.url)
      #expect(ran.status == 0, "\(ran.diagnostics)")
    }
    let marked = try Program.run(
      ["mark", "CHG-2026-0003", "approved", "--by", "@cab"] + Self.asOf, in: folder.url)
    #expect(marked.status == 0, "\(marked.diagnostics)")
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    let own = ["changebook.yml": "title: Mine\n", "README.md": "mine", ".gitignore": "mine"]
    for (path, text) in own { try folder.write(text, to: path) }
    #expect(try Program.run(["init"] + Self.asOf, in: folder.url).status == 0)
    let once = try folder.files(below: ".")
    for (path, text) in own {
      let data = try Data(contentsOf: folder.url.appending(path: path))
      #expect(data == Data(text.utf8), "\(path)")
    }
    let again = try Program.run(["init"] + Self.asOf, in: folder.url)
    #expect(again.status == 0 && !again.output.contains("written"))
    #expect(try folder.files(below: ".") == once)
  }

  @Test(arguments: ["content/policy/ours.md", "docs/ours.md", "ours.md"])
  func aPolicyThatIsThereIsTaken(_ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(FullPolicy.text, to: path)
    try folder.write("# Other\n\nText.\n", to: "docs/other.md")
    let begun = try Program.run(["init"] + Self.asOf, in: folder.url)
    #expect(begun.status == 0 && begun.output.contains("Understood: 4 types of changes"))
    let files = try folder.files(below: ".")
    #expect(files["content/policy/ours.md"] == Array(FullPolicy.text.utf8))
    #expect(files[path] == Array(FullPolicy.text.utf8))
    #expect(files["content/policy/change-policy.md"] == nil && files["content/people.md"] == nil)
  }

  @Test func otherDocumentsOfTheFolderAreNoPolicy() throws {
    let folder = try TemporaryFolder()
    try folder.write("# About\n\nNothing yet.\n", to: "content/policy/README.md")
    #expect(try Program.run(["init"] + Self.asOf, in: folder.url).status == 0)
    #expect(try folder.files(below: "content/policy")["change-policy.md"] != nil)
    #expect(try Program.run(["check"] + Self.asOf, in: folder.url).status == 0)
  }

  @Test func ofTwoPoliciesTheUserSaysWhich() throws {
    let folder = try TemporaryFolder()
    for path in ["a.md", "b.md"] { try folder.write(FullPolicy.text, to: path) }
    let refused = try Program.run(["init"] + Self.asOf, in: folder.url)
    #expect(refused.status == 2 && refused.diagnostics.contains("a.md, b.md"))
    #expect(try folder.files(below: ".").count == 2)
    #expect(try Program.run(["init", "--policy", "b.md"] + Self.asOf, in: folder.url).status == 0)
  }

  @Test func linksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "content"), withDestinationURL: outside.url)
    #expect(try Program.run(["init"] + Self.asOf, in: folder.url).status == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.url.path).isEmpty)
  }
}
