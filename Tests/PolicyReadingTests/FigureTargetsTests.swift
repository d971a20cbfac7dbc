import SourceText
import Testing

@testable import PolicyReading

/// Rows of the table of metrics: each is judged, named as not judged, or a problem at its place.
@Suite struct FigureTargetsTests {
  private static let row = "| Rollback rate | <2% | Rollbacks / Total |"

  /// The policy with further rows after those of its table.
  private func policy(_ rows: String...) -> Policy {
    LedgerPolicy.replacing(Self.row, ([Self.row] + rows).joined(separator: "\n"))
  }

  @Test(arguments: [
    ("Change failure rate", "<15%", FigureName.changeFailureRate),
    ("Change Failure Rate (CFR)", "<15%", .changeFailureRate),
    ("Lead time for changes", "<7 days", .leadTime), ("MTTR", "<4 hours", .timeToRestore),
    ("Time to restore service", "<4 hours", .timeToRestore),
    ("Deployment frequency", "≥3 per week", .deploymentFrequency),
    ("Deployment frequency", "daily", .deploymentFrequency),
    ("Deployment frequency", "at least once a month", .deploymentFrequency),
    ("Rework rate", "<10%", .reworkRate), ("Changes in a freeze", "0%", .freezeRate),
    ("Emergency reviews in time", "100%", .reviewsInTime),
    ("Deployments with an approved record", ">99%", .deploymentCompleteness),
  ])
  func everyFigureCanHaveATarget(metric: String, cell: String, figure: FigureName) throws {
    let policy = policy("| \(metric) | \(cell) | |")
    #expect(policy.problems.isEmpty, "\(policy.problems.map(\.kind))")
    let target = try #require(policy.targets.last)
    #expect(target.figure == figure)
    #expect(target.bound.measure == figure.measure)
    #expect(target.text == cell)
  }

  @Test func oneFigureCanHaveSeveralTargets() {
    let policy = policy(
      "| Mean time to deploy | <30 minutes (emergency) | |",
      "| Change success rate | >99% (high risk) | |",
      "| Change success rate (normal) | >90% | |")
    #expect(policy.problems.isEmpty, "\(policy.problems.map(\.kind))")
    let added = policy.targets.suffix(3)
    #expect(added.map(\.types) == [["Emergency"], [], ["Normal"]])
    #expect(added.map(\.risks) == [[], ["High"], []])
    #expect(added.map(\.figure) == [.meanTimeToDeploy, .changeSuccessRate, .changeSuccessRate])
  }

  @Test func whatIsNotUnderstoodIsAProblemAndNotDropped() {
    for row in [
      "| Deployment frequency | >95% | |", "| Change failure rate | <2 hours | |",
      "| Lead time | ≥3 a week | |", "| Lead time | p90 <2 days | |",
      "| Change failure rate | <15% (without migrations) | |",
      "| Deployment frequency | ≥3 a fortnight | |",
    ] {
      let policy = policy(row)
      #expect(policy.problems.count == 1, "\(row)")
      #expect(policy.targets.count == 4, "\(row)")
    }
    // A metric that is not computed is kept, so that it can be named.
    let other = policy("| Happiness of the team | >80% | |")
    #expect(other.problems.isEmpty)
    #expect(other.targets.last?.figure == nil && other.targets.count == 5)
  }

  @Test func aMedianIsJudgedWhereTheRowSaysSo() throws {
    let rows = [
      ("| Lead time | median <2 days | |", Target.Statistic.median),
      ("| Median lead time | <2 days | |", .median), ("| Lead time | <2 days | |", .mean),
      ("| Time to restore | <2 hours | |", .median),
      ("| Mean time to restore | <2 hours | |", .mean),
    ]
    for (row, statistic) in rows {
      #expect(try #require(policy(row).targets.last).statistic == statistic, "\(row)")
    }
  }

  @Test(arguments: [
    ("3 per week", Ratio(3, 1)), ("2 a day", Ratio(14, 1)), ("daily", Ratio(7, 1)),
    ("1.5 / week", Ratio(3, 2)), ("once a month", Ratio(112, 487)),
    ("twice a year", Ratio(56, 1461)),
    ("10 deployments per week", Ratio(10, 1)),
  ])
  func paceIsKeptExact(text: String, ratio: Ratio) {
    var tokens = CellTokens(text)
    #expect(FrequencyText.take(&tokens) == ratio)
    #expect(tokens.atEnd)
  }

  @Test(arguments: ["", "3", "per week", "3 per fortnight", "often", "99999999999 a day"])
  func whatIsNoPaceIsNone(text: String) {
    var tokens = CellTokens(text)
    #expect(FrequencyText.take(&tokens) == nil)
  }
}
