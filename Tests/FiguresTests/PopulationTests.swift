import Chronology
import Configuration
import PolicyReading
import Records
import Testing

@testable import Figures

/// What is counted where a record does not say all: outcomes that are owed, ends that are missing,
/// approvals that come late.
struct PopulationTests {
  private func figures(
    _ changes: [SampleChange], asOf: String = "2026-04-15T00:00Z", label: String = "2026-03"
  ) throws -> PeriodFigures {
    try month(label, of: sampleRegister(changes), asOf: asOf)
  }

  @Test func whatStartedLongAgoIsUnknownWithoutAnOutcome() throws {
    var change = SampleChange("C-1")
    change.started = "2026-03-02T09:00Z"
    let before = try figures([change], asOf: "2026-03-16T08:59Z")
    #expect(try before.rateFigure("change_success_rate").excluded.listed == ["C-1: in_flight"])
    let after = try figures([change], asOf: "2026-03-16T09:00Z")
    #expect(try after.rateFigure("change_success_rate").excluded.listed == ["C-1: unknown_outcome"])
    #expect(try after.rateFigure("change_success_rate").bounds?.unknown == 1)
    // A plan says better how long it takes.
    change.planned = ("2026-03-02T09:00Z", "2027-03-02T09:00Z")
    #expect(try figures([change]).rateFigure("change_success_rate").bounds == nil)
  }

  @Test func aFailureWithoutAnEndIsCountedByItsPlan() throws {
    var planned = SampleChange("C-1", "Normal", .failed)
    planned.planned = ("2026-03-02T09:00Z", "2026-03-02T11:00Z")
    let rate = try figures([planned]).rateFigure("change_failure_rate")
    #expect(rate.share == Ratio(1, 1))
    // Nobody knows when its work ended, so nothing is said of its window.
    #expect(
      try figures([planned]).rateFigure("window_share").excluded.listed == ["C-1: no_end"])
  }

  @Test func aFailureWithoutAnyEndIsInTheBounds() throws {
    var failed = SampleChange("C-1", "Normal", .failed)
    failed.started = "2026-03-02T09:00Z"
    let good = SampleChange.deployed("C-2", "2026-03-03T09:00Z")
    let figures = try figures([failed, good])
    let success = try figures.rateFigure("change_success_rate")
    // It may belong to the month, and then as a failure.
    #expect(success.bounds == RateBounds(low: Ratio(1, 2), high: Ratio(1, 2), unknown: 1))
    #expect(success.excluded.listed == ["C-1: no_end"])
    let failure = try figures.rateFigure("change_failure_rate")
    #expect(failure.bounds == RateBounds(low: Ratio(1, 2), high: Ratio(1, 2), unknown: 1))
  }

  @Test func anApprovalAfterTheStartDoesNotMoveTheTimeToDeploy() throws {
    var change = SampleChange.deployed(
      "C-1", "2026-03-02T09:00Z", approved: ["2026-03-02T08:00Z", "2026-03-05T08:00Z"])
    #expect(try figures([change]).timeToDeploy().durations.map(\.seconds) == [3600])
    change.approved = ["2026-03-05T08:00Z"]
    #expect(try figures([change]).timeToDeploy().excluded.listed == ["C-1: approved_after_start"])
    // What is approved later than the report is not approved yet.
    #expect(
      try figures([change], asOf: "2026-03-04T00:00Z").timeToDeploy().excluded.listed == [
        "C-1: no_approval"
      ])
  }

  @Test func aReviewAloneIsNoApproval() throws {
    let change = SampleChange.deployed(
      "C-1", "2026-03-02T09:00Z", type: "Runtime Upgrade", approved: ["2026-03-02T08:00Z"])
    // The type asks for a vote, and the record has a board's approval.
    let policy = samplePolicy([
      sampleTarget(.meanTimeToDeploy, .below, .duration(7200), text: "<2 hours")
    ])
    let figures = try month("2026-03", of: sampleRegister([change], policies: [policy]))
    #expect(try figures.timeToDeploy().excluded.listed == ["C-1: no_approval"])
  }

  @Test func deploymentsCountFromTheFirstWork() throws {
    var first = SampleChange.deployed("C-1", "2026-03-21T09:00Z")
    first.requested = "2025-12-01T09:00Z"
    let more = (22...28).map { SampleChange.deployed("C-\($0)", "2026-03-\($0)T09:00Z") }
    guard case .count(let march)? = try figures([first] + more)[key: "deployment_frequency"],
      case .count(let february)? = try figures([first], label: "2026-02")[
        key: "deployment_frequency"]
    else { throw SampleError.noFigure }
    // Eight in the eleven days from 21 March on.
    #expect(march.perWeek == 56.0 / 11)
    // Requests were on record in February, and no work.
    #expect(february.known == 0 && february.perWeek == nil)
  }

  @Test func issuesAreAmongWhatMissed() throws {
    let changes = [
      SampleChange.deployed("C-1", "2026-03-02T09:00Z", .successfulWithIssues),
      .deployed("C-2", "2026-03-03T09:00Z", .failed), .deployed("C-3", "2026-03-04T09:00Z"),
    ]
    let figures = try figures(changes)
    let success = try figures.rateFigure("change_success_rate")
    #expect(
      figures.missedWords(of: .rate(success)) == "1 failed and 1 successful with issues")
    #expect(figures.exceptions.map(\.id) == ["C-1", "C-2"])
    #expect(success.denominator - success.numerator == figures.exceptions.count)
  }

  @Test func theTimeToRestoreLeadsWithTheMedian() throws {
    let incidents = [1, 2, 9].map { hours in
      sampleIncident(
        "I-\(hours)", causedBy: ["C-1"], started: "2026-03-02T10:00Z",
        resolved: "2026-03-02T\(10 + hours):00Z")
    }
    let register = try sampleRegister(
      [.deployed("C-1", "2026-03-02T09:00Z")], incidents: incidents)
    let figure = try #require(try month("2026-03", of: register)[key: "time_to_restore"])
    #expect(figure.value == 7200)
    #expect(figure.valueText == "2 h, median of 3 incidents")
  }
}
