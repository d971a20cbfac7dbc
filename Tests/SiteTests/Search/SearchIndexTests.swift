import Foundation
import Records
import TestSupport
import Testing

@testable import Site

@Suite struct SearchIndexTests {
  /// What each file hands to the search, by its name.
  private func parts(_ files: [OutputFile]) throws -> [String: String] {
    var parts: [String: String] = [:]
    for file in files {
      let text = String(decoding: file.content, as: UTF8.self)
      let call = try #require(text.wholeMatch(of: /changebookSearch\((.*)\);\n/))
      let arguments = try JSONDecoder().decode([String].self, from: Data("[\(call.1)]".utf8))
      try #require(arguments.count == 2 && file.path == "search/\(arguments[0]).js")
      parts[arguments[0]] = arguments[1]
    }
    return parts
  }

  private struct Overview: Decodable {
    struct Shards: Decodable {
      let names: [String]
      let starts: [String]
    }
    let count: Int
    let dated: Int
    let entries: Shards
    let lists: Shards
    let words: Shards
    let endings: Shards
  }

  private func overview(_ parts: [String: String]) throws -> Overview {
    try JSONDecoder().decode(Overview.self, from: Data((parts["index"] ?? "").utf8))
  }

  /// Records whose titles and people are made of anything.
  private func odd(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let pieces = [
      "</script>", "<!--", "\\u2028", "\u{2028}", "\u{202E}", "&amp;", "\\\"", "'", "\t", "%2e%2e/",
      "база", "移行", "é", "../", "javascript:", "0", "migrate", "the", "gateway", "\u{1F512}",
    ]
    return (0..<count).map { number in
      let title = (0...random.below(7)).map { _ in pieces[random.below(pieces.count)] }
        .joined(separator: random.below(2) == 0 ? " " : "")
      let quoted = title.replacing("'", with: "''").replacing("\t", with: " ")
      return record(
        "CHG-2026-\(10_000 + number)", "title: '\(quoted)'\nrequester: '@p\(number % 9)'")
    }
  }

  @Test func holdsEveryRecordAndLeadsToItsPage() throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let site = try RenderedSite(
        changes: odd(120, seed: seed),
        incidents: ["---\nid: INC-2026-001\ntitle: Stuck\nstarted: 2026-03-09T03:00Z\n---\nText.\n"]
      )
      let parts = try parts(site.searchIndex)
      let overview = try overview(parts)
      let lines = overview.entries.names.flatMap {
        (parts[$0] ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      }
      #expect(lines.count == overview.count && overview.dated == 121)
      let paths = site.paths
      for line in lines {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        try #require(fields.count == 5, "\(line)")
        let path = fields[3].split(separator: "#")[0].removingPercentEncoding ?? ""
        #expect(paths.contains(path), "\(line)")
        #expect(!line.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2028}" })
      }
      for change in site.register.changes {
        #expect(lines.prefix(overview.dated).contains { $0.hasPrefix("Change\t\(change.id)\t") })
      }
    }
  }

  @Test func aWordsListNamesTheEntriesThatHaveIt() throws {
    let site = try RenderedSite(changes: [
      record(
        "CHG-2026-0001", "title: Rotate zebracert\nsystems: [yakdb]\ndeployed: 2026-03-09T03:00Z"),
      record("CHG-2026-0002", "title: Nothing\nrequester: '@quokka'\ndeployed: 2026-03-19T03:00Z")
        + "\n## Technical Details\n\nThe zebracert is rotated.\n",
    ])
    let parts = try parts(site.searchIndex)
    let lists = try overview(parts).lists.names.flatMap {
      (parts[$0] ?? "").split(separator: "\n")
    }
    func entries(_ word: String) -> [[UInt32]] {
      lists.first { $0.hasPrefix("\(word) ") }.map {
        $0.split(separator: " ", omittingEmptySubsequences: false).dropFirst().map {
          SearchPostingsTests.read(Array($0.utf8))
        }
      } ?? []
    }
    // The latest is the first: text, title, the whole name.
    #expect(entries("zebracert") == [[0], [1], []])
    #expect(entries("chg20260001") == [[], [], [1]])
    #expect(entries("quokka").dropFirst().first == [0])
    #expect(entries("yakdb").dropFirst().first == [1])
  }

  @Test func isBoundedOrderedAndTheSameEveryTime() throws {
    let site = try RenderedSite(changes: odd(400, seed: 7))
    let files = site.searchIndex
    let again = site.searchIndex
    #expect(files.map(\.path) == again.map(\.path))
    #expect(files.indices.allSatisfy { files[$0].content == again[$0].content })
    #expect(Set(files.map(\.path)).count == files.count)
    #expect(files.allSatisfy { $0.content.count < 32_000 })
    let overview = try overview(try parts(files))
    for shards in [overview.lists, overview.words, overview.endings] {
      #expect(
        zip(shards.starts, shards.starts.dropFirst()).allSatisfy { $0.precedesInBrowsers($1) })
    }
    #expect(overview.entries.starts.first == "0")
  }

  @Test func textsAreOrderedAsBrowsersOrderThem() {
    var random = SplitMix(seed: 21)
    let scalars: [Unicode.Scalar] = [
      "a", "z", "\u{E9}", "\u{D7FF}", "\u{E000}", "\u{FF5E}", "\u{10000}", "\u{2F800}",
      "\u{10FFFF}",
    ]
    for _ in 0..<2000 {
      func text() -> String {
        var view = String.UnicodeScalarView()
        for _ in 0..<random.below(4) { view.append(scalars[random.below(scalars.count)]) }
        return String(view)
      }
      let (a, b) = (text(), text())
      #expect(a.precedesInBrowsers(b) == Array(a.utf16).lexicographicallyPrecedes(Array(b.utf16)))
    }
  }

  @Test func everyPageLeadsToTheSearchWithoutScripts() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001")])
    for (path, page) in site.pages {
      #expect(page.contains("search/index.html\" data-search>Search</a>"), "\(path)")
    }
    #expect(site.words("search/index.html").contains("Search needs JavaScript"))
    #expect(site["search/index.html"].contains("href=\"../changes/index.html\">Changes</a>"))
  }
}
