import SourceText
import TestSupport
import Testing

@testable import Site

/// Whatever a record says stands on its page.
@Suite struct KeptTextTests {
  /// Builds bodies whose visible words are known: each is used once.
  private struct BodyMaker {
    var random: SplitMix
    var words: [String] = []

    mutating func word() -> String {
      let word = "wort\(words.count)q"
      words.append(word)
      return word
    }

    mutating func block() -> String {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: "- \(word())\n- [x] \(word())\n- [ ] \(word())"
      case 1: "1. \(word())\n\n   \(word())"
      case 2: "> \(word())\n>\n> \(word())"
      case 3: "| \(word()) | b |\n|---|---|\n| \(word()) | TBD |"
      case 4: "```\n\(word())\n```"
      case 5: "<div>\n\(word())\n</div>"
      case 6: "<!-- hiddenword --> \(word())"
      case 7: "<!--\nhiddenword\n-->\n\n\(word()) <!-- hiddenword --> *\(word())*"
      case 8: "**\(word()):** TBD"
      case 9: "TODO: \(word())"
      case 10: "[x] \(word()) [ ] Low"
      default: "\(word()) [\(word())](https://example.org) `\(word())`\n\(word())"
      }
    }

    mutating func body() -> String {
      var parts: [String] = []
      if Bool.random(using: &random) { parts.append(block()) }
      if Bool.random(using: &random) { parts.append("## Change Request: \(word())") }
      if Bool.random(using: &random) { parts.append(block()) }
      let names = [
        "Title", "Summary", "Description", "Type", "Risk Level", "Justification", "Approvals",
        "Testing Evidence", "Schedule", "Notes", "Rollback Plan", "3. Impact", "Test Evidence",
      ]
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        let marks = String(repeating: "#", count: .random(in: 1...6, using: &random))
        parts.append("\(marks) \(names.randomElement(using: &random) ?? "Notes")")
        for _ in 0..<Int.random(in: 0...2, using: &random) { parts.append(block()) }
        if Int.random(in: 0..<4, using: &random) == 0 { parts.append("###### \(word())") }
      }
      return parts.joined(separator: "\n\n") + "\n"
    }
  }

  @Test(arguments: 0..<6)
  func showsEveryWordOfARecord(seed: UInt64) throws {
    var maker = BodyMaker(random: SplitMix(seed: seed))
    var changes: [String] = []
    var words: [[String]] = []
    for index in 0..<20 {
      let start = maker.words.count
      changes.append(
        "---\nid: CHG-2026-\(1000 + index)\nowner: \"@ann\"\n---\n" + maker.body())
      words.append(Array(maker.words[start...]))
    }
    let site = try RenderedSite(changes: changes)
    for index in changes.indices {
      let page = site["changes/CHG-2026-\(1000 + index).html"]
      for word in words[index] where !page.contains(word) {
        Issue.record("\(word) of \(changes[index]) is not on its page")
      }
      #expect(!page.contains("hiddenword"))
    }
  }

  @Test func showsTheTextOfIncidentsAndFreezesAboveTheirHeadings() throws {
    let site = try RenderedSite(
      changes: [],
      incidents: [
        "---\nid: INC-2026-001\nstarted: 2026-03-01T00:00Z\nlabels: [p1]\n---\nMind it.\n\n# Down\n\nText.\n"
      ],
      freezes: [
        "---\nfrom: 2026-05-01T00:00Z\nto: 2026-05-02T00:00Z\nticket: OPS-4\n---\nMind that.\n\n# Fair\n"
      ])
    let incident = site["incidents/INC-2026-001.html"]
    #expect(incident.contains("Mind it.") && incident.contains("<h1>Down</h1>"))
    #expect(incident.components("Down</h").count == 2)
    #expect(incident.contains("<code>labels</code>"))
    let freeze = try #require(
      site.paths.first { $0.hasPrefix("calendar/freezes/") && site[$0].contains("Mind that.") })
    #expect(site[freeze].contains("<code>ticket</code>"))
    #expect(site.faults.isEmpty, "\(site.faults)")
  }

  @Test func showsNoControlCharacterWhereverItComesFrom() throws {
    let bell = SourceFile.reading(
      path: "content/changes/1.md",
      bytes: Array(
        "---\nid: CHG-2026-0001\nowner: \"\\e[31mred\"\ntags: \"\\x07\"\n---\n"
          .utf8)
        + Array("# Ring the \u{7} bell &#27; \u{9B}\n\n### Type\n[x] Normal\n".utf8)
    ).file
    let site = try RenderedSite(changes: [bell.text(bell.wholeRange)])
    for (path, page) in site.pages {
      let control = page.unicodeScalars.first {
        $0.properties.generalCategory == .control && ![9, 10, 13].contains($0.value)
      }
      #expect(control == nil, "\(path)")
    }
    #expect(site["changes/CHG-2026-0001.html"].contains("Ring the \u{FFFD} bell \u{FFFD} \u{FFFD}"))
  }
}

extension String {
  fileprivate func components(_ mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false)
  }
}
