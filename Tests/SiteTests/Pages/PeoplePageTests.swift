import TestSupport
import Testing

@testable import Site

@Suite struct PeoplePageTests {
  /// Of several people each has a page with the changes that name them, and the part that they have.
  @Test func everybodyHasAPageWithTheirParts() throws {
    let site = try RenderedSite(
      changes: [
        record("CHG-2026-0001", "requester: \"@ann\"\nimplementer: \"@bob\""),
        record("CHG-2026-0002", "requester: \"@Bob\"\nimplementer: Cy Miller"),
        record("CHG-2026-0003", "requester: bob@example.com\nimplementer: \"@bob\""),
      ])
    for (page, ids) in [
      ("ann", ["0001"]), ("bob", ["0001", "0002", "0003"]), ("Cy-Miller", ["0002"]),
    ] {
      let text = site["people/\(page).html"]
      for id in ["0001", "0002", "0003"] {
        #expect(text.contains("CHG-2026-\(id).html") == ids.contains(id), "\(page) \(id)")
      }
    }
    #expect(site.words("people/ann.html").contains("Requester"))
    #expect(!site.words("people/ann.html").contains("Implementer"))
    #expect(site["changes/CHG-2026-0002.html"].contains("../people/bob.html"))
    #expect(site["changes/CHG-2026-0002.html"].contains("../people/Cy-Miller.html"))
    #expect(site["people/bob~40example.com.html"].contains("CHG-2026-0003"))
    #expect(site.faults == [])
  }

  /// Names that differ in signs alone have addresses of their own, whatever they are made of.
  @Test func everyNameHasAnAddressOfItsOwn() throws {
    let names = ["@a.b", "@a-b", "@a_b", "a b", "A B", "@A-B", "<b>x</b>", "名前", "@con", "@index"]
    let site = try RenderedSite(
      changes: names.enumerated().map { index, name in
        record("CHG-2026-000\(index)", "requester: \"\(name)\"\nimplementer: \"@zed\"")
      })
    let pages = site.paths.filter { $0.hasPrefix("people/") && $0 != "people/index.html" }
    #expect(Set(pages.map { $0.lowercased() }).count == pages.count)
    #expect(site.faults == [])
  }

  @Test func whatIsOverdueWaitsForWhoeverHoldsIt() throws {
    let open = SampleRecords.normal.without("started", "deployed", "outcome", "closed")
    let site = try RenderedSite(
      changes: [
        open.replacing(with: "---\nid: CHG-2026-0001\nimplementer: \"@ann\"\n---\n").text,
        record("CHG-2026-0002", "implementer: \"@bob\""),
      ])
    #expect(
      site["people/ann.html"].range("id=\"waiting\"", "</section>").contains("outcome overdue"))
    #expect(site["people/bob.html"].range("id=\"waiting\"", "</section>").contains("Nothing waits"))
    let attention = site["index.html"].range("id=\"attention\"", "</section>")
    #expect(attention.contains("CHG-2026-0001") && attention.contains("people/ann.html"))
    #expect(!attention.contains("CHG-2026-0002"))
    // Every page says how much there is, and leads there.
    let count = attention.components(of: "<li>")
    #expect(count > 0)
    for page in ["changes/index.html", "people/ann.html", "index.html"] {
      #expect(
        site[page].range("<aside class=\"status\"", "</aside>")
          .contains(count == 1 ? "1 needs attention" : "\(count) need attention"), "\(page)")
    }
  }
}
