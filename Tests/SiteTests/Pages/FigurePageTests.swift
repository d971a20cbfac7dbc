import Foundation
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
    #expect(page.contains("<b>66.7%</b>"))
    #expect(page.contains("href=\"figures/change-success-rate.html#2026-03\">2 of 3</a>"))
    #expect(page.contains("<span class=\"missed\">missed</span>"))
    #expect(page.contains("April so far: no data"))
  }

  @Test func aFigurePageListsWhatIsCountedAndWhatIsLeftOut() throws {
    let site = try RenderedSite(changes: Self.changes)
    let march = site["figures/change-success-rate.html"]
      .range("<div id=\"2026-03\"", "</details>")
    let above = march.range("In the numerator", "In the denominator")
    #expect(above.contains("CHG-2026-0001") && above.contains("CHG-2026-0002"))
    #expect(march.range("In the denominator only", "Excluded").contains("CHG-2026-0003"))
    #expect(march.range("Excluded: with errors", "</ul>").contains("CHG-2026-0004"))
  }

  @Test func aMonthWithoutDataIsNeverZero() throws {
    let site = try RenderedSite(changes: [])
    #expect(site["index.html"].contains("<b>no data</b>"))
    #expect(!site["index.html"].contains("<b>0%</b>"))
    #expect(!site["figures/rollback-rate.html"].contains("<svg"))
  }

  @Test func theTargetLinksToItsClause() throws {
    let site = try RenderedSite(changes: Self.changes)
    let definition = site["figures/change-success-rate.html"].range(
      "Definition", "</section>")
    #expect(definition.contains("policy/"))
    #expect(definition.contains("#text-"))
  }
}

@Suite struct FigureDepthTests {
  private static let changes = [
    record("CHG-2026-0001", "risk: Low"), record("CHG-2026-0002", "outcome: failed"),
    record("CHG-2026-0003", "type: Standard"),
  ]

  @Test func theIndexHasEveryFigureAndWhatItCounts() throws {
    let site = try RenderedSite(changes: Self.changes)
    let index = site["figures/index.html"]
    #expect(index.range("id=\"policy\"", "</section>").contains("Change success rate"))
    #expect(index.range("id=\"beside\"", "</section>").contains("Rework rate"))
    #expect(index.contains("<a href=\"change-success-rate.html#2026-03\">2 of 3</a>"))
    #expect(index.contains("../changes/2026-03.html?type=Normal"))
    #expect(index.contains("id=\"by-outcome-1\""))
    #expect(index.contains("starts.html#at-1-02"))
    #expect(site["figures/starts.html"].contains("id=\"at-1-02\""))
  }

  @Test func partsAndWeeksLeadToTheirRecords() throws {
    let site = try RenderedSite(changes: Self.changes)
    let page = site["figures/change-success-rate.html"]
    #expect(page.range("By type", "</table>").contains("change-success-rate/groups.html#type-"))
    #expect(page.contains("change-success-rate/weeks.html#2026-W11"))
    #expect(site["figures/change-success-rate/weeks.html"].contains("CHG-2026-0002"))
    let groups = site["figures/change-success-rate/groups.html"]
    #expect(groups.range("id=\"risk\"", "</section>").contains("Low"))
    #expect(page.range("Quarters and years", "</table>").contains("href=\"#2026-03\">Mar</a>"))
  }

  @Test func aDurationHasAStripByRisk() throws {
    let site = try RenderedSite(changes: Self.changes)
    #expect(site["figures/mean-time-to-deploy.html"].contains("Each change"))
    #expect(site["figures/mean-time-to-deploy.html"].contains("class=\"s-median\""))
    #expect(!site["figures/rollback-rate.html"].contains("Each change"))
  }

  @Test func chartsHoldWhateverRecordsSay() throws {
    let site = try RenderedSite(changes: [
      record("CHG-2026-0001", "started: 2026-03-09T03:00Z\ndeployed: 2026-03-08T03:00Z"),
      record("CHG-2026-0002", "requested: 0001-01-01T00:00Z"),
      record("CHG-2026-0003", "deployed: 2199-01-01T00:00Z\nclosed: 2199-01-02T00:00Z"),
    ])
    #expect(site.faults == [])
    for (path, page) in site.pages where page.contains("<svg") {
      #expect(!page.contains("\"nan") && !page.contains("\"inf"), "\(path)")
    }
  }
}

/// Several targets for one figure, and targets for some of the changes only.
@Suite struct SeveralTargetsTests {
  private static let row = "| Rollback rate | <2% | Rollbacks / Total |"

  private func site(_ rows: String...) throws -> RenderedSite {
    try RenderedSite(
      changes: [
        record("CHG-2026-0001"), record("CHG-2026-0002"),
        record("CHG-2026-0003", "outcome: failed"),
        record("CHG-2026-0004", "type: Emergency"),
      ],
      policies: [
        SamplePolicy.text.replacingOccurrences(
          of: Self.row, with: ([Self.row] + rows).joined(separator: "\n"))
      ])
  }

  @Test func eachTargetHasACardARowAndAColumn() throws {
    let site = try site(
      "| Change success rate (normal) | >60% | |",
      "| Mean time to deploy | <1 minute (emergency) | |"
    )
    for title in ["Change success rate (normal)", "Mean time to deploy (Emergency)"] {
      #expect(site["index.html"].contains(">\(title)</a></h3>"), "\(title)")
      #expect(
        site["figures/index.html"].range("id=\"policy\"", "</section>").contains(">\(title)</a>"),
        "\(title)")
    }
    let page = site["figures/change-success-rate.html"]
    #expect(page.contains("Change success rate: each target by month, the latest first"))
    #expect(page.contains("Above 60% for Normal"))
    #expect(!site["figures/rollback-rate.html"].contains("each target by month"))
    #expect(site.faults.isEmpty)
  }

  @Test func aFigureWithATargetForSomeChangesOnlyIsAmongThosesWithTargets() throws {
    let site = try site("| Change failure rate (normal) | <50% | |")
    let policy = site["figures/index.html"].range("id=\"policy\"", "</section>")
    #expect(policy.contains(">Change failure rate (normal)</a>"))
    #expect(
      !site["figures/index.html"].range("id=\"beside\"", "</section>").contains(
        ">Change failure rate (normal)</a>"))
    #expect(site["index.html"].contains(">Change failure rate (normal)</a></h3>"))
  }
}
