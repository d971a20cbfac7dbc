import Findings
import Records
import SourceText
import TestSupport
import Testing

@testable import Site

@Suite struct FindingsPageTests {
  /// So many findings of random severities, some of them waived, on random lines of three records.
  private func site(_ count: Int, seed: UInt64) throws -> RenderedSite {
    var random = SplitMix(seed: seed)
    return try RenderedSite(changes: (1...3).map { record("CHG-2026-000\($0)") }) { register in
      (0..<count).compactMap { number in
        let file = register.changes[random.below(3)].file
        let severity = Severity.allCases[random.below(Severity.allCases.count)]
        return RuleCode(parsing: "CB30\(1 + random.below(5))").map {
          Finding($0, severity, "Made up \(number)", at: Place(startOf: file))
        }
      }
    }
  }

  /// The severities of the rows of a page, in order.
  private func severities(_ page: String) -> [String] {
    page.matches(of: /<span class="sev sev-([a-z]+)">[^<]*<\/span><\/td>/).map { String($0.1) }
  }

  @Test(arguments: [1, 2, 3]) func listsEveryFindingOnceTheWorstFirst(seed: UInt64) throws {
    let site = try site(410, seed: seed)
    let count = (410 + rowsPerPage - 1) / rowsPerPage
    let pages = (1...count).map {
      site[$0 == 1 ? "findings/index.html" : "findings/page/\($0).html"]
    }
    let rows = pages.flatMap(severities)
    #expect(pages.map { severities($0).count }.max() == rowsPerPage)
    let order = Severity.allCases.map(\.rawValue) + ["waived"]
    let ranks = rows.map { order.firstIndex(of: $0) ?? -1 }
    #expect(ranks == ranks.sorted())
    let found = pages.flatMap { $0.matches(of: /Made up ([0-9]+) \(line/).compactMap { Int($0.1) } }
    #expect(found.sorted() == Array(0..<410))
    #expect(site["findings/page/\(count + 1).html"].isEmpty)
  }

  @Test func namesTheRecordItsTitleItsOwnerAndItsType() throws {
    let site = try RenderedSite(changes: [
      record("CHG-2026-0001", "title: Rotate keys\nowner: '@olga'\noutcome: done")
    ])
    let page = site["findings/index.html"]
    let row = try #require(page.split(separator: "<tr>").first { $0.contains("outcome") })
    for text in ["CHG-2026-0001</a>", "Rotate keys", "@olga", "Normal"] {
      #expect(row.contains(text), "\(text)")
    }
    #expect(page.contains("href=\"counts.html\""))
    #expect(site["findings/counts.html"].contains("id=\"by-rule\""))
    // The list is above everything else.
    let list = try #require(page.firstRange(of: "<table data-register>"))
    let unread = try #require(page.firstRange(of: "id=\"unread\""))
    #expect(list.lowerBound < unread.lowerBound && !page.contains("id=\"by-rule\""))
  }
}
