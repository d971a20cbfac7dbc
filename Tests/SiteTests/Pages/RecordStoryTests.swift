import Chronology
import Foundation
import TestSupport
import Testing

@testable import Site

/// A record's page says first how it ended and what was found, and leads to the records around it.
@Suite struct RecordStoryTests {
  private func change(_ id: String, _ keys: String = "", adding text: String = "") -> String {
    SampleRecords.normal.replacing(with: "---\nid: \(id)\n\(keys)\n---\n").text + text
  }

  @Test func aChangeThatWentWrongTellsWhatHappenedBeforeThePlan() throws {
    let text = "\n### What we saw\n\nThe pool ran dry within minutes.\n"
    for (outcome, isFirst) in [
      ("failed", true), ("successful with issues", true), ("aborted", true), ("successful", false),
    ] {
      let site = try RenderedSite(
        changes: [change("CHG-2026-0001", "outcome: \(outcome)", adding: text)])
      let page = site["changes/CHG-2026-0001.html"]
      let story = try #require(page.range(of: "The pool ran dry"))
      let plan = try #require(page.range(of: "id=\"text-implementation-plan\""))
      #expect((story.lowerBound < plan.lowerBound) == isFirst, "\(outcome)")
      #expect(page.components(of: "The pool ran dry") == 1)
      #expect(site.faults == [])
    }
  }

  @Test func theHeadCountsTheFindingsAndLeadsToThem() throws {
    let site = try RenderedSite(changes: [
      change(
        "CHG-2026-0001",
        "started: 2026-03-06T12:00Z\nscheduled: 2026-03-06T12:00Z/2026-03-09T03:00Z")
    ])
    let head = site["changes/CHG-2026-0001.html"].range("class=\"badges\"", "</ul>")
    #expect(head.contains("breach"))
    #expect(head.contains("href=\"#times\"") || head.contains("href=\"#approvals\""))
    let clean = try RenderedSite(changes: [change("CHG-2026-0001")])
    #expect(
      !clean["changes/CHG-2026-0001.html"].range("class=\"badges\"", "</ul>").contains("sev-"))
  }

  /// Whatever a record says of another one stands on both pages.
  @Test(arguments: [
    ("follows", "Follows", "Followed by"), ("supersedes", "Supersedes", "Superseded by"),
  ])
  func relationsGoBothWays(key: String, here: String, there: String) throws {
    let site = try RenderedSite(changes: [
      change("CHG-2026-0001"), change("CHG-2026-0002", "\(key): CHG-2026-0001"),
    ])
    func related(_ id: String) -> String {
      site["changes/\(id).html"].range("id=\"related\"", "</section>")
    }
    #expect(related("CHG-2026-0002").contains("\(here) <a"))
    #expect(related("CHG-2026-0001").contains("\(there) <a"))
    #expect(related("CHG-2026-0001").contains("CHG-2026-0002.html"))
    #expect(site.faults == [])
  }

  @Test func aFigureNamesTheRecordsOfItsLastMonthAndAddsThemUp() throws {
    let outcomes = ["successful", "failed", "successful", "rolled back", "successful"]
    let site = try RenderedSite(
      changes: outcomes.enumerated().map { change("CHG-2026-000\($0)", "outcome: \($1)") })
    let section = site["figures/change-success-rate.html"].range("id=\"counted\"", "</section>")
    #expect(section.contains("5 changes: 3 in the numerator"))
    #expect(section.contains("2 in the denominator only; none excluded"))
    #expect(section.components(of: "in the denominator only</span>") == 2)
    #expect(section.components(of: "in the numerator</span>") == 3)
    // What keeps the rate from being better comes first.
    let first = section.range("<tbody>", "</tr>")
    #expect(first.contains("in the denominator only"))
  }

  @Test func everyPrintedSheetNamesTheSite() {
    let file = runningFoot(
      title: "A \"site\"\\ of\u{0} <ours>", asOf: Instant(secondsSinceEpoch: 0), zone: .utc)
    let text = String(decoding: file.content, as: UTF8.self)
    #expect(
      text.contains("content: \"A \\22 site\\22 \\5c  of\\0  \\3c ours\\3e  · as of 1 Jan 1970"))
    #expect(text.contains("counter(page) \" of \" counter(pages)"))
  }
}
