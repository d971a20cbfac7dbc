import Chronology
import PolicyReading
import Records
import Testing

@testable import Figures

/// Which changes are counted, and in which period.
struct StandingTests {
  private func figures(
    _ changes: SampleChange..., asOf: String = "2026-04-15T00:00Z", unreadable: Set<String> = []
  ) throws -> PeriodFigures {
    try month("2026-03", of: sampleRegister(changes), unreadable: unreadable, asOf: asOf)
  }

  @Test func belongsToThePeriodOfItsRollback() throws {
    var change = SampleChange.deployed("C-1", "2026-02-28T23:00Z", .rolledBack)
    change.rolledBack = "2026-03-01T00:00Z"
    let register = try sampleRegister([change])
    #expect(
      try month("2026-03", of: register).rateFigure("rollback_rate").share == Ratio(1, 1))
    #expect(try month("2026-02", of: register).rateFigure("rollback_rate").denominator == 0)
    #expect(
      try month("2026-02", of: register).rateFigure("emergency_change_rate").denominator == 1)
  }

  @Test func aPeriodHoldsItsStartAndNotItsEnd() throws {
    let figures = try figures(
      .deployed("C-1", "2026-03-01T00:00Z"), .deployed("C-2", "2026-04-01T00:00Z"))
    #expect(try figures.rateFigure("change_success_rate").counted.map(\.id) == ["C-1"])
  }

  @Test func periodsAreCutInThePolicysZone() throws {
    let zone = try #require(Zone(named: "Asia/Tokyo"))
    let register = try sampleRegister(
      [.deployed("C-1", "2026-02-28T15:30Z")], policies: [samplePolicy(zone: zone)])
    #expect(try month("2026-03", of: register).rateFigure("change_success_rate").denominator == 1)
  }

  @Test func failureWithoutAStartOnRecordStillCounts() throws {
    var failed = SampleChange("C-1", "Emergency", .failed)
    failed.closed = "2026-03-02T09:00Z"
    let figures = try figures(failed)
    #expect(try figures.rateFigure("change_failure_rate").share == Ratio(1, 1))
    #expect(
      try figures.rateFigure("emergency_change_rate").excluded.listed == ["C-1: no_start"])
  }

  @Test func abortedBeforeItsStartIsLeftOut() throws {
    var aborted = SampleChange("C-1", "Normal", .aborted)
    aborted.closed = "2026-03-02T09:00Z"
    let rate = try figures(aborted).rateFigure("change_success_rate")
    #expect(rate.excluded.listed == ["C-1: aborted_before_start"])
    #expect(rate.verdict == .noData)
  }

  @Test func cancelledAfterItsStartIsAFailure() throws {
    var cancelled = SampleChange("C-1", "Normal", .cancelled)
    cancelled.started = "2026-03-02T09:00Z"
    cancelled.closed = "2026-03-02T10:00Z"
    #expect(try figures(cancelled).rateFigure("change_failure_rate").share == Ratio(1, 1))
  }

  @Test func outcomeWithoutAnEndIsListedWhereItStarted() throws {
    var change = SampleChange("C-1", "Normal", .successful)
    change.started = "2026-03-02T09:00Z"
    let figures = try figures(change)
    #expect(try figures.rateFigure("change_success_rate").excluded.listed == ["C-1: no_end"])
    #expect(try figures.timeToDeploy().excluded.listed == ["C-1: no_end"])
  }

  @Test func inFlightBecomesUnknownWhenItsPlannedEndPasses() throws {
    var change = SampleChange("C-1")
    change.started = "2026-03-02T09:00Z"
    change.planned = ("2026-03-02T09:00Z", "2026-03-02T11:00Z")
    let before = try figures(change, asOf: "2026-03-02T10:59Z")
    #expect(try before.rateFigure("change_success_rate").excluded.listed == ["C-1: in_flight"])
    #expect(try before.rateFigure("change_success_rate").bounds == nil)
    let after = try figures(change, asOf: "2026-03-02T11:00Z")
    let rate = try after.rateFigure("change_success_rate")
    #expect(rate.excluded.listed == ["C-1: unknown_outcome"])
    #expect(rate.bounds == RateBounds(low: Ratio(0, 1), high: Ratio(1, 1), unknown: 1))
    #expect(rate.verdict == .noData)
  }

  @Test func deployedWithoutAPlanOrAnOutcomeIsUnknown() throws {
    var change = SampleChange("C-1")
    change.deployed = "2026-03-02T09:00Z"
    let rate = try figures(change).rateFigure("change_success_rate")
    #expect(rate.excluded.listed == ["C-1: unknown_outcome"])
  }

  @Test func unknownChangeThatCausedAnIncidentIsAFailureEitherWay() throws {
    var change = SampleChange("C-1")
    change.deployed = "2026-03-02T09:00Z"
    change.caused = ["I-1"]
    let rate = try figures(change).rateFigure("change_failure_rate")
    #expect(rate.bounds == RateBounds(low: Ratio(1, 1), high: Ratio(1, 1), unknown: 1))
  }

  @Test func plannedChangesAreNotStarted() throws {
    var change = SampleChange("C-1")
    change.requested = "2026-03-01T09:00Z"
    change.planned = ("2026-03-28T09:00Z", "2026-03-28T11:00Z")
    let figures = try figures(change, asOf: "2026-03-20T00:00Z")
    // Its request alone is counted, and breaches and reviews are not about it.
    let unconcerned: Set = [
      "completeness_rate", "waived_breach_rate", "reviews_in_time", "time_to_restore",
      "deployment_completeness",
    ]
    for figure in figures.figures where !unconcerned.contains(figure.definition.key) {
      #expect(figure.excluded.listed == ["C-1: not_started"], "\(figure.definition.key)")
    }
  }

  @Test func whatHappensLaterIsNotKnownYet() throws {
    var change = SampleChange.deployed("C-1", "2026-03-10T09:00Z", .rolledBack)
    change.rolledBack = "2026-03-12T09:00Z"
    let figures = try figures(change, asOf: "2026-03-11T00:00Z")
    #expect(figures.isProvisional)
    #expect(try figures.rateFigure("rollback_rate").counted.isEmpty)
    #expect(try figures.rateFigure("rollback_rate").bounds?.unknown == 1)
    #expect(try figures.rateFigure("emergency_change_rate").denominator == 1)
  }

  @Test func changesOfUnknownTypeCountWhereTheTypeDoesNotMatter() throws {
    let figures = try figures(.deployed("C-1", "2026-03-02T09:00Z", type: "Mystery"))
    #expect(try figures.rateFigure("change_success_rate").denominator == 1)
    for key in ["emergency_change_rate", "mean_time_to_deploy", "reversible_rollback_rate"] {
      #expect(figures[key: key]?.excluded.listed == ["C-1: unknown_type"])
    }
  }

  @Test func everythingUnreadableLeavesNoData() throws {
    let figures = try figures(
      .deployed("C-1", "2026-03-02T09:00Z"), .deployed("C-2", "2026-03-03T09:00Z"),
      unreadable: ["C-1", "C-2"])
    #expect(try figures.rateFigure("population_completeness").share == Ratio(0, 2))
    for figure in figures.figures
    where !figure.definition.subject.isIncident && figure.definition.subject.isRecord
      && figure.key != "population_completeness"
    {
      #expect(figure.count == 0)
      #expect(figure.excluded.listed == ["C-1: unreadable", "C-2: unreadable"])
    }
  }

  @Test func approvalAtTheInstantOfDeploymentTakesNoTime() throws {
    let change = SampleChange.deployed(
      "C-1", "2026-03-02T09:00Z", .failed, approved: ["2026-03-02T09:00Z"])
    let summary = try #require(try figures(change).timeToDeploy().summary)
    #expect(summary.total == 0)
    #expect(summary.count == 1)
  }

  @Test func missingApprovalIsListed() throws {
    let figure = try figures(.deployed("C-1", "2026-03-02T09:00Z")).timeToDeploy()
    #expect(figure.excluded.listed == ["C-1: no_approval"])
    #expect(figure.verdict == .noData)
  }

  @Test func withoutATargetAllTypesWithAnApprovalAreTimed() throws {
    let changes = [
      SampleChange.deployed(
        "C-1", "2026-03-02T09:00Z", type: "Emergency", approved: ["2026-03-02T08:00Z"]),
      .deployed("C-2", "2026-03-02T09:00Z", type: "Standard", approved: ["2026-03-02T08:00Z"]),
    ]
    let register = try sampleRegister(changes, policies: [samplePolicy([])])
    let figure = try month("2026-03", of: register).timeToDeploy()
    #expect(figure.durations == [MeasuredDuration(id: "C-1", seconds: 3600)])
    #expect(figure.excluded.listed == ["C-2: pre_approved"])
    #expect(figure.verdict == nil)
  }

  @Test func aTargetMayNameATypeByItsBeginning() throws {
    let target = sampleTarget(
      .changeSuccessRate, .above, .share(Ratio(1, 2)), text: ">50% (runtime)", types: ["runtime"])
    let changes = [
      SampleChange.deployed("C-1", "2026-03-02T09:00Z"),
      .deployed("C-2", "2026-03-02T09:00Z", type: "Runtime Upgrade"),
    ]
    let register = try sampleRegister(changes, policies: [samplePolicy([target])])
    let judged = try #require(try month("2026-03", of: register).judged.first)
    #expect(judged.figure.countedIDs == ["C-2"])
    #expect(judged.figure.excluded.listed == ["C-1: type_not_in_target"])
  }
}
