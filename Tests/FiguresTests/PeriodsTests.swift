import Chronology
import PolicyReading
import Records
import Testing

@testable import Figures

/// Which periods are measured.
struct PeriodsTests {
  private func labels(
    _ kind: Period.Kind, _ changes: [SampleChange], asOf: String
  ) throws -> [String] {
    measureAll(try sampleRegister(changes), unreadable: [], asOf: at(asOf), kinds: [kind])
      .map(\.period.label)
  }

  @Test func runWithoutGapsFromTheFirstRecordToTheClock() throws {
    let changes = [
      SampleChange.deployed("C-1", "2025-12-30T09:00Z"), .deployed("C-2", "2026-03-02T09:00Z"),
    ]
    let asOf = "2026-04-01T00:00Z"
    #expect(
      try labels(.month, changes, asOf: asOf)
        == ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"])
    #expect(try labels(.quarter, changes, asOf: asOf) == ["2025-Q4", "2026-Q1", "2026-Q2"])
    #expect(try labels(.year, changes, asOf: asOf) == ["2025", "2026"])
    let weeks = try labels(.week, changes, asOf: asOf)
    #expect(weeks.first == "2026-W01")
    #expect(weeks.last == "2026-W14")
    #expect(weeks.count == 14)
  }

  @Test func emptyRegisterHasThePeriodOfTheClock() throws {
    let all = measureAll(try sampleRegister([]), unreadable: [], asOf: at("2026-03-20T00:00Z"))
    #expect(all.map(\.period.label) == ["2026-W12", "2026-03", "2026-Q1", "2026"])
    #expect(all.allSatisfy { $0.isProvisional })
    #expect(all.allSatisfy { $0.figures.allSatisfy { $0.count == 0 } })
  }

  @Test func onlyThePeriodOfTheClockIsProvisional() throws {
    let changes = [SampleChange.deployed("C-1", "2026-01-02T09:00Z")]
    let all = measureAll(
      try sampleRegister(changes), unreadable: [], asOf: at("2026-03-01T00:00Z"), kinds: [.month])
    #expect(all.map(\.isProvisional) == [false, false, true])
  }

  @Test func aMistypedYearDoesNotMakeThousandsOfPeriods() throws {
    let changes = [SampleChange.deployed("C-1", "0026-03-02T09:00Z")]
    #expect(try labels(.month, changes, asOf: "2026-03-20T00:00Z").count < 400)
  }

  @Test func measuringAllAgreesWithMeasuringOne() throws {
    let register = try SampleMarch.register()
    let index = FiguresIndex(
      register, unreadable: SampleMarch.unreadable, asOf: at("2026-04-15T00:00Z"))
    for kind in Period.Kind.allCases {
      for whole in index.measureAll(kind) {
        let one = index.measure(whole.period)
        #expect(one.figures.map(\.countedIDs) == whole.figures.map(\.countedIDs))
        #expect(one.figures.map(\.excluded) == whole.figures.map(\.excluded))
      }
    }
  }

  @Test func everyEndedChangeIsCountedOnceInEachKind() throws {
    let register = try SampleMarch.register()
    for kind in Period.Kind.allCases {
      let all = measureAll(
        register, unreadable: SampleMarch.unreadable, asOf: at("2026-04-15T00:00Z"),
        kinds: [kind])
      let counted = all.flatMap { $0.rate("change_success_rate")?.counted.map(\.id) ?? [] }
      #expect(counted.sorted() == (FiguresByHandTests.concluded + ["C-14"]).sorted())
    }
  }

  @Test func namesChangesThatBelongToNoPeriod() throws {
    let index = FiguresIndex(
      try sampleRegister([SampleChange("C-1"), .deployed("C-2", "2026-03-02T09:00Z")]),
      unreadable: [], asOf: at("2026-04-01T00:00Z"))
    #expect(index.undated == ["C-1"])
  }

  @Test func aPeriodIsHeldToThePolicyInForceAtItsEnd() throws {
    let strict = sampleTarget(.changeSuccessRate, .above, .share(Ratio(97, 100)), text: ">97%")
    let register = try sampleRegister(
      [.deployed("C-1", "2026-02-02T09:00Z")],
      policies: [
        samplePolicy(effective: "2026-01-01"),
        samplePolicy([strict], effective: "2026-03-15"),
      ])
    let months = measureAll(
      register, unreadable: [], asOf: at("2026-04-02T00:00Z"), kinds: [.month])
    #expect(
      months.map { $0.rate("change_success_rate")?.target?.text } == [">95%", ">97%", ">97%"])
  }

  @Test(arguments: [
    (Period.Kind.week, "2026-W02", "week 2 of 2026"), (.month, "2026-03", "March 2026"),
    (.quarter, "2026-Q1", "quarter 1 of 2026"), (.year, "2026", "2026"),
  ])
  func haveTitles(kind: Period.Kind, label: String, title: String) {
    #expect(Period(kind, labelled: label, in: .utc)?.title == title)
  }
}
