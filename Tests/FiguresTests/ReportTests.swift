import Chronology
import Foundation
import Interchange
import PolicyReading
import Records
import Testing

@testable import Figures

struct ReportTests {
  private func march(asOf: String = "2026-04-15T00:00Z") throws -> PeriodFigures {
    try month(
      "2026-03", of: SampleMarch.register(), unreadable: SampleMarch.unreadable, asOf: asOf)
  }

  @Test func namesEmergenciesAndFailures() throws {
    #expect(
      try march().exceptions == [
        ReportException(id: "C-03", title: nil, kinds: [.withIssues]),
        ReportException(id: "C-04", title: nil, kinds: [.failed]),
        ReportException(id: "C-05", title: nil, kinds: [.rolledBack]),
        ReportException(id: "C-08", title: nil, kinds: [.emergency]),
        ReportException(id: "C-12", title: nil, kinds: [.aborted]),
        ReportException(id: "C-14", title: nil, kinds: [.emergency]),
        ReportException(id: "C-15", title: "Raise the pool size", kinds: [.causedIncident]),
      ])
  }

  @Test func anEmergencyThatFailedIsNamedOnce() throws {
    let change = SampleChange.deployed("C-1", "2026-03-02T09:00Z", .failed, type: "Emergency")
    let figures = try month("2026-03", of: sampleRegister([change]))
    #expect(figures.exceptions.map(\.kinds) == [[.emergency, .failed]])
  }

  @Test func exceptionsAreTheNumeratorsOfTheRates() throws {
    let figures = try march()
    let numerators =
      try figures.rateFigure("emergency_change_rate").numeratorIDs
      + figures.rateFigure("change_failure_rate").numeratorIDs
      + figures.rateFigure("change_success_rate").counted.filter { !$0.inNumerator }.map(\.id)
    #expect(figures.exceptions.map(\.id) == Set(numerators).sorted())
  }
}

/// Machine-readable outputs.
struct FigureFilesTests {
  private func march() throws -> PeriodFigures {
    try month("2026-03", of: SampleMarch.register(), unreadable: SampleMarch.unreadable)
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func rateCarriesItsWholeDerivation() throws {
    let figures = try #require(object(figuresJSON(march()))["figures"] as? [String: Any])
    let rate = try #require(figures["change_success_rate"] as? [String: Any])
    #expect(rate["numerator"] as? Int == 7)
    #expect(rate["denominator"] as? Int == 11)
    #expect(abs((rate["value"] as? Double ?? 0) - 7.0 / 11) < 1e-12)
    #expect(rate["verdict"] as? String == "missed")
    #expect(rate["evidence"] as? String == "clear")
    #expect(rate["changes_needed"] is NSNull)
    #expect(rate["counted"] as? [String] == FiguresByHandTests.concluded)
    #expect((rate["in_numerator"] as? [String])?.count == 7)
    let excluded = try #require(rate["excluded"] as? [[String: String]])
    #expect(excluded.first == ["id": "C-10", "reason": "cancelled_before_start"])
    let interval = try #require(rate["interval"] as? [String: Double])
    #expect(interval["level"] == 0.95)
    #expect(abs((interval["low"] ?? 0) - 0.353_801_174_507_849) < 1e-12)
    #expect(abs((interval["high"] ?? 0) - 0.848_335_289_046_324_4) < 1e-12)
    let target = try #require(rate["target"] as? [String: Any])
    #expect(target["comparison"] as? String == ">")
    #expect(target["value"] as? Double == 0.95)
    #expect(target["text"] as? String == ">95%")
    let bounds = try #require(rate["bounds"] as? [String: Any])
    #expect((bounds["low"] as? [String: Any])?["numerator"] as? Int == 7)
    #expect((bounds["high"] as? [String: Any])?["denominator"] as? Int == 12)
  }

  @Test func durationIsInSeconds() throws {
    let figures = try #require(object(figuresJSON(march()))["figures"] as? [String: Any])
    let time = try #require(figures["mean_time_to_deploy"] as? [String: Any])
    #expect(time["n"] as? Int == 5)
    #expect(time["mean"] as? Double == 5520)
    #expect(time["median"] as? Double == 5400)
    #expect(time["p90"] is NSNull)
    #expect(time["verdict"] as? String == "met")
    #expect((time["target"] as? [String: Any])?["value"] as? Int == 7200)
    #expect((time["durations"] as? [[String: Any]])?.first?["seconds"] as? Int == 5400)
  }

  @Test func whatIsNotKnownIsNull() throws {
    let empty = try month("2026-03", of: sampleRegister([]))
    let figures = try #require(object(figuresJSON(empty))["figures"] as? [String: Any])
    let rate = try #require(figures["change_success_rate"] as? [String: Any])
    for key in ["value", "interval", "bounds", "evidence"] { #expect(rate[key] is NSNull) }
    #expect(rate["verdict"] as? String == "no_data")
    #expect(
      (figures["change_failure_rate"] as? [String: Any])?["target"] is NSNull)
    let time = try #require(figures["mean_time_to_deploy"] as? [String: Any])
    for key in ["value", "mean", "median", "p90", "min", "max"] { #expect(time[key] is NSNull) }
  }

  @Test func allPeriodsGoIntoOneDocument() throws {
    let all = measureAll(
      try SampleMarch.register(), unreadable: SampleMarch.unreadable,
      asOf: at("2026-04-15T00:00Z"))
    let document = try object(
      FiguresData.document.json(FiguresData(all, asOf: at("2026-04-15T00:00Z"))))
    #expect(document["schema"] as? String == "changebook.figures/2")
    let periods = try #require(document["periods"] as? [[String: Any]])
    #expect(periods.count == all.count)
    // The values of each, without the records.
    let figures = try #require(periods.first?["figures"] as? [String: [String: Any]])
    #expect(figures.count == FigureCatalogue.definitions.count)
    #expect(figures.values.allSatisfy { $0["left_out"] is Int && $0["counted"] == nil })
  }

  @Test func aFigureHasATableOfPeriods() throws {
    let all = measureAll(
      try SampleMarch.register(), unreadable: SampleMarch.unreadable,
      asOf: at("2026-04-15T00:00Z"), kinds: [.month])
    let definitions = FigureCatalogue.definitions
    let rates = String(decoding: renderFigureCSV(definitions[0], all), as: UTF8.self)
    let rows = rates.split(separator: "\r\n").map(String.init)
    #expect(rows.count == 3)
    #expect(
      rows.first == "kind,period,provisional,k,n,value,low,high,target,verdict,evidence,"
        + "changes_needed,numerator_ids,ids,excluded_ids,excluded_reasons")
    #expect(rows[1].hasPrefix("month,2026-03,false,7,11,0.6363636363636364,"))
    #expect(
      rows[1].hasSuffix(
        ",C-10 C-11 C-13 C-16 C-17,cancelled_before_start rejected_before_start "
          + "unknown_outcome unreadable in_flight"))
    // April: 14 alone, successful; its interval reaches down to 1 / (1 + z²) = 0.2065.
    #expect(rows[2].hasPrefix("month,2026-04,true,1,1,1,0.2065"))
    #expect(rows[2].hasSuffix(",1,>95%,met,too_few,58,C-14,C-14,,"))
    let times = String(decoding: renderFigureCSV(definitions[2], all), as: UTF8.self)
    #expect(
      times.split(separator: "\r\n").dropFirst().first?.hasPrefix(
        "month,2026-03,false,5,5520,5400,,2400,9000,<2 hours (normal),met,C-01 C-02 ") == true)
  }

  @Test func everyFigureCanBeWrittenForEveryPeriod() throws {
    let all = measureAll(
      try SampleMarch.register(), unreadable: [], asOf: at("2026-04-15T00:00Z"))
    for definition in FigureCatalogue.definitions {
      let rows = renderFigureCSV(definition, all).split(separator: UInt8(ascii: "\n"))
      #expect(rows.count == all.count + 1)
    }
  }
}
