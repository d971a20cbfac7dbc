import PolicyReading
import Records
import Testing

@testable import Figures

/// The figures of `SampleMarch`, worked out by hand.
struct FiguresByHandTests {
  let march: PeriodFigures

  init() throws {
    march = try month("2026-03", of: SampleMarch.register(), unreadable: SampleMarch.unreadable)
  }

  /// Ended in March with a known outcome: 01–09, 12 and 15.
  static let concluded = [
    "C-01", "C-02", "C-03", "C-04", "C-05", "C-06", "C-07", "C-08", "C-09", "C-12", "C-15",
  ]

  /// Left out of every rate of outcomes; 14 ended in April.
  static let notConcluded = [
    "C-10: cancelled_before_start", "C-11: rejected_before_start", "C-13: unknown_outcome",
    "C-16: unreadable", "C-17: in_flight",
  ]

  @Test func successRateCountsSuccessfulChangesOnly() throws {
    // 01, 02, 06, 07, 08, 09 and 15: 7 of 11, against more than 95%.
    let rate = try march.rateFigure("change_success_rate")
    #expect(rate.numeratorIDs == ["C-01", "C-02", "C-06", "C-07", "C-08", "C-09", "C-15"])
    #expect(rate.counted.map(\.id) == Self.concluded)
    #expect(rate.share == Ratio(7, 11))
    #expect(rate.excluded.listed == Self.notConcluded)
    #expect(rate.verdict == .missed)
  }

  @Test func unknownOutcomesGiveTheRateBounds() throws {
    // 13 either way: 7 of 12 to 8 of 12. A rollback rate of 1 of 11 becomes 1 of 12 to 2 of 12.
    let success = try march.rateFigure("change_success_rate")
    #expect(success.bounds == RateBounds(low: Ratio(7, 12), high: Ratio(8, 12), unknown: 1))
    let rollback = try march.rateFigure("rollback_rate")
    #expect(rollback.bounds == RateBounds(low: Ratio(1, 12), high: Ratio(2, 12), unknown: 1))
  }

  @Test func lenientSuccessRateTakesIssues() throws {
    // The seven and 03.
    let rate = try march.rateFigure("lenient_change_success_rate")
    #expect(rate.share == Ratio(8, 11))
    #expect(rate.target == nil)
    #expect(rate.verdict == nil)
    #expect(rate.evidence == nil)
  }

  @Test func failureRateCountsIncidentsOfSuccessfulChanges() throws {
    // Failed 04, rolled back 05, aborted 12, and 15, which caused an incident.
    let rate = try march.rateFigure("change_failure_rate")
    #expect(rate.numeratorIDs == ["C-04", "C-05", "C-12", "C-15"])
    #expect(rate.share == Ratio(4, 11))
  }

  @Test func emergencyRateCountsWhatStartedInThePeriod() throws {
    // The eleven, and 13, 14 and 17, which started in March: 08 and 14 of 14.
    let rate = try march.rateFigure("emergency_change_rate")
    #expect(rate.numeratorIDs == ["C-08", "C-14"])
    #expect(rate.share == Ratio(2, 14))
    #expect(
      rate.excluded.listed == [
        "C-10: cancelled_before_start", "C-11: rejected_before_start", "C-16: unreadable",
      ])
  }

  @Test func rollbackRateIsShownOverWhatCanBeRolledBack() throws {
    #expect(try march.rateFigure("rollback_rate").share == Ratio(1, 11))
    // Without the runtime upgrade 09: 1 of 10.
    let reversible = try march.rateFigure("reversible_rollback_rate")
    #expect(reversible.share == Ratio(1, 10))
    #expect(reversible.excluded.listed.contains("C-09: cannot_be_rolled_back"))
  }

  @Test func timeToDeployRunsFromTheLastApproval() throws {
    // 5400, 3600, 9000, 2400 and 7200 seconds: 27 600 in all, 5520 on average.
    // Sorted 2400, 3600, 5400, 7200, 9000: median 5400; five are too few for a 90th percentile.
    let figure = try march.timeToDeploy()
    #expect(figure.durations.map(\.id) == ["C-01", "C-02", "C-03", "C-04", "C-05"])
    #expect(figure.durations.map(\.seconds) == [5400, 3600, 9000, 2400, 7200])
    let summary = try #require(figure.summary)
    #expect(summary.total == 27_600)
    #expect(summary.mean == 5520)
    #expect(summary.median == 5400)
    #expect(summary.p90 == nil)
    #expect(summary.shortest == 2400)
    #expect(summary.longest == 9000)
    #expect(figure.verdict == .met)
  }

  @Test func timeToDeployListsWhatItLeavesOut() throws {
    #expect(
      try march.timeToDeploy().excluded.listed == [
        "C-06: pre_approved", "C-07: pre_approved", "C-08: type_not_in_target",
        "C-09: type_not_in_target", "C-10: cancelled_before_start",
        "C-11: rejected_before_start", "C-12: not_deployed", "C-13: unknown_outcome",
        "C-15: approved_after_start", "C-16: unreadable", "C-17: in_flight",
      ])
  }

  @Test func aRateGathersItsExclusionsByReason() throws {
    let groups = try #require(march[name: .meanTimeToDeploy]).exclusionsByReason
    #expect(groups.first { $0.reason == .preApproved }?.ids == ["C-06", "C-07"])
    #expect(groups.map(\.reason).first == .unreadable)
  }

  @Test func mainFiguresStandInThePolicysOrder() {
    #expect(
      march.main.map(\.definition.key) == [
        "change_success_rate", "emergency_change_rate", "mean_time_to_deploy", "rollback_rate",
      ])
    #expect(march.side.count + march.main.count == march.figures.count)
  }
}
