import Configuration
import TestSupport
import Testing

@testable import Site

/// What a page says to those who find it from elsewhere.
@Suite struct PageHeadTests {
  @Test func everyPageSaysWhatItComesTo() throws {
    var settings = Settings()
    settings.baseURL = "https://changes.example.org/book"
    settings.repository = Repository(
      "https://github.com/example/changes/tree/main/a b".replacing(" ", with: "%20"))
    let site = try RenderedSite(
      changes: [record("CHG-2026-0001", "title: \"Say \\\"<b>\\\" & go\"")], settings: settings)
    for (path, page) in site.pages where path != "404.html" {
      let description = page.range(
        "name=\"description\" property=\"og:description\" content=\"", "\"")
      #expect(!description.isEmpty, "\(path)")
      #expect(description.count < 260, "\(path)")
      #expect(!description.contains("<"), "\(path)")
      #expect(
        page.contains("rel=\"canonical\" href=\"https://changes.example.org/book/"), "\(path)")
    }
    let record = site["changes/CHG-2026-0001.html"]
    #expect(
      record.contains(
        "https://github.com/example/changes/edit/main/a%20b/content/changes/1.md"))
    #expect(record.contains("https://github.com/example/changes/commits/main/a%20b/content"))
    #expect(!site["changes/index.html"].contains("github.com"))
    #expect(
      site["calendar/index.html"].contains("webcal://changes.example.org/book/data/calendar.ics"))
    #expect(site.faults == [])
  }

  /// The twin of every page has its title, names what it leads to, and holds no markup of HTML.
  @Test func everyPageHasATwin() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001", "title: \"Say <b> & *go*\""),
        record("CHG-2026-0002", "outcome: failed\nsystems: [rpc-gateway]"),
      ],
      freezes: [
        "---\nname: Storm\nfrom: 2026-04-10T00:00Z\n---\n# Storm\n\n<!-- secret -->\nText.\n"
      ])
    for path in site.paths.sorted() where path != "404.html" {
      let twin = site.twin(path)
      #expect(twin.hasPrefix("# "), "\(path)")
      #expect(!twin.contains("<div") && !twin.contains("class="), "\(path)")
      #expect(!twin.contains("secret"), "\(path)")
      #expect(site[path].contains("type=\"text/markdown\""), "\(path)")
    }
    let record = site.twin("changes/CHG-2026-0001.html")
    #expect(record.contains("# Say \\<b\\> \\& \\*go\\*"))
    #expect(site.twin("changes/index.html").contains("](<CHG-2026-0002.html>)"))
    #expect(site.twin("index.html").contains("Needs attention"))
    #expect(site.twin("404.html").isEmpty)
  }
}
