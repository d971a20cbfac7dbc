import Foundation
import TestSupport
import Testing

/// A freeze that is saved where it is not read holds nothing back; so the gate does not open, and
/// `check` names the file.
@Suite struct UnreadFileTests {
  private static let freeze = """
    ---
    name: Summit
    from: 2026-03-01T00:00Z
    to: 2026-04-01T00:00Z
    allowed: Emergency only
    ---
    # Summit

    """

  static let paths = [
    "freezes/x.MD", "freezes/x.markdown", "freezes/x.txt", "freezes/x.yaml", "freezes/x.yml",
    "freezes/x.md.txt", "freezes/.x.md", "freezes/.hidden/x.md", "freezes/2026/x", "freeze/x.md",
    "Freezes/x.md", "FREEZES/x.yaml", "frezees/x.md", "incidents/x.MD", "incidents/x.json",
    "Incident/x.md", "policy/next.txt", "policies/x.md", "guide/x.md", "guide/freezes/x.md", "x.md",
    "freezes.md", "incidents/a/README.markdown", "freezes/a.md/x.md",
  ]

  @Test(arguments: paths)
  func isUnknownAndNamed(_ path: String) throws {
    let site = try GateSite(["content/\(path)": Self.freeze])
    let run = try site.gate(GateSite.open)
    #expect(run.status == 2, "\(run.output)")
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-02-01T00:00Z"], in: site.folder.url)
    #expect(check.status == 1)
    let named = path.split(separator: "/").indices.map { end in
      "content/" + path.split(separator: "/")[...end].joined(separator: "/")
    }
    #expect(named.contains { check.output.contains("\"\($0)\"") }, "\(check.output)")
    #expect(try Program.run(["build"], in: site.folder.url).status == 0)
  }

  @Test(arguments: [
    "freezes/README.md", "freezes/Readme.md", "freezes/2026/index.md", "incidents/readme.md",
    "incidents/INDEX.md", "changes/README.md", "changes/index.md", "policy/README.md",
    "policy/index.md", "changes/a.png", "changes/2026/run.log", "guide/x.yaml",
  ])
  func leavesAloneWhatDecidesNothing(_ path: String) throws {
    let site = try GateSite(["content/\(path)": "# How this is done\n\nText of the page.\n"])
    #expect(try site.gate(GateSite.open).status == 0)
    let files = [path: "content/\(path)"].filter { $0.key.hasSuffix(".md") }
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-02-01T00:00Z"], in: site.folder.url)
    #expect(!check.output.contains("content/\(path)"), "\(check.output)")
    #expect(try Program.run(["build"], in: site.folder.url).status == 0)
    let pages = try site.folder.files(below: "site").filter { $0.key.hasSuffix(".html") }
    let texts = pages.values.count {
      String(decoding: $0, as: UTF8.self).contains("Text of the page")
    }
    #expect(texts == files.count)
  }

  @Test func takesAReadmeWithFrontMatterForARecord() throws {
    for name in ["README.md", "index.md"] {
      let site = try GateSite(["content/freezes/\(name)": Self.freeze])
      #expect(try site.gate(GateSite.open).status == 1)
    }
  }
}
