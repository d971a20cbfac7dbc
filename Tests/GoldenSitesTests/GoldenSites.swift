import Foundation
import TestSupport
import Testing

/// Whole small sites, one behaviour each. Of what is built of `Tests/GoldenSites/<behaviour>/content` a
/// page of each kind and the data must be what stands in `expected`, byte for byte; `paths.txt` there
/// names every file, and all pages keep the invariants. `make golden` rewrites what is expected.
@Suite struct GoldenSites {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "GoldenSites")

  static var behaviours: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The theme, pages that say the same in every site, and what the search looks in, which holds the
  /// words of those.
  static let sameEverywhere = ["assets/", "guide/", "data/schema/", "search/"]

  /// A page of each kind; a change of markup is then a change that a person can read.
  static let pages: Set<String> = [
    "index.html", "index.md", "changes/index.html", "changes/2026-03.html",
    "changes/CHG-2026-0001.html", "changes/CHG-2026-0001.md", "incidents/INC-2026-001.html",
    "calendar/2026-03.html", "calendar/2026-W11.html", "calendar/freezes/holiday-freeze.html",
    "policy/POL-TEST-001.html", "reports/monthly/2026-03.html", "findings/index.html",
    "figures/change-success-rate.html", "systems/rpc-gateway.html", "people/runtime-lead.html",
    "compliance/audit-log.html",
  ]

  private static func isCompared(_ path: String) -> Bool {
    pages.contains(path) || !path.hasSuffix(".html") && !path.hasSuffix(".md")
  }

  @Test func thereAreSome() { #expect(!Self.behaviours.isEmpty) }

  @Test(arguments: behaviours) func isBuiltAsExpected(behaviour: String) throws {
    let golden = Self.folder.appending(path: behaviour)
    let work = try TemporaryFolder()
    let site = work.url.appending(path: "work")
    try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
    for name in ["content", "changebook.yml", "templates"] {
      let source = golden.appending(path: name)
      guard FileManager.default.fileExists(atPath: source.path) else { continue }
      try FileManager.default.copyItem(at: source, to: site.appending(path: name))
    }
    let run = try Program.run(
      [
        "build", "--root", site.path, "--output", work.url.appending(path: "site").path,
        "--as-of", "2026-04-15T12:00Z", "--quiet",
      ], in: work.url)
    #expect(run.status == 0, "\(run.diagnostics)")
    let built = try work.files(below: "site")
    #expect(PageInvariants.faults(in: built) == [])

    let found = built.filter { file in
      !Self.sameEverywhere.contains { file.key.hasPrefix($0) }
    }
    let expectedFolder = golden.appending(path: "expected")
    if ProcessInfo.processInfo.environment["CHANGEBOOK_REWRITE_GOLDEN"] != nil {
      try rewrite(expectedFolder, with: found.filter { Self.isCompared($0.key) })
      try paths(found).write(
        to: expectedFolder.appending(path: "paths.txt"), atomically: true, encoding: .utf8)
      return
    }
    var expected = try FolderContents.read(expectedFolder)
    let named = expected.removeValue(forKey: "paths.txt") ?? []
    #expect(paths(found) == String(decoding: named, as: UTF8.self))
    #expect(found.keys.filter(Self.isCompared).sorted() == expected.keys.sorted())
    for path in expected.keys.sorted() {
      guard let bytes = found[path], bytes != expected[path] else { continue }
      Issue.record("\(behaviour)/\(path) differs: \(firstDifference(bytes, expected[path] ?? []))")
    }
  }

  /// Every file, a line each.
  private func paths(_ files: [String: [UInt8]]) -> String {
    files.keys.sorted().map { "\($0)\n" }.joined()
  }

  private func rewrite(_ folder: URL, with files: [String: [UInt8]]) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// The first line that is not the same, in both.
  private func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let a = found.split(separator: 0x0A, omittingEmptySubsequences: false)
    let b = expected.split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in 0..<max(a.count, b.count) {
      let x = line < a.count ? String(decoding: a[line], as: UTF8.self) : "(nothing)"
      let y = line < b.count ? String(decoding: b[line], as: UTF8.self) : "(nothing)"
      if x != y { return "line \(line + 1) is\n  \(x)\nand was expected to be\n  \(y)" }
    }
    return "nothing"
  }
}
