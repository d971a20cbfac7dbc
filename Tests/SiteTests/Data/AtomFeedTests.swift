import Configuration
import Foundation
import TestSupport
import Testing

@testable import Site

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct AtomFeedTests {
  private func site(_ titles: [String], baseURL: String?) throws -> RenderedSite {
    var settings = Settings()
    settings.baseURL = baseURL
    return try RenderedSite(
      changes: titles.enumerated().map { index, title in
        record("CHG-2026-000\(index)", "title: \(title)")
      },
      incidents: [
        "---\nid: INC-2026-001\nstarted: 2026-03-09T03:00Z\n---\n# Down & out\n"
      ], settings: settings)
  }

  /// An XML parser reads it, whatever titles hold; ids are addresses, and the latest come first.
  @Test func isReadByAnXMLParser() throws {
    let feed = try site(
      ["'A & <b>'", "\"]]> \\\"quoted\\\"\"", "名前", "x"], baseURL: "https://example.org/b"
    ).feed
    let parser = XMLParser(data: Data(feed.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let entries = feed.components(separatedBy: "<entry>").dropFirst()
    #expect(entries.count > 5)
    let updated = entries.map { $0.range("<updated>", "</updated>") }
    #expect(updated == updated.sorted(by: >))
    let ids = entries.map { $0.range("<id>", "</id>") }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("https://example.org/b/") })
    #expect(feed.contains("Down &amp; out"))
    #expect(ids.contains("https://example.org/b/reports/monthly/2026-03.html"))
  }

  @Test func isThereOnlyWhereTheAddressIsKnown() throws {
    let without = try site(["x"], baseURL: nil)
    #expect(without.feed.isEmpty)
    #expect(!without["index.html"].contains("atom+xml"))
    let with = try site(["x"], baseURL: "https://example.org")
    #expect(with["index.html"].contains("application/atom+xml"))
  }
}
