import Chronology
import Documents
import Figures
import Findings
import PolicyReading
import Records
import TestSupport
import Testing

@testable import Reports

/// What each audience is told of the records that were worked out by hand.
struct AudienceTests {
  @Test func engineersAreToldWhatShippedAndWhatFailedAndWhy() throws {
    // 9 to 15 March: 0101, 0102, 0103 with issues, 0106, 0107 and 0108 ended well; 0104 failed and
    // caused an incident, 0105 was rolled back.
    let report = try ReportSample().report(.week, "2026-W11")
    #expect(
      report.shipped.map { $0.id.suffix(4) } == ["0101", "0102", "0103", "0106", "0107", "0108"])
    let failed = report.text(of: "exceptions")
    #expect(
      failed.contains(
        "CHG-2026-0104 Raise the batch size of the indexer: failed, caused an incident"))
    #expect(failed.contains("Caused INC-2026-001 The indexer stops."))
    #expect(failed.contains("Followed up by CHG-2026-0108."))
    #expect(failed.contains("Rolled back because: Latency."))
    #expect(failed.contains("CHG-2026-0108 Lower the batch size of the indexer: emergency"))
    #expect(report.summary.plain(in: .utc).hasPrefix("6 changes shipped, 2 failed."))
  }

  @Test func shippedAndFailedAreTheDenominatorOfTheSuccessRate() throws {
    let report = try ReportSample().report(.month, "2026-03")
    let failed = report.exceptions.filter(\.isFailure).map(\.exception.id)
    #expect(
      (report.shipped.map(\.id) + failed).sorted()
        == report.figures.rate("change_success_rate")?.counted.map(\.id))
  }

  @Test func engineersSeeWhatIsPlannedInTheNextWeekAndHowItStands() throws {
    let report = try ReportSample().report(.week, "2026-W12")
    #expect(
      report.outlook.planned.map { $0.change.id.suffix(4) } == ["0111", "0110", "0112", "0113"])
    #expect(report.text(of: "planned").contains("CHG-2026-0110 | Replace the gateway"))
    #expect(report.text(of: "planned").contains("cancelled"))
  }

  @Test func aRunningWeekPlansFromTheClockOn() throws {
    let report = try ReportSample(asOf: "2026-03-24T12:00Z").report(.week, "2026-W13")
    // 0111 was to start on the 24th at 02:00, before the clock.
    #expect(report.outlook.planned.map { $0.change.id.suffix(4) } == ["0110", "0112", "0113"])
    #expect(report.caution?.plain(in: .utc).hasPrefix("Provisional") == true)
  }

  @Test func leadershipIsToldFiguresExceptionsAndOutlook() throws {
    let report = try ReportSample().report(.month, "2026-03")
    #expect(report.mainFigures.map(\.key).count == 4)
    #expect(report.text(of: "figures").contains("70.0%, 7 of 10"))
    #expect(
      report.text(of: "exceptions").contains(
        "CHG-2026-0109 Close a hole in the gateway: emergency, caused an incident"))
    #expect(report.text(of: "changed").hasPrefix("7 changes shipped"))
    // 0103 is of high risk; 0108 and 0109 are emergencies of high and critical risk.
    #expect(report.text(of: "changed").contains("CHG-2026-0103"))
    #expect(report.text(of: "quality").contains("1 change has errors: CHG-2026-0113"))
    #expect(report.text(of: "quality").contains("CHG-2026-0111"))
  }

  @Test func everyAudienceIsToldWhichClauseAsksForIt() throws {
    let sample = try ReportSample()
    #expect(try sample.report(.week, "2026-W11").duty?.content == "Summary to the engineers")
    #expect(try sample.report(.month, "2026-03").duty?.content == "Figures to the board")
    #expect(try sample.report(.year, "2026").duty == nil)
  }

  @Test func theReviewSeesBreachesByRuleAndTheirWaivers() throws {
    let report = try ReportSample().report(.quarter, "2026-Q1")
    #expect(
      report.breaches.rules.contains { $0.code.number == 305 && $0.waived == 1 && $0.open == 0 })
    #expect(
      report.text(of: "waivers").contains(
        "Accepted by @cab, 27 Mar 2026, 09:00 UTC: The board met late"))
    let controls = report.text(of: "controls")
    #expect(controls.contains("SOC 2 CC8.1 (§11.1) | Change authorization"))
    #expect(controls.contains("the rules of authorisation"))
    #expect(controls.contains("any rule"))
  }

  @Test func theSameRuleByTheSameSystemIsCalledOut() throws {
    // Both lack their rollback plan, and both are about the gateway.
    let changes = editedRecords("CHG-2026-0101", "### Rollback Plan", with: "### Way home")
    let report = try ReportSample(changes: changes).report(.quarter, "2026-Q1")
    let repeated = report.breaches.repeated.first { $0.code.number == 201 }
    #expect(repeated?.system == "rpc-gateway")
    #expect(repeated?.records == ["CHG-2026-0101", "CHG-2026-0103"])
  }

  @Test func theReviewSeesTheMonthsOfAQuarterAndTheQuartersOfAYear() throws {
    let sample = try ReportSample()
    #expect(
      try sample.report(.quarter, "2026-Q1").parts.map(\.period.label) == ["2026-02", "2026-03"])
    #expect(try sample.report(.year, "2026").parts.map(\.period.label) == ["2026-Q1", "2026-Q2"])
  }

  @Test func thePolicysReviewIsDueAfterOneCycle() throws {
    let report = try ReportSample().report(.quarter, "2026-Q1")
    // In force since 1 January 2026, reviewed each year; 15 April is 261 days before.
    #expect(report.text(of: "policy").contains("the next review is on 1 Jan 2027, due in 261 days"))
    let late = try ReportSample(asOf: "2027-01-03T00:00Z").report(.quarter, "2026-Q4")
    #expect(late.text(of: "policy").contains("overdue by 2 days"))
  }

  @Test func whatIsOverdueIsNamedWithItsHolder() throws {
    let sample = try ReportSample()
    // The rules that find it come with the calendar; where none did, nothing is invented.
    let report = try sample.report(.week, "2026-W13")
    let owed = Set(
      sample.findings.filter { [405, 408, 409].contains($0.code.number) && $0.waiver == nil }
        .compactMap(\.record))
    #expect(Set(report.overdue.map(\.change.id)).isSubset(of: owed))
    for duty in report.overdue { #expect(report.text(of: "overdue").contains(duty.change.id)) }
  }
}

/// What a report takes from the text of records.
struct RecordTextTests {
  @Test func aFailureIsToldInTheRecordsOwnWords() throws {
    let changes = editedRecords(
      "CHG-2026-0104", "### Justification",
      with: "### Outcome\nThe queue ran full. Nobody saw it.\n### Justification")
    let report = try ReportSample(changes: changes).report(.month, "2026-03")
    #expect(report.text(of: "exceptions").contains("The queue ran full. Caused INC-2026-001"))
  }

  @Test(arguments: [
    ("One. Two.", "One."), ("Version 2.10 is out. More", "Version 2.10 is out."),
    ("No stop", "No stop"), ("", ""),
  ])
  func takesTheFirstSentence(text: String, first: String) {
    #expect(firstSentence(of: text) == first)
  }

  @Test func cutsALongSentenceBetweenWords() {
    let text = firstSentence(of: String(repeating: "word ", count: 100))
    #expect(text.hasSuffix("word …") && text.utf8.count < 250)
  }
}
