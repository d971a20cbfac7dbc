import TestSupport
import Testing

@testable import Site

@Suite struct CalendarFreezeTests {
  private static let audit = """
    ---
    name: Audit
    from: 2026-05-04T00:00Z
    to: 2026-05-08T00:00Z
    systems: [rpc-gateway]
    allowed: Emergency only
    declared: {by: "@ops-lead", at: 2026-04-01T09:00Z}
    ---
    # Audit

    The auditors read the gateway's log.
    """

  @Test func listsTheScheduledChangesThatItStops() throws {
    let site = try RenderedSite(
      changes: [
        CalendarSite.planned("CHG-2026-0001", "2026-05-05T02:00Z/2026-05-05T04:00Z"),
        CalendarSite.planned(
          "CHG-2026-0002", "2026-05-05T02:00Z/2026-05-05T04:00Z", "systems: [explorer]"),
        CalendarSite.planned(
          "CHG-2026-0003", "2026-05-05T02:00Z/2026-05-05T04:00Z", "type: Emergency"),
        CalendarSite.planned("CHG-2026-0004", "2026-05-08T00:00Z/2026-05-08T04:00Z"),
        CalendarSite.planned(
          "CHG-2026-0005", "2026-05-05T02:00Z/2026-05-05T04:00Z", "outcome: cancelled"),
        CalendarSite.planned("CHG-2026-0006", "2026-05-03T22:00Z/2026-05-04T01:00Z"),
      ], freezes: [Self.audit])
    let page = site["calendar/freezes/1.html"]
    let stopped = page.range("id=\"stopped\"", "</section>")
    for (id, isStopped) in [
      ("CHG-2026-0001", true), ("CHG-2026-0002", false), ("CHG-2026-0003", false),
      ("CHG-2026-0004", false), ("CHG-2026-0005", false), ("CHG-2026-0006", true),
    ] {
      #expect(stopped.contains(">\(id)</a>") == isStopped, "\(id)")
    }
    #expect(page.contains("@ops-lead"))
    #expect(page.contains("The auditors read"))
    #expect(site["changes/index.html"].contains("href=\"../calendar/freezes/1.html\""))
    #expect(site.faults == [])
  }

  @Test func tellsWhatWasCarriedOutWhileItHeld() throws {
    let site = try RenderedSite(
      changes: [
        CalendarSite.done("CHG-2026-0001", from: "2026-05-05T02:00Z", to: "2026-05-05T03:00Z"),
        CalendarSite.done(
          "CHG-2026-0002", from: "2026-05-05T02:00Z", to: "2026-05-05T03:00Z", "type: Emergency"),
        CalendarSite.done("CHG-2026-0003", from: "2026-05-09T02:00Z", to: "2026-05-09T03:00Z"),
      ], freezes: [Self.audit], asOf: "2026-06-01T00:00Z")
    let during = site["calendar/freezes/1.html"].range("id=\"during\"", "</section>")
    #expect(
      during.range(">CHG-2026-0001</a>", "</li>").contains("mark-bad")
        || during.range(">CHG-2026-0001</a>", "</li>").contains("CB404"))
    #expect(during.range(">CHG-2026-0002</a>", "</li>").contains("may pass"))
    #expect(!during.contains("CHG-2026-0003"))
  }

  @Test func anIncidentsFreezeLeadsToItsIncident() throws {
    let site = try RenderedSite(
      changes: [], incidents: ["---\nid: INC-2026-001\nstarted: 2026-04-03T09:30Z\n---\n# Down\n"])
    let page = site["calendar/freezes/post-incident-inc-2026-001.html"]
    #expect(page.contains("href=\"../../incidents/INC-2026-001.html\""))
    #expect(page.contains("no end is set"))
    #expect(page.contains("href=\"../../policy/POL-TEST-001.html#text-82-freezes\""))
    #expect(site.cell("2027-04-30").contains("Post-incident, INC-2026-001"))
    #expect(site.faults == [])
  }

  @Test func theFreezesOfTwoVersionsShareAPageAndEachHoldsWhileItsVersionDoes() throws {
    let site = try RenderedSite(
      changes: [],
      policies: [
        SamplePolicy.text,
        CalendarSite.policy(
          version: "2.0", effective: "2026-12-28", replacing: "Dec 20 - Jan 5",
          with: "Dec 24 - Jan 2"),
      ], asOf: "2026-12-01T00:00Z")
    let page = site["calendar/freezes/holiday-freeze.html"]
    let held = page.range("id=\"occurrences\"", "</section>")
    #expect(
      held.contains("20 Dec 2026, 00:00 UTC</time> – <time datetime=\"2026-12-28T00:00:00Z\">"))
    #expect(
      held.contains("28 Dec 2026, 00:00 UTC</time> – <time datetime=\"2027-01-03T00:00:00Z\">"))
    #expect(site.faults == [])
  }

  @Test func freezesWithOneNameHavePagesOfTheirOwn() throws {
    func freeze(_ from: String) -> String { "---\nname: \"<b>&\"\nfrom: \(from)\n---\n" }
    let site = try RenderedSite(
      changes: [], freezes: [freeze("2026-04-01T00:00Z"), freeze("2026-04-02T00:00Z")])
    #expect(site.paths.contains("calendar/freezes/1.html"))
    #expect(site.paths.contains("calendar/freezes/2.html"))
    #expect(site.faults == [])
  }
}
