import Chronology
import PolicyReading
import Records
import Testing

@testable import Figures

/// Figures by type, risk, system and category.
struct BreakdownTests {
  private func index(_ changes: [SampleChange], incidents: [Incident] = []) throws -> FiguresIndex {
    FiguresIndex(
      try sampleRegister(changes, incidents: incidents), unreadable: [],
      asOf: at("2026-04-15T00:00Z"))
  }

  private func change(
    _ id: String, _ outcome: Outcome = .successful, type: String = "Normal", systems: [String] = [],
    at instant: String = "2026-03-02T09:00Z"
  ) -> SampleChange {
    var change = SampleChange.deployed(id, instant, outcome, type: type)
    change.systems = systems
    return change
  }

  private func rows(
    _ index: FiguresIndex, _ dimension: Dimension, of key: String = "change_success_rate"
  ) throws -> [String] {
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    return index.breakdown(of: key, by: dimension, over: march.interval).map { row in
      guard case .rate(let rate) = row.figure else { return "\(row.name) \(row.figure.count)" }
      return "\(row.name) \(rate.numerator)/\(rate.denominator)"
    }
  }

  @Test func typesStandInThePolicysOrder() throws {
    let index = try index([
      change("C-1", type: "Emergency"), change("C-2", .failed), change("C-3", type: "Standard"),
      change("C-4"), change("C-5", type: "Mystery"), change("C-6", type: "Apart"),
    ])
    #expect(
      try rows(index, .type) == [
        "Standard 1/1", "Normal 1/2", "Emergency 1/1", "Apart 1/1", "Mystery 1/1",
      ])
  }

  @Test func systemsStandByNameAndAChangeOfTwoInBoth() throws {
    let index = try index([
      change("C-1", systems: ["web", "api"]), change("C-2", .failed, systems: ["API"]),
      change("C-3"), change("C-4", systems: ["web", "web"]),
    ])
    // API is api, as the first record writes it.
    #expect(
      try rows(index, .system) == ["api 1/2", "web 2/2", "no system named 1/1"])
  }

  @Test func risksAndCategoriesAreToldApart() throws {
    var high = change("C-1")
    high.risk = "High"
    high.categories = ["bug fix", "application code"]
    let index = try index([high, change("C-2")])
    #expect(try rows(index, .risk) == ["High 1/1", "no risk level 1/1"])
    #expect(
      try rows(index, .category) == ["application code 1/1", "bug fix 1/1", "no category 1/1"])
  }

  @Test func incidentsStandWithTheirSystemsOrTheirCauses() throws {
    let index = try index(
      [change("C-1", systems: ["web"])],
      incidents: [
        sampleIncident(
          "I-1", causedBy: ["C-1"], started: "2026-03-02T10:00Z", resolved: "2026-03-02T11:00Z"),
        sampleIncident(
          "I-2", causedBy: ["C-1"], started: "2026-03-03T10:00Z", resolved: "2026-03-03T11:00Z",
          systems: ["db"]),
      ])
    #expect(try rows(index, .system, of: "time_to_restore") == ["db 1", "web 1"])
    #expect(try rows(index, .type, of: "time_to_restore") == ["Normal 2"])
  }

  @Test func rowsThatAFigureIsNotAboutAreLeftOut() throws {
    let index = try index([change("C-1"), change("C-2", type: "Emergency")])
    #expect(try rows(index, .type, of: "reviews_in_time") == ["Emergency 0/0"])
  }

  @Test func everythingOutsideTheIntervalIsLeftOut() throws {
    let index = try index([
      change("C-1"), change("C-2", type: "Standard", at: "2026-02-28T23:59Z"),
    ])
    #expect(try rows(index, .type) == ["Normal 1/1"])
  }

  @Test func twelveMonthsReachBackFromOne() throws {
    let index = try index([change("C-1")])
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    #expect(
      index.interval(of: 12, upTo: march)
        == Interval(start: at("2025-04-01T00:00Z"), end: at("2026-04-01T00:00Z")))
    #expect(index.interval(of: 1, upTo: march) == march.interval)
  }

  @Test func aSystemHasTheMonthsOfAllSystems() throws {
    let index = try index([
      change("C-1", systems: ["web"], at: "2026-01-02T09:00Z"),
      change("C-2", .failed, systems: ["db"]), change("C-3", systems: ["db", "web"]),
    ])
    let systems = index.bySystem()
    #expect(systems.names == ["db", "web"])
    let months = systems.measureAll(.month, of: "db")
    #expect(months.map(\.period) == index.measureAll(.month).map(\.period))
    #expect(
      months.map { $0.rate("change_success_rate")?.denominator } == [0, 0, 2, 0])
    #expect(months[2].exceptions.map(\.id) == ["C-2"])
    #expect(systems.changes(of: "web") == ["C-1", "C-3"])
    #expect(systems.measureAll(.month, of: "nothing").isEmpty)
  }

  @Test func rowsOfTypesAddUpToTheWhole() throws {
    let index = FiguresIndex(
      try SampleMarch.register(), unreadable: SampleMarch.unreadable, asOf: at("2026-04-15T00:00Z"))
    let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
    let whole = index.measure(march)
    let breakdown = index.breakdown(by: .type, over: march.interval)
    for figure in whole.figures {
      let rows = breakdown.rows(of: figure.definition.key)
      #expect(rows.map(\.figure.count).reduce(0, +) == figure.count)
      #expect(rows.flatMap(\.figure.countedIDs).sorted() == figure.countedIDs)
    }
  }
}
