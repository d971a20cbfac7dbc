import Chronology
import Findings
import Markdown
@testable import PolicyReading
import SourceText
import Testing

@Suite struct WholePolicyTests {
  let policy = LedgerPolicy.policy

  @Test func findsNothingToComplainAbout() {
    #expect(policy.problems.map { "\($0.place.start): \($0.kind)" } == [])
  }

  @Test func recognisesEveryTable() {
    #expect(
      policy.tables.map { "\($0.key.rawValue) \($0.rows) §\($0.clause?.number ?? "")" } == [
        "change types 4 §3.1", "risk levels 4 §3.2", "pre-approved changes 4 §4.1",
        "required information 9 §5.1", "review matrix 6 §6.1", "testing matrix 5 §7.1",
        "environments 2 §7.2", "windows 3 §8.1", "freezes 3 §8.2", "targets 4 §10.1",
        "controls 3 §11.1", "history 1 §12",
      ])
  }

  @Test func readsTheLinesUnderTheTitle() {
    let metadata = policy.metadata
    #expect(policy.title == "Policy for Changes to the Ledger")
    #expect(metadata.id?.value == "POL-CM-007")
    #expect(metadata.version?.value == "1.0")
    #expect(metadata.effective?.value == CivilDay(year: 2026, month: 1, day: 19))
    #expect(metadata.effective?.place.start == Position(line: 5, column: 21))
    #expect(metadata.effective?.place.text == "2026-01-19")
    #expect(metadata.reviewCycle?.value == ReviewCycle(months: 12, text: "Annual"))
    #expect(metadata.owner?.value == "Platform Group")
    #expect(metadata.entries.map(\.name).last == "Classification")
    #expect(metadata.entries.count == 6)
  }

  @Test func readsChangeTypes() {
    #expect(policy.types.map(\.name) == ["Standard", "Normal", "Emergency", "Runtime Upgrade"])
    #expect(
      policy.types.map(\.approval) == [
        .preApproved, .advisoryBoard, .emergencyBoard, .governanceVote,
      ])
    #expect(policy.types.map(\.leadTime) == [.immediate, .days(5), .immediate, .votingPeriod])
  }

  @Test func eachRowKnowsItsPlaceAndClause() throws {
    let normal = try #require(policy.types.first { $0.name == "Normal" })
    #expect(normal.reference.clause == "3.1")
    #expect(normal.reference.excerpt == "Normal | Planned work | CAB review | 5 days")
    #expect(normal.reference.place.text == "| **Normal** | Planned work | CAB review | 5 days |")
  }

  @Test func readsRisksInOrder() {
    #expect(policy.risks.map(\.name) == ["Low", "Medium", "High", "Critical"])
    #expect(policy.risks.map(\.rank) == [0, 1, 2, 3])
    #expect(policy.risks.last?.examples == "Consensus changes")
  }

  @Test func readsTheCatalogueAndNotTheTableInsideAFence() {
    #expect(
      policy.preApproved.map(\.name) == [
        "Dependency updates (patch)", "Log level changes", "Alert thresholds",
        "Documentation updates",
      ])
  }

  @Test func readsRequiredFields() {
    #expect(policy.requiredFields.count == 9)
    #expect(policy.requiredFields[2].requiredFor == .types(["Normal", "Emergency"]))
    #expect(policy.requiredFields[5].requiredFor == .types(["Normal", "Runtime Upgrade"]))
    #expect(
      policy.requiredFields.map(\.kind) == [
        .title, .description, .justification, .riskLevel, .impact, .implementationPlan,
        .rollbackPlan, .testingEvidence, .approvals,
      ])
  }

  @Test func readsTheReviewMatrix() {
    #expect(policy.reviewMatrix.map(\.technical) == [1, 1, 2, 2, 2, 1])
    #expect(policy.reviewMatrix.map(\.security) == [0, 0, 0, 1, 2, 1])
    #expect(
      policy.reviewMatrix.map(\.securityReview) == [
        .no, .ifRelevant, .ifRelevant, .yes, .yes, .yes,
      ])
  }

  @Test func readsTheTestingMatrix() throws {
    let matrix = try #require(policy.testingMatrix)
    #expect(matrix.levels == ["Unit", "Integration", "Staging", "Mainnet Canary"])
    #expect(
      matrix.rows.map(\.requirements) == [
        [.none, .none, .none, .none], [.none, .required, .required, .none],
        [.required, .required, .required, .none], [.required, .required, .required, .optional],
        [.required, .required, .required, .recommended],
      ])
  }

  @Test func readsWindowsAndTheirZone() {
    #expect(
      policy.windows.map(\.time) == [
        Recurrence([.daily(DayRule(weekdays: Weekday.allCases), start: 120, end: 360)]),
        Recurrence([.daily(DayRule(weekdays: Weekday.allCases), start: 840, end: 1080)]), .always,
      ])
    #expect(policy.windows.map(\.zone) == [.utc, .utc, .utc])
    #expect(policy.windows.map(\.purpose).first == "Significant changes")
    #expect(policy.zone == .utc)
  }

  @Test func readsFreezes() {
    #expect(
      policy.freezes.map(\.duration) == [
        .recurring(
          Recurrence([
            .yearly(first: MonthDay(month: 12, day: 20), last: MonthDay(month: 1, day: 5))
          ])),
        .asDeclared, .afterIncident(seconds: 172_800),
      ])
    #expect(
      policy.freezes.map(\.allowed) == [
        FreezeAllowance.emergencies, FreezeAllowance.emergencies,
        FreezeAllowance(ways: [[.relatedFix]]),
      ])
  }

  @Test func readsTargets() {
    #expect(
      policy.targets.map(\.figure) == [
        .changeSuccessRate, .emergencyChangeRate, .meanTimeToDeploy, .rollbackRate,
      ])
    #expect(policy.targets.map(\.comparison) == [.above, .below, .below, .below])
    #expect(
      policy.targets.map(\.bound) == [
        .share(Ratio(95, 100)), .share(Ratio(1, 20)), .duration(7200), .share(Ratio(1, 50)),
      ])
    #expect(policy.targets.map(\.types) == [[], [], ["Normal"], []])
  }

  @Test func readsTheClausesOutsideTables() {
    #expect(policy.reviewDeadline?.value == 172_800)
    #expect(policy.reviewDeadline?.reference.clause == "4.3")
    #expect(policy.retention?.value == Retention(months: 36, text: "3 years minimum"))
    #expect(policy.retention?.reference.clause == "11.2")
    #expect(policy.reporting.map(\.period) == [.week, .month, .quarter])
    #expect(policy.reporting.first?.content == "What changed, to the platform group")
  }

  @Test func readsTheThresholdInsideADrawing() throws {
    let threshold = try #require(policy.voteThreshold)
    #expect(threshold.value == Threshold(share: Ratio(2, 3), isStrict: false, text: "2/3+"))
    #expect(threshold.reference.clause == "4.4")
    #expect(threshold.reference.excerpt == "Threshold: 2/3+ approval")
    let line = LedgerPolicy.text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("Threshold:") }
    #expect(threshold.reference.place.start.line == line.map { $0 + 1 })
  }

  @Test func readsClausesFromNumberedHeadings() throws {
    let clause = try #require(policy.clauses.first { $0.number == "6.1" })
    #expect(clause.title == "Review Requirements by Change Type")
    #expect(clause.anchor == "61-review-requirements-by-change-type")
    #expect(clause.level == 3)
    #expect(policy.clauses.first?.number == nil)
  }

  @Test func readsControlsAndHistory() {
    #expect(
      policy.controls.map(\.standard) == ["SOC 2 CC8.1", "SOC 2 CC8.2", "ISO 27001 A.12.1.2"])
    #expect(policy.versions.map(\.version) == ["1.0"])
    #expect(policy.versions.first?.date == CivilDay(year: 2026, month: 1, day: 19))
  }
}
