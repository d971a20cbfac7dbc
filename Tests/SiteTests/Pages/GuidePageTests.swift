import Records
import SourceText
import TestSupport
import Testing

@testable import Site

@Suite struct GuidePageTests {
  /// Pages of the guide and others, in any number, of which each is looked at in turn.
  @Test func leadsToThePageBeforeAndThatAfter() {
    var random = SplitMix(seed: 11)
    for _ in 0..<40 {
      let slugs = (0...random.below(8)).map { number in
        random.below(3) == 0 ? "other-\(number)" : "guide/page-\(number)"
      }
      let pages = slugs.map { slug in
        let page = readPage(SourceFile(path: "content/\(slug).md", text: "# Title of \(slug)\n"))
        return (page: page, route: Route.page(page.slug))
      }
      let guide = pages.filter { $0.page.slug.hasPrefix("guide/") }
      for (index, here) in guide.enumerated() {
        let links = GuideLink.all(pages, at: here.route)
        #expect(links.map(\.name) == guide.map(\.page.title))
        #expect(links.filter(\.isHere).map(\.name) == [here.page.title])
        let around = NeighbourLink.around(links)
        let before = around.filter { $0.side == .previous }.map(\.name)
        let after = around.filter { $0.side == .next }.map(\.name)
        #expect(before == (index > 0 ? [guide[index - 1].page.title] : []))
        #expect(after == (index + 1 < guide.count ? [guide[index + 1].page.title] : []))
      }
      #expect(NeighbourLink.around(GuideLink.all(pages, at: .search)).isEmpty)
    }
  }
}
