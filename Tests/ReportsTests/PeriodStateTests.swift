import Chronology
import Documents
import Figures
import Interchange
import TestSupport
import Testing

@testable import Reports

/// Periods of which little or nothing can be said.
struct PeriodStateTests {
  @Test func aPeriodBeforeTheFirstRecordIsASentence() throws {
    let report = try ReportSample().report(.month, "2025-06")
    #expect(
      report.caution?.plain(in: .utc).contains(
        "before the first record, which belongs to February 2026")
        == true)
    #expect(report.sections.isEmpty)
    #expect(!report.showsVerdict)
  }

  @Test func aPeriodInTheFutureIsASentenceAndItsPlans() throws {
    let report = try ReportSample(asOf: "2026-03-22T12:00Z").report(.month, "2026-05")
    #expect(report.caution?.plain(in: .utc).hasPrefix("The period begins on 1 May 2026.") == true)
    #expect(report.sections.map(\.anchor) == ["outlook"])
  }

  @Test func aRegisterWithoutRecordsIsASentence() throws {
    let report = try ReportSample(changes: [], incidents: []).report(.month, "2026-03")
    #expect(report.caution?.plain(in: .utc).hasPrefix("No change is recorded.") == true)
  }

  @Test func anEmptyPeriodSaysWhatWouldBeThere() throws {
    let sample = try ReportSample(asOf: "2026-06-15T00:00Z")
    let report = try sample.report(.week, "2026-W20")
    #expect(report.isEmpty)
    #expect(report.text(of: "shipped").hasPrefix("Nothing shipped in this week."))
    #expect(report.text(of: "exceptions").hasPrefix("None."))
    #expect(report.text(of: "figures").contains("no data"))
    #expect(!report.text(of: "figures").contains("100%"))
  }

  @Test func aTableListsTwoHundredChangesAndSaysWhereTheOthersAre() throws {
    let first = try #require(HandWorkedRecords.changes.first { $0.id == "CHG-2026-0101" })
    let sample = try ReportSample(
      changes: (1001...1201).map { number in
        let id = "CHG-2026-\(number)"
        return (id, first.text.replacing(first.id, with: id))
      }, incidents: [])
    let rest = "1 more is in the register of changes."
    let shipped = try sample.report(.week, "2026-W11")
    #expect(shipped.shipped.count == 201)
    #expect(shipped.text(of: "shipped").split(separator: "\n").count == 201)
    #expect(shipped.text(of: "shipped").hasSuffix(rest))
    let planned = try sample.report(.week, "2026-W10")
    #expect(planned.outlook.planned.count == 201)
    #expect(planned.text(of: "planned").split(separator: "\n")[200] == rest)
  }

  @Test(arguments: [
    ("one record", ["CHG-2026-0101"]), ("all excluded", ["CHG-2026-0110", "CHG-2026-0113"]),
    ("all unknown", ["CHG-2026-0111"]),
  ])
  func fewRecordsAreReportedInEveryFormat(name: String, ids: [String]) throws {
    let sample = try ReportSample(
      changes: HandWorkedRecords.changes.filter { ids.contains($0.id) }, incidents: [])
    for (kind, label) in [
      (Period.Kind.week, "2026-W13"), (.month, "2026-03"), (.quarter, "2026-Q1"), (.year, "2026"),
    ] {
      let report = try sample.report(kind, label)
      for text in [
        renderReportText(report), renderReportMarkdown(report),
        String(decoding: renderReportMail(report, site: "Site"), as: UTF8.self),
        String(decoding: PeriodReport.document.json(report), as: UTF8.self),
      ] {
        #expect(!text.isEmpty && !text.lowercased().contains("nan"), "\(name)")
      }
    }
  }
}
