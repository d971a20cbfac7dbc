import Configuration
import Findings
import Records
import TestSupport
import Testing

@testable import Site

@Suite struct CalendarMonthTests {
  @Test func namesAChangeOnItsDayWithItsOutcome() throws {
    let site = try RenderedSite(changes: [
      CalendarSite.done(
        "CHG-2026-0001", from: "2026-03-09T02:05Z", to: "2026-03-09T02:40Z", title: "Turn the key",
        "outcome: failed")
    ])
    let cell = site.cell("2026-03-09")
    #expect(cell.contains("<span class=\"number\">02:05</span> <bdi>Turn the key</bdi>"))
    #expect(cell.contains("class=\"mark-bad\""))
    #expect(cell.contains(", CHG-2026-0001, failed</span>"))
    #expect(site.cell("2026-03-10").components(of: "<li>") == 0)
    let item = site.item("CHG-2026-0001", on: "2026-03")
    #expect(item.contains("<bdi>Turn the key</bdi>"))
    #expect(item.contains("rpc-gateway"))
  }

  @Test func aChangeStandsWhereItTookPlaceAndNotWhereItWasPlanned() throws {
    let site = try RenderedSite(changes: [
      record(
        "CHG-2026-0001",
        """
        scheduled: 2026-03-05T02:00Z/2026-03-05T04:00Z
        started: 2026-03-09T02:05Z
        deployed: 2026-03-09T02:40Z
        """)
    ])
    #expect(!site.cell("2026-03-05").contains("<li>"))
    #expect(site.cell("2026-03-09").contains("<li>"))
    #expect(site.item("CHG-2026-0001", on: "2026-W11").contains("planned <span"))
  }

  @Test func aCellHoldsAFewAndLeadsToTheListForTheRest() throws {
    let changes = (1...12).map {
      CalendarSite.done(
        "CHG-2026-00\(10 + $0)", from: "2026-03-09T02:\(10 + $0)Z", to: "2026-03-09T03:00Z")
    }
    let site = try RenderedSite(changes: changes)
    let cell = site.cell("2026-03-09")
    #expect(cell.components(of: "<bdi>") == 4)
    #expect(cell.contains("href=\"#day-2026-03-09\">+8<span> more</span>"))
    #expect(
      site["calendar/2026-03.html"].range("id=\"list\"", "</section>")
        .components(of: "class=\"id\"") == 12)
    #expect(site.faults == [])
  }

  @Test func marksWhatTheFindingsCallAConflict() throws {
    let site = try RenderedSite(
      changes: ["1", "2", "3"].map {
        CalendarSite.done(
          "CHG-2026-000\($0)", from: "2026-03-0\($0)T02:00Z", to: "2026-03-0\($0)T03:00Z",
          "systems: [system-\($0)]")
      },
      adding: { register in
        register.changes.prefix(2).map {
          Finding(
            RuleCode(407), .warning, "overlaps another", at: $0.idPlace, record: $0.id,
            topic: .timing, fact: .conflict(with: nil))
        }
      })
    for (id, day, isMarked) in [
      ("CHG-2026-0001", "2026-03-01", true), ("CHG-2026-0002", "2026-03-02", true),
      ("CHG-2026-0003", "2026-03-03", false),
    ] {
      #expect(site.cell(day).contains("mark-conflict") == isMarked, "\(day)")
      #expect(site.item(id, on: "2026-03").contains("mark-conflict") == isMarked, "\(id)")
      #expect(
        site.item(id, on: "2026-W\(id == "CHG-2026-0001" ? "09" : "10")")
          .contains("mark-conflict") == isMarked)
    }
    #expect(site.words("calendar/2026-03.html").contains("2 overlap."))
    #expect(site["calendar/2026-W10.html"].contains("▲ CHG-2026-0002"))
  }

  @Test func aFullMonthNamesWhatDidNotSimplySucceedAndLeadsToTheRest() throws {
    let changes = (1...Agenda.mostListed + 1).map {
      CalendarSite.done(
        "CHG-2026-\(10_000 + $0)", from: "2026-03-09T02:00Z", to: "2026-03-09T03:00Z",
        "systems: [system-\($0)]" + ($0 % 40 == 0 ? "\noutcome: failed" : ""))
    }
    let site = try RenderedSite(changes: changes)
    let page = site["calendar/2026-03.html"]
    #expect(page.contains("Of 121 changes, this list names those that did not simply succeed"))
    #expect(page.range("id=\"list\"", "</section>").components(of: "class=\"id\"") == 3)
    #expect(page.contains("href=\"2026-W11.html\">W11</a>"))
    #expect(site.cell("2026-03-09").components(of: "<bdi>") == 2)
    #expect(site.cell("2026-03-09").contains("href=\"2026-W11.html#list\">+119<"))
    #expect(site.faults == [])
  }

  @Test func aChangeOfManyWeeksIsNamedOnItsFirstAndLastDay() throws {
    let site = try RenderedSite(changes: [
      CalendarSite.done("CHG-2026-0001", from: "2026-01-12T02:00Z", to: "2026-04-07T03:00Z")
    ])
    #expect(site.cell("2026-01-12").contains("<small> begins</small>"))
    #expect(site.cell("2026-04-07").contains("<small> ends</small>"))
    #expect(!site.cell("2026-01-13").contains("<li>"))
    for label in ["2026-01", "2026-02", "2026-03", "2026-04", "2026-W07"] {
      #expect(!site.item("CHG-2026-0001", on: label).isEmpty, "\(label)")
    }
    #expect(site["calendar/2026-02.html"].contains("Longer than a week"))
    #expect(site.faults == [])
  }

  @Test func aFreezeHoldsOnBothSidesOfNewYear() throws {
    let site = try RenderedSite(changes: [])
    for day in ["2026-12-20", "2026-12-31", "2027-01-01", "2027-01-05"] {
      #expect(site.cell(day).contains("<bdi>Holiday freeze</bdi>"), "\(day)")
    }
    for day in ["2026-12-19", "2027-01-06"] {
      #expect(!site.cell(day).contains("<li>"), "\(day)")
    }
  }

  @Test func aFreezeSaysWhenInTheDayItBeginsAndEnds() throws {
    let site = try RenderedSite(
      changes: [],
      freezes: [
        "---\nname: Audit\nfrom: 2026-03-03T14:30Z\nto: 2026-03-05T09:15Z\n---\n# Audit\n"
      ])
    #expect(site.cell("2026-03-03").contains("<bdi>Audit</bdi><small> from 14:30</small>"))
    #expect(site.cell("2026-03-04").contains("<bdi>Audit</bdi></a>"))
    #expect(site.cell("2026-03-05").contains("<small> until 09:15</small>"))
  }

  @Test func givesTheWindowsOnceAndThoseOfBothVersionsWhereThePolicyChanges() throws {
    let site = try RenderedSite(
      changes: [record("CHG-2026-0001")],
      policies: [
        SamplePolicy.text,
        CalendarSite.policy(
          version: "2.0", effective: "2026-04-10", replacing: "| Low-traffic | 02:00-06:00",
          with: "| Early | 03:00-05:00"),
      ])
    let march = site["calendar/2026-03.html"]
    #expect(march.contains("<bdi>Low-traffic</bdi>"))
    #expect(!march.contains("<bdi>Early</bdi>"))
    let april = site["calendar/2026-04.html"]
    #expect(april.contains("<bdi>Low-traffic</bdi>") && april.contains("<bdi>Early</bdi>"))
    #expect(april.contains("POL-TEST-001 2.0</a>, from "))
    #expect(!site["calendar/2026-05.html"].contains("<bdi>Low-traffic</bdi>"))
    #expect(site.faults == [])
  }

  @Test func namesEveryDayInFullForThoseWhoCannotSeeTheTable() throws {
    let site = try RenderedSite(changes: [record("CHG-2026-0001")])
    let page = site["calendar/2026-03.html"]
    #expect(page.contains("aria-label=\"Sunday, 1 March 2026\""))
    #expect(page.contains("<abbr title=\"Monday\">Mon</abbr>"))
    #expect(page.contains("aria-label=\"W10, week 10 of 2026\""))
    // 1 March 2026 is a Sunday: six days of the row belong to February.
    #expect(page.components(of: "<td class=\"other\">") == 6 + 5)
    #expect(page.components(of: "class=\"day\"") == 31)
  }
}
