import Chronology
import PolicyReading
import Records
import SourceText
import Testing

@testable import Figures

/// Targets of every figure, several of one, and targets that change.
struct TargetsTests {
  private let changes = (0..<9).map { number in
    SampleChange.deployed(
      "C-\(number)", "2026-03-0\(number + 1)T09:00Z", number < 2 ? .failed : .successful,
      type: number < 4 ? "Emergency" : "Normal", approved: ["2026-03-0\(number + 1)T08:00Z"])
  }

  @Test func everyFigureIsJudged() throws {
    for name in FigureName.allCases {
      let bound: Target.Bound =
        switch name.measure {
        case .share: .share(Ratio(1, 2))
        case .duration: .duration(7200)
        case .number: .perWeek(Ratio(2, 1))
        }
      let target = sampleTarget(name, .atLeast, bound, text: "≥ x")
      let figures = try month(
        "2026-03", of: sampleRegister(changes, policies: [samplePolicy([target])]))
      #expect(figures.judged.map(\.key) == [name.rawValue])
      #expect(figures[name: name]?.verdict != nil, "\(name)")
      #expect(figures.main.map(\.key) == [name.rawValue])
    }
  }

  @Test func severalTargetsOfOneFigureAreEachJudged() throws {
    let targets = [
      sampleTarget(
        .meanTimeToDeploy, .below, .duration(7200), text: "<2 hours (normal)", types: ["Normal"],
        line: 1),
      sampleTarget(
        .meanTimeToDeploy, .below, .duration(1800), text: "<30 min (emergency)",
        types: ["Emergency"], line: 2),
    ]
    let figures = try month(
      "2026-03", of: sampleRegister(changes, policies: [samplePolicy(targets)]))
    #expect(figures.judged.map(\.verdict) == [.met, .missed])
    #expect(
      figures.judged.map(\.title) == [
        "Mean time to deploy (Normal)", "Mean time to deploy (Emergency)",
      ])
    #expect(figures.judged.map { $0.figure.count } == [5, 4])
  }

  @Test func aTargetForSomeChangesLeavesTheRateOfAll() throws {
    let targets = [
      sampleTarget(
        .changeSuccessRate, .atLeast, .share(Ratio(9, 10)), text: "≥90% (normal)",
        types: ["Normal"], line: 1)
    ]
    let figures = try month(
      "2026-03", of: sampleRegister(changes, policies: [samplePolicy(targets)]))
    #expect(try figures.rateFigure("change_success_rate").denominator == 9)
    #expect(try figures.rateFigure("change_success_rate").verdict == nil)
    #expect(figures.judged.map { $0.figure.count } == [5])
    #expect(figures.judged.map(\.verdict) == [.met])
  }

  @Test func aYearIsSplitWhereItsTargetChanged() throws {
    func policy(_ share: Int, from day: String) -> Policy {
      samplePolicy(
        [
          sampleTarget(
            .changeSuccessRate, .above, .share(Ratio(share, 100)), text: ">\(share)%")
        ], effective: day)
    }
    let all = (1...12).flatMap { month in
      (0..<10).map { number in
        SampleChange.deployed(
          "C-\(month)-\(number)", "2025-\(twoDigits(month))-0\(number % 9 + 1)T09:00Z",
          number == 0 ? .failed : .successful)
      }
    }
    let register = try sampleRegister(
      all, policies: [policy(80, from: "2024-01-01"), policy(95, from: "2025-07-01")])
    let index = FiguresIndex(register, unreadable: [], asOf: at("2026-02-01T00:00Z"))
    let year = index.measure(try #require(Period(.year, labelled: "2025", in: .utc)))
    #expect(year.judged.map(\.verdict) == [.met, .missed])
    #expect(year.judged.map { $0.figure.count } == [60, 60])
    #expect(
      year.judged.map(\.title) == [
        "Change success rate (to 30 Jun 2025)", "Change success rate (from 1 Jul 2025)",
      ])
    // The whole has no verdict of its own, and is not cut.
    #expect(try year.rateFigure("change_success_rate").denominator == 120)
    #expect(try year.rateFigure("change_success_rate").verdict == nil)
    // A month is judged by the policy at its end.
    let june = index.measure(try #require(Period(.month, labelled: "2025-06", in: .utc)))
    let july = index.measure(try #require(Period(.month, labelled: "2025-07", in: .utc)))
    #expect(june.judged.map(\.verdict) == [.met])
    #expect(july.judged.map(\.verdict) == [.missed])
    let changes = targetChanges(
      of: FigureCatalogue.definitions[0], in: register.policies)
    #expect(changes.map(\.day.description) == ["2025-07-01"])
  }

  @Test func aYearWithTwoVersionsOfOneTargetIsNotSplit() throws {
    let register = try sampleRegister(
      [.deployed("C-1", "2025-03-02T09:00Z")],
      policies: [
        samplePolicy(effective: "2024-01-01"), samplePolicy(effective: "2025-07-01"),
      ])
    let index = FiguresIndex(register, unreadable: [], asOf: at("2026-02-01T00:00Z"))
    let year = index.measure(try #require(Period(.year, labelled: "2025", in: .utc)))
    #expect(year.split.isEmpty && year.judged.count == 4)
  }

  @Test func partsHaveNoVerdict() throws {
    let register = try sampleRegister(changes)
    let index = FiguresIndex(register, unreadable: [], asOf: at("2026-04-15T00:00Z"))
    let period = try #require(Period(.month, labelled: "2026-03", in: .utc))
    for row in index.breakdown(by: .type, over: period.interval).rows {
      for figure in row.figures { #expect(figure.verdict == nil && figure.target == nil) }
    }
  }
}
