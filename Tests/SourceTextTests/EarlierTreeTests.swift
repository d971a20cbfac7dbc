import Foundation
import SourceText
import Testing

/// A tree that is made from another one and from what was other is the tree that would be read.
@Suite struct EarlierTreeTests {
  private static let names = [
    "content/changes/CHG-1.md", "content/changes/2026/CHG-2.md", "content/changes/notes.txt",
    "content/changes/CHG-3.yaml", "content/policy/POL.md", "content/policy/POL.pdf",
    "content/policy/other.pdf", "content/incidents/INC-1.md", "content/incidents/run.log",
    "content/freezes/summit.md", "content/freezes/list.csv", "content/people.md",
    "content/systems.md", "content/published/2026-03.json", "content/published/x.txt",
    "content/holidays/de.ics", "content/deployments/log.jsonl", "content/deployments/log.csv",
    "content/guide/page.md", "content/guide/drawing.png",
  ]

  /// Texts of every kind: plain, not UTF-8, with controls, with a mark, too large, declaring something.
  private static func content(_ random: inout RepeatableRandom) -> [UInt8] {
    switch random.below(7) {
    case 0: [0x61, 0xFF, 0x62]
    case 1: [0xEF, 0xBB, 0xBF] + Array("# Marked\n".utf8)
    case 2: Array("a\u{1}b\n".utf8)
    case 3: [UInt8](repeating: 0x61, count: (1 << 20) + 1)
    case 4: Array("---\nfrom: 2026-03-01\nto: 2026-03-04\n---\n# Freeze\n".utf8)
    case 5: Array("{\"a\": 1}\n".utf8)
    default: Array("# Title \(random.below(1000))\n\nText.\n".utf8)
    }
  }

  @Test func isTheTreeThatWouldBeRead() throws {
    var random = RepeatableRandom(seed: 401)
    for _ in 0..<40 {
      var old: [String: [UInt8]] = [:]
      for name in Self.names where random.below(3) > 0 { old[name] = Self.content(&random) }
      var new = old
      for name in Self.names where random.below(3) == 0 {
        new[name] = random.below(3) == 0 ? nil : Self.content(&random)
      }
      let before = try Self.read(old)
      let now = try Self.read(new)
      let touched = Set(Self.names.filter { old[$0] != new[$0] })
      let files = touched.sorted().compactMap { name in
        old[name].map { EarlierFile(path: name, .bytes($0)) }
      }
      let made = now.earlier(files) { touched.contains($0) }
      #expect(made.files.map(\.path) == before.files.map(\.path))
      #expect(made.files.map(\.bytes) == before.files.map(\.bytes))
      #expect(Self.told(made) == Self.told(before))
    }
  }

  /// What lay beside a document may have gone with it, whether it was touched or not.
  private static func told(_ tree: SourceTree) -> [String] {
    tree.problems.filter { !$0.place.file.path.hasSuffix(".pdf") }.map {
      "\($0.place.file.path) \($0.place.range) \($0.kind)"
    }
  }

  private static func read(_ files: [String: [UInt8]]) throws -> SourceTree {
    let folder = try TemporaryFolder()
    try folder.write("content/index.md", "# Home\n")
    for (name, bytes) in files { try folder.write(name, bytes) }
    return try readSourceTree(root: folder.path, jobs: Jobs(1))
  }

  @Test func refusesLinks() throws {
    let tree = SourceTree(files: [])
    let made = tree.earlier([EarlierFile(path: "content/changes/a.md", .link)]) { _ in true }
    #expect(made.files.isEmpty)
    #expect(made.problems.map(\.kind) == [.refusedFile(what: "symbolic link")])
  }
}

/// Numbers that are the same on every run (SplitMix64).
private struct RepeatableRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
