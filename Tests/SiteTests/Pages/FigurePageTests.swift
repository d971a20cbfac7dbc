import TestSupport
import Testing

@testable import Site

@Suite struct FigurePageTests {
  private static let changes = [
    record("CHG-2026-0001"), record("CHG-2026-0002"),
    record("CHG-2026-0003", "outcome: failed"), record("CHG-2026-0004", "outcome: done"),
  ]

  @Test func aCardShowsKOfNAndOpensTheRecordsBehindIt() throws {
    let site = try RenderedSite(changes: Self.changes)
    let page = site["index.html"]
    #expect(page.contains("<b>66.7 %</b>"))
    #expect(page.contains("href=\"figures/change-success-rate/index.html#2026-03\">2 of 3</a>"))
    #expect(page.contains("<span class=\"missed\">missed</span>"))
    #expect(page.contains("April so far: no data"))
  }

  @Test func aFigurePageListsWhatIsCountedAndWhatIsLeftOut() throws {
    let site = try RenderedSite(changes: Self.changes)
    let march = site["figures/change-success-rate/index.html"]
      .range("<div id=\"2026-03\"", "</details>")
    let above = march.range("Counted above the line", "Counted below")
    #expect(above.contains("CHG-2026-0001") && above.contains("CHG-2026-0002"))
    #expect(march.range("Counted below the line only", "Left out").contains("CHG-2026-0003"))
    #expect(march.range("Left out, could not be read", "</ul>").contains("CHG-2026-0004"))
  }

  @Test func aMonthWithoutDataIsNeverZero() throws {
    let site = try RenderedSite(changes: [])
    #expect(site["index.html"].contains("<b>no data</b>"))
    #expect(!site["index.html"].contains("<b>0 %</b>"))
    #expect(!site["figures/rollback-rate/index.html"].contains("<svg"))
  }

  @Test func theTargetLinksToItsClause() throws {
    let site = try RenderedSite(changes: Self.changes)
    let definition = site["figures/change-success-rate/index.html"].range(
      "Definition", "</section>")
    #expect(definition.contains("policy/"))
    #expect(definition.contains("#text-"))
  }
}
