import SourceText
import Chronology
import Configuration
import TestSupport
import Testing

@testable import Site

@Suite struct CalendarWholeTests {
  @Test func everyPageOfAFullCalendarHoldsTogether() throws {
    var settings = Settings()
    settings.zone = Zone(named: "Europe/Zurich")
    let hostile = [
      "<b>bold</b> & \"quoted\"", "🚀🧨 Ship", "שינוי תעודות", String(repeating: "w", count: 300),
    ]
    let changes = hostile.enumerated().map { index, title in
      CalendarSite.done(
        "CHG-2026-000\(index + 1)", from: "2026-03-29T0\(index):30Z", to: "2026-03-29T05:00Z",
        title: title, "systems: [rpc-gateway, '<img src=x>']")
    }
    let site = try RenderedSite(
      changes: changes + [
        CalendarSite.planned("CHG-2026-0010", "2026-12-31T22:00Z/2027-01-01T04:00Z"),
        CalendarSite.planned("CHG-2026-0011", "2026-05-01T00:00Z/2026-08-01T00:00Z"),
        CalendarSite.done("CHG-2026-0012", from: "2026-03-09T02:00Z", to: "2026-03-08T02:00Z"),
        "---\nid: CHG-2026-0013\n---\n",
      ],
      incidents: ["---\nid: INC-2026-001\nstarted: 2026-03-20T09:30Z\n---\n# Down\n"],
      freezes: [
        "---\nname: Storm <i>\nfrom: 2026-04-01T00:00Z\n---\n",
        "---\nname: Wrong way\nfrom: 2026-04-02T00:00Z\nto: 2026-04-01T00:00Z\n---\n",
        "---\nname: Never\n---\n",
      ],
      policies: [
        FullPolicy.text.replacing("2026-01-01", with: "2026-01-02"),
        CalendarSite.policy(version: "2.0", effective: "2026-03-15"),
      ], settings: settings)
    #expect(site.faults == [])
    for (path, page) in site.pages where path.hasPrefix("calendar/") {
      #expect(
        !page.contains("<img") && !page.contains("<b>bold") && !page.contains("<i>"), "\(path)")
    }
    #expect(site["calendar/2026-W13.html"].contains("the day has 23 hours."))
    #expect(site["calendar/2026-W43.html"].contains("the day has 25 hours."))
    #expect(site["changes/index.html"].contains("without a start and an end in order"))
  }

  @Test func aPolicyWithoutWindowsAndFreezesSaysSo() throws {
    let text = FullPolicy.text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        ![
          "Low-traffic", "Business hours", "Any time", "Window |", "Period |", "Holiday", "Major",
          "Post-incident",
        ].contains { line.contains($0) }
      }.joined(separator: "\n")
    var settings = Settings()
    let place = Place(startOf: SourceFile(path: "changebook.yml", text: ""))
    (settings.answersWindows, settings.answersFreezes) = (place, place)
    let site = try RenderedSite(
      changes: [record("CHG-2026-0001")], policies: [text], settings: settings)
    #expect(site.faults == [])
    #expect(
      site["calendar/2026-03.html"].contains("The policy has no table of windows"))
    #expect(site["calendar/index.html"].contains("No freeze holds, and none is to come."))
    #expect(site["index.html"].contains("the policy has no windows"))
    #expect(site["changes/CHG-2026-0001.html"].contains("The policy has no windows."))
  }

  @Test func aRecordSaysWhichWindowsItMayUseAndWhetherItKeptToThem() throws {
    func page(_ start: String, _ end: String, _ more: String = "") throws -> String {
      try RenderedSite(
        changes: [CalendarSite.done("CHG-2026-0001", from: start, to: end, more)],
        policies: [FullPolicy.text])["changes/CHG-2026-0001.html"]
    }
    let kept = try page("2026-03-09T14:05Z", "2026-03-09T15:00Z")
    #expect(kept.contains("Permitted windows: <bdi>Low-traffic</bdi>, <a href=\"../policy/"))
    #expect(kept.contains(">02:00-06:00</a> and <bdi>Business hours"))
    #expect(kept.contains("It kept to them."))
    #expect(kept.contains("href=\"../calendar/2026-W11.html\""))
    #expect(
      try page("2026-03-09T12:00Z", "2026-03-09T13:00Z").contains("It began outside of them."))
    #expect(
      try page("2026-03-09T17:30Z", "2026-03-09T18:30Z").contains(
        "It went on after <time datetime=\"2026-03-09T18:00:00Z\">"))
    #expect(
      try page("2026-03-09T12:00Z", "2026-03-09T13:00Z", "type: Emergency")
        .contains("An emergency needs no window."))
  }
}
