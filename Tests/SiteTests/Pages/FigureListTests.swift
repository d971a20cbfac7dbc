import Chronology
import Configuration
import Figures
import Reports
import Rules
import Testing
import Theme

@testable import Site

@Suite struct FigureListTests {
  /// So many records in each of some months, up to March 2026, the last of which is over.
  private static func listing(_ counts: [Int]) throws -> RecordListing {
    var periods = [try #require(Period(.month, labelled: "2026-03", in: .utc))]
    while periods.count < counts.count { periods.insert(periods[0].previous(in: .utc), at: 0) }
    return RecordListing("rate", periods: periods, counts: counts)
  }

  @Test func fewMonthsAreAllOnTheFiguresOwnPage() throws {
    let listing = try Self.listing([5, 0, 7])
    #expect(listing.own == [2, 1, 0])
    #expect(listing.pages.isEmpty)
  }

  @Test func earlierYearsHaveAPageEach() throws {
    let listing = try Self.listing([Int](repeating: 10, count: 20))
    #expect(listing.own == Array((7..<20).reversed()))
    #expect(
      listing.pages.map(\.route.path) == [
        "figures/rate/2025.html", "figures/rate/2024.html",
      ])
    #expect(
      listing.href(
        try #require(Period(.month, labelled: "2024-08", in: .utc)), from: .figure("rate"))
        == "rate/2024.html#2024-08")
  }

  @Test func aYearOfManyRecordsHasAPageAMonthAndAMonthOfManySeveral() throws {
    let listing = try Self.listing([700, 700, 2100, 10, 10, 10])
    #expect(listing.own == [5, 4, 3])
    #expect(
      listing.pages.map(\.route.path) == [
        "figures/rate/2025-12.html", "figures/rate/2025-12/2.html",
        "figures/rate/2025-12/3.html", "figures/rate/2025-11.html",
        "figures/rate/2025-10.html",
      ])
    #expect(listing.pages.map(\.part) == [0..<1000, 1000..<2000, 2000..<2100, nil, nil])
    #expect(
      listing.place(of: try #require(Period(.month, labelled: "2025-12", in: .utc)))?.route.path
        == "figures/rate/2025-12.html")
  }

  @Test func aRunningMonthThatNoPageHoldsIsNotOnTheFiguresOwn() throws {
    let listing = try Self.listing([5, 30_000])
    #expect(listing.own.isEmpty)
    #expect(listing.pages.count == 31)
  }

  @Test func linksToManyRecordsAreThoseToEach() {
    for id in ["CHG-2026-0042", "", "..", "a b", "naïve", String(repeating: "x", count: 300)] {
      for route in [Route.dashboard, .figureWeeks("rate"), .system("a/b")] {
        #expect(
          RecordLinks(toIncidents: false, from: route).href(id)
            == Route.change(id).href(from: route))
        #expect(
          RecordLinks(toIncidents: true, from: route).href(id)
            == Route.incident(id).href(from: route))
      }
    }
  }
}

@Suite struct StartsTests {
  @Test func manyStartsArePartedByWeekdayAndCutByHour() throws {
    let register = try RenderedSite(
      changes: (1...3).map { record("CHG-2026-000\($0)", "started: 2026-03-09T02:05Z") }
    ).register
    let now = try #require(InstantText.read("2026-04-15T12:00Z", in: .utc)?.instant)
    let index = FiguresIndex(register, facts: .none, asOf: now)
    let none = FindingsIndex(.empty, register: register)
    let publication = Publication(
      register: register, findings: none,
      calendar: SiteCalendar(register, findings: none, asOf: now), settings: Settings(),
      asOf: now, revision: nil,
      twelveMonths: TwelveMonths(index, months: []),
      reports: ReportIndex(register, findings: [], measured: [], asOf: now))
    let starts = Starts(publication, mostOnPage: 2, mostInHour: 1)
    #expect(starts.total == 3 && starts.isParted)
    #expect(starts.place(day: 0, hour: 2).route.path == "figures/starts/1.html")
    let pages = planStarts(starts)
    #expect(pages.map(\.route.path) == (1...7).map { "figures/starts/\($0).html" })
    let library = try TemplateLibrary.load(
      builtIn: try Theme.folder(), pages: SitePlan.templates, blocks: SitePlan.blocks)
    let monday = String(decoding: pages[0].render(library).content, as: UTF8.self)
    #expect(monday.contains("id=\"at-1-02\"") && monday.contains("3 changes"))
    #expect(monday.components(of: "changes/CHG-2026-") == 1)
    #expect(monday.contains("Listed here: 1; all of them"))
  }
}
