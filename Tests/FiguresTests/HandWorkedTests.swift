import Chronology
import Configuration
import Findings
import Foundation
import PolicyReading
import Records
import Rules
import SourceText
import TestSupport
import Testing

@testable import Figures

/// The figures of `HandWorkedRecords` in March 2026, worked out by hand.
///
/// 0101 to 0109 and 0112 started, ended in March and have an outcome: ten. 0110 was cancelled
/// before its start, 0111 has no outcome, 0113 cannot be read.
struct HandWorkedTests {
  let march: PeriodFigures
  let index: FiguresIndex

  init() throws {
    let register = try HandWorkedRecords.register()
    let now = at(HandWorkedRecords.asOf)
    let findings = check(register, asOf: now, jobs: .one)
    index = FiguresIndex(
      register, facts: FindingFacts(findings, unreadable: unreadableChanges(register)), asOf: now)
    let period = try #require(Period(.month, labelled: "2026-03", in: .utc))
    march = index.measure(period)
  }

  /// The last two digits of the ids that are in the numerator, in order.
  private func numerator(_ key: String) throws -> [String] {
    try march.rateFigure(key).numeratorIDs.map { String($0.suffix(2)) }
  }

  private func share(_ key: String) throws -> String {
    let rate = try march.rateFigure(key)
    return "\(rate.numerator) of \(rate.denominator)"
  }

  private func excluded(_ key: String) throws -> [String] {
    try #require(march[key: key]).excluded.map { "\($0.id.suffix(2)): \($0.reason.rawValue)" }
  }

  private func duration(_ key: String) throws -> DurationFigure {
    try #require(march.duration(key))
  }

  @Test func ratesOfOutcomes() throws {
    // Successful: all ten but 03, with issues, 04, failed, and 05, rolled back.
    #expect(try share("change_success_rate") == "7 of 10")
    #expect(try numerator("change_success_rate") == ["01", "02", "06", "07", "08", "09", "12"])
    #expect(try share("lenient_change_success_rate") == "8 of 10")
    // 04 failed, 05 was rolled back, 09 caused an incident.
    #expect(try numerator("change_failure_rate") == ["04", "05", "09"])
    #expect(try share("rollback_rate") == "1 of 10")
    // No change of the ten is a runtime upgrade.
    #expect(try share("reversible_rollback_rate") == "1 of 10")
    // 08 follows 04, 12 does 05 again.
    #expect(try numerator("rework_rate") == ["08", "12"])
    #expect(try share("rework_rate") == "2 of 10")
    for key in ["change_success_rate", "rework_rate"] {
      #expect(
        try excluded(key) == [
          "10: cancelled_before_start", "11: unknown_outcome", "13: unreadable",
        ])
    }
    // 11 either way: 7 of 11 to 8 of 11.
    #expect(
      try march.rateFigure("change_success_rate").bounds
        == RateBounds(low: Ratio(7, 11), high: Ratio(8, 11), unknown: 1))
    #expect(try march.rateFigure("rework_rate").bounds == nil)
  }

  @Test func ratesOfWhatStarted() throws {
    // The ten and 11.
    #expect(try share("emergency_change_rate") == "2 of 11")
    #expect(try numerator("emergency_change_rate") == ["08", "09"])
    // The indexer is frozen from 12 March 02:30 to 14 March 04:00; 07 ran then, 08 fixed the
    // incident and may, 04 had ended before.
    #expect(try share("freeze_rate") == "1 of 11")
    #expect(try numerator("freeze_rate") == ["07"])
  }

  @Test func changesInsideAWindow() throws {
    // Without the emergencies, and the Standard ones, whose window is always open, six. 04 started
    // ten minutes early, 05 ended an hour late.
    #expect(try share("window_share") == "4 of 6")
    #expect(try numerator("window_share") == ["01", "02", "03", "12"])
    #expect(
      try excluded("window_share") == [
        "06: window_always_open", "07: window_always_open", "08: needs_no_window",
        "09: needs_no_window", "10: cancelled_before_start",
        "11: unknown_outcome", "13: unreadable",
      ])
  }

  @Test func timesToDeploy() throws {
    // 5400 + 3600 + 9000 + 2400 + 7200 = 27 600; by 5: 5520, below 7200.
    let time = try duration("mean_time_to_deploy")
    #expect(time.durations.map(\.seconds) == [5400, 3600, 9000, 2400, 7200])
    #expect(time.summary?.mean == 5520)
    #expect(time.verdict == .met)
    // Inside the window from 02:00 to 06:00: 1800 + 3600 + 9000 + 0 + 7200 = 21 600; by 5: 4320.
    let open = try duration("window_time_to_deploy")
    #expect(open.durations.map(\.seconds) == [1800, 3600, 9000, 0, 7200])
    #expect(open.summary?.mean == 4320)
    #expect(open.excluded == time.excluded)
    #expect(
      try excluded("mean_time_to_deploy") == [
        "06: pre_approved", "07: pre_approved", "08: type_not_in_target",
        "09: type_not_in_target", "10: cancelled_before_start", "11: unknown_outcome",
        "12: approved_after_start", "13: unreadable",
      ])
  }

  @Test func leadTimes() throws {
    // 581 400 + 586 800 + 590 400 + 579 600 + 590 400 + 7800 + 5400 + 4200 + 3600 + 2 491 200
    // = 5 440 800; by 10: 544 080. The fifth and sixth of the sorted times are 579 600 and
    // 581 400: median 580 500. The 90th percentile is at 8.1: 590 400 + 0.1 · 1 900 800 = 780 480.
    let summary = try #require(try duration("lead_time").summary)
    #expect(summary.total == 5_440_800)
    #expect(summary.mean == 544_080)
    #expect(summary.median == 580_500)
    #expect(summary.p90 == 780_480)
  }

  /// From request to approval, start and deployment, in seconds: 0101 576 000, 3600, 1800; 0102
  /// 583 200, 1800, 1800; 0103 581 400, 1800, 7200; 0104 577 200, 1800, 600; 0105 583 200, 600, 6600;
  /// 0108 600, 600, 3000; 0109 600, 300, 2700.
  @Test func stagesAddUpToTheLeadTime() throws {
    let stages = try ["approval_wait", "start_wait", "work_time"].map { try duration($0) }
    #expect(
      stages.map { $0.durations.map(\.seconds) } == [
        [576_000, 583_200, 581_400, 577_200, 583_200, 600, 600],
        [3600, 1800, 1800, 1800, 600, 600, 300], [1800, 1800, 7200, 600, 6600, 3000, 2700],
      ])
    let lead = try duration("lead_time").durations
    for (number, measured) in stages[0].durations.enumerated() {
      let sum = stages.reduce(0) { $0 + $1.durations[number].seconds }
      #expect(lead.first { $0.id == measured.id }?.seconds == sum)
    }
    for key in ["approval_wait", "start_wait", "work_time"] {
      #expect(
        try excluded(key) == [
          "06: pre_approved", "07: pre_approved", "10: cancelled_before_start",
          "11: unknown_outcome", "12: approved_after_start", "13: unreadable",
        ])
    }
  }

  @Test func changesCompleteEnoughToCount() throws {
    // The ten; 11 has no outcome, 13 has errors. 10 was cancelled before its start.
    #expect(try share("population_completeness") == "10 of 12")
    #expect(try excluded("population_completeness") == ["10: cancelled_before_start"])
  }

  @Test func changesWithoutManualApproval() throws {
    // The Standard ones of the eleven that started.
    #expect(try share("no_approval_rate") == "2 of 11")
    #expect(try numerator("no_approval_rate") == ["06", "07"])
  }

  @Test func timeToRestore() throws {
    // 001 took 5400 s, 002 goes on, 003 was caused by no change.
    let figure = try duration("time_to_restore")
    #expect(figure.durations == [MeasuredDuration(id: "INC-2026-001", seconds: 5400)])
    #expect(figure.excluded.listed == ["INC-2026-002: not_resolved"])
    #expect(figure.definition.subject == .incident)
  }

  @Test func deployments() throws {
    // The ten in the 23 days from the first work on 9 March on: 70/23 = 3.043 a week.
    guard case .count(let figure)? = march[key: "deployment_frequency"] else {
      throw SampleError.noFigure
    }
    #expect(figure.count == 10)
    #expect(abs((figure.perWeek ?? 0) - 70.0 / 23) < 1e-12)
    #expect(
      try excluded("deployment_frequency") == [
        "10: cancelled_before_start", "11: unknown_outcome", "13: unreadable",
      ])
  }

  @Test func completeInformation() throws {
    // 01 to 09 and 11 were requested in March and not called off; 03 has no rollback plan. 12 was
    // requested in February.
    #expect(try share("completeness_rate") == "9 of 10")
    #expect(
      try excluded("completeness_rate") == ["10: cancelled_before_start", "13: unreadable"])
    let february = try #require(Period(.month, labelled: "2026-02", in: .utc))
    #expect(
      try index.measure(february).rateFigure("completeness_rate").counted.map(\.id)
        == ["CHG-2026-0112"])
  }

  @Test func reviewsInTime() throws {
    // 08 was reviewed 30 h 10 min after its end, 09 not within 48 hours.
    #expect(try share("reviews_in_time") == "1 of 2")
    #expect(try numerator("reviews_in_time") == ["08"])
  }

  /// d1 names its record, d2 and d3 have one of their system and time. d4 has none, the record of d5
  /// was called off, that of d6 approved an hour after it. d7 is left out by the settings, d8 is no
  /// production, d9 is not over.
  @Test func deploymentsRecorded() throws {
    let settings = readSettings(
      SourceFile(
        path: "changebook.yml",
        text: "deployments: {exclude: [{by: robot, reason: It renews certificates}]}"))
    let register = try HandWorkedRecords.register(settings: settings, isLogged: true)
    let logged = FiguresIndex(register, facts: .none, asOf: at(HandWorkedRecords.asOf))
    let figures = logged.measure(march.period)
    let rate = try figures.rateFigure("deployment_completeness")
    #expect(rate.numeratorIDs == ["d1", "d2", "d3"])
    #expect(rate.counted.map(\.id) == ["d1", "d2", "d3", "d4", "d5", "d6"])
    #expect(rate.excluded.map(\.id) == ["d7"])
    #expect(rate.excluded.map(\.reason) == [.excludedBySettings])
    let derivation = try #require(logged.derive("deployment_completeness", of: march.period))
    #expect(derivation.records.map(\.id) == rate.counted.map(\.id) + ["d7"])
    let text = renderDerivationText(derivation)
    #expect(text.contains("k = 3, n = 6"))
    #expect(text.contains("d6  production; deployed 26 Mar 2026, 05:00 UTC; record CHG-2026-0112"))
    // Without a log there is no data, and every other figure is the same.
    let without = FiguresIndex(
      try HandWorkedRecords.register(settings: settings), facts: .none,
      asOf: at(HandWorkedRecords.asOf)
    ).measure(march.period)
    #expect(without[key: "deployment_completeness"]?.value == nil)
    for figure in without.figures where figure.key != "deployment_completeness" {
      #expect(figure.value == figures[key: figure.key]?.value, "\(figure.key)")
      #expect(figure.countedIDs == figures[key: figure.key]?.countedIDs ?? [], "\(figure.key)")
    }
  }

  @Test func breachesWaived() throws {
    // 03 lacks its rollback plan, 04 began outside its window, 05 was rolled back after it closed,
    // 07 ran in a freeze, 09 was not reviewed, 12 began before its approval, which was waived. What
    // 11 and 13 are found to be is no breach of the policy, or cannot be counted.
    #expect(try share("waived_breach_rate") == "1 of 6")
    #expect(try numerator("waived_breach_rate") == ["12"])
    #expect(
      try march.rateFigure("waived_breach_rate").counted.map { String($0.id.suffix(2)) }
        == ["03", "04", "05", "07", "09", "12"])
  }

  @Test func theReportSaysTheSame() throws {
    let document = try JSONSerialization.jsonObject(with: Data(figuresJSON(march)))
    let report = try #require(document as? [String: Any])
    let figures = try #require(report["figures"] as? [String: [String: Any]])
    #expect(figures.count == FigureCatalogue.definitions.count)
    #expect(figures["window_share"]?["numerator"] as? Int == 4)
    #expect(figures["window_share"]?["denominator"] as? Int == 6)
    #expect(figures["window_share"]?["subject"] as? String == "change")
    #expect(figures["time_to_restore"]?["mean"] as? Double == 5400)
    #expect(figures["time_to_restore"]?["subject"] as? String == "incident")
    #expect(figures["time_to_restore"]?["counted"] as? [String] == ["INC-2026-001"])
    #expect(figures["lead_time"]?["value"] as? Double == 544_080)
    #expect(figures["deployment_frequency"]?["kind"] as? String == "count")
    #expect(figures["deployment_frequency"]?["value"] as? Int == 10)
    #expect(figures["deployment_frequency"]?["verdict"] is NSNull)
    #expect(figures["reviews_in_time"]?["value"] as? Double == 0.5)
  }

  @Test func tablesSayTheSame() throws {
    func row(_ key: String) throws -> String {
      let definition = try #require(FigureCatalogue.definition(named: key))
      let rows = String(decoding: renderFigureCSV(definition, [march]), as: UTF8.self)
        .split(separator: "\r\n")
      #expect(rows.count == 2)
      return String(rows[1])
    }
    #expect(try row("change_success_rate").hasPrefix("month,2026-03,false,7,10,0.7,0.396"))
    #expect(try row("window_share").hasPrefix("month,2026-03,false,4,6,0.6666666666666666,0.299"))
    #expect(
      try row("time_to_restore")
        == "month,2026-03,false,1,5400,5400,,5400,5400,,,INC-2026-001,INC-2026-002,not_resolved"
    )
    #expect(try row("deployment_frequency").hasPrefix("month,2026-03,false,10,3.043478"))
    #expect(
      try row("lead_time").hasPrefix(
        "month,2026-03,false,10,544080,580500,780480,3600,2491200,,,CHG-2026-0101 "))
  }

  @Test func derivationsSayTheSame() throws {
    for figure in march.figures {
      let derivation = try #require(index.derive(figure.definition.key, of: march.period))
      let counted = derivation.records.filter {
        if case .excluded = $0.role { false } else { true }
      }
      #expect(counted.map(\.id) == figure.countedIDs)
      #expect(derivation.records.count == figure.countedIDs.count + figure.excluded.count)
      #expect(renderDerivationText(derivation).contains(figure.valueText))
    }
  }
}
