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
  func leavesNoAnswer(_ path: String) throws {
    let run = try GateSite(["content/\(path)": Self.freeze]).gate(GateSite.open)
    #expect(run.status == 2, "\(run.output)")
  }

  @Test func areAllNamedAndStopNoBuild() throws {
    let files = Self.paths.map { ("content/\($0)", Self.freeze) }
    let site = try GateSite(Dictionary(files, uniquingKeysWith: { first, _ in first }))
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-02-01T00:00Z"], in: site.folder.url)
    #expect(check.status == 1)
    for path in Self.paths {
      // The file, or the folder that is refused as a whole.
      let parts = path.split(separator: "/")
      let named = parts.indices.map { "\"content/\(parts[...$0].joined(separator: "/"))\"" }
      #expect(named.contains { check.output.contains($0) }, "\(path)")
    }
    let build = try Program.run(["build"], in: site.folder.url)
    #expect(build.status == 0, "\(build.diagnostics)")
  }

  @Test func leavesAloneWhatDecidesNothing() throws {
    let pages = [
      "freezes/README.md", "freezes/summer/Readme.md", "freezes/2026/index.md",
      "incidents/readme.md", "incidents/2026/INDEX.md", "changes/README.md", "changes/index.md",
      "policy/README.md", "policy/index.md", "calendar/index.md",
    ]
    let others = ["changes/a.png", "changes/2026/run.log", "guide/x.yaml", "freezes/.gitkeep"]
    var files: [String: String] = [:]
    for path in pages { files["content/\(path)"] = "# How this is done\n\nText of \(path).\n" }
    for path in others { files["content/\(path)"] = path.hasSuffix(".gitkeep") ? "" : "x" }
    let site = try GateSite(files)
    #expect(try site.gate(GateSite.open).status == 0)
    let check = try Program.run(
      ["check", "--format", "json", "--as-of", "2026-02-01T00:00Z"], in: site.folder.url)
    for path in pages + others {
      #expect(!check.output.contains("content/\(path)"), "\(check.output)")
    }
    #expect(try Program.run(["build"], in: site.folder.url).status == 0)
    let texts = try site.folder.files(below: "site").filter { $0.key.hasSuffix(".html") }.values
      .map { String(decoding: $0, as: UTF8.self) }
    for path in pages {
      #expect(texts.count { $0.contains("Text of \(path)") } == 1, "\(path)")
    }
  }

  @Test func takesAReadmeWithFrontMatterForARecord() throws {
    for name in ["README.md", "index.md"] {
      let site = try GateSite(["content/freezes/\(name)": Self.freeze])
      #expect(try site.gate(GateSite.open).status == 1)
    }
  }
}
