import Chronology
import Documents
import Figures
import Findings
import Foundation
import Interchange
import Records
import SourceText
import TestSupport
import Testing

@testable import Reports

/// Figures that were published, and what became of them.
struct RestatementTests {
  private static let path = "content/published/2026-03.json"

  private func published(asOf: String = "2026-04-03T08:00Z") throws -> String {
    let file = try ReportSample(asOf: asOf).report(.month, "2026-03").publicationFile()
    #expect(file.path == Self.path)
    return String(decoding: file.content, as: UTF8.self)
  }

  private func march(
    _ changes: [(id: String, text: String)] = HandWorkedRecords.changes, published text: String
  ) throws -> PeriodReport {
    try ReportSample(changes: changes, others: [Self.path: text]).report(.month, "2026-03")
  }

  @Test func theSameRecordsGiveTheSameFigures() throws {
    let report = try march(published: published())
    #expect(report.restatement?.isRestated == false)
    #expect(
      report.text(of: "restatement").hasPrefix(
        "The figures are those that were published as of 3 Apr 2026"))
    #expect(try report.publicationFile().isPublished)
  }

  /// Files of before names were in snake_case.
  @Test func aFileInTheFormerFormIsReadAlike() throws {
    var text = try published()
    for (now, former) in [
      ("\"as_of\"", "\"asOf\""), ("\"outcome_due\"", "\"outcomeDue\""),
      ("published/2", "published/1"),
    ] {
      let parts = text.components(separatedBy: now)
      #expect(parts.count > 1, "\(now)")
      text = parts.joined(separator: former)
    }
    let report = try march(published: text)
    #expect(report.restatement?.isRestated == false)
    #expect(report.restatement?.settingsChanged == false)
  }

  @Test func aCorrectedOutcomeIsNamedWithWhatItMoved() throws {
    let changes = editedRecords("CHG-2026-0101", "outcome: successful", with: "outcome: failed")
    let report = try march(changes, published: published())
    let restatement = try #require(report.restatement)
    let success = try #require(restatement.figures.first { $0.key == "change_success_rate" })
    #expect(success.was.size == .rate(7, of: 10))
    #expect(success.now?.size == .rate(6, of: 10))
    let record = try #require(restatement.records.first { $0.id == "CHG-2026-0101" })
    #expect(record.facts.contains(.init(name: "outcome", was: "successful", now: "failed")))
    #expect(record.presence == .stayed)
    let text = report.text(of: "restatement")
    #expect(
      text.contains(
        "Change success rate | 70.0%, 7 of 10, missed (>95%) | 60.0%, 6 of 10, missed (>95%)"))
    #expect(text.contains("outcome changed from successful to failed"))
    #expect(text.contains("counted in the numerator → counted in the denominator only"))
    #expect(report.caution?.plain(in: .utc).hasPrefix("Restated:") == true)
  }

  @Test func aRecordThatIsGoneIsNamed() throws {
    let changes = HandWorkedRecords.changes.filter { $0.id != "CHG-2026-0102" }
    let report = try march(changes, published: published())
    let record = try #require(report.restatement?.records.first { $0.id == "CHG-2026-0102" })
    #expect(record.presence == .removed)
    #expect(report.text(of: "restatement").contains("there is no such record any more"))
  }

  @Test func aRecordThatMovedOutOfThePeriodIsNamed() throws {
    let changes = editedRecords(
      "CHG-2026-0102", "deployed: 2026-03-10T04:00Z", with: "deployed: 2026-04-02T04:00Z")
    let report = try march(changes, published: published())
    let record = try #require(report.restatement?.records.first { $0.id == "CHG-2026-0102" })
    #expect(record.facts.contains { $0.name == "deployed" })
    #expect(report.text(of: "restatement").contains("not in the period"))
  }

  @Test func aRecordThatCameLaterIsNamed() throws {
    let before = try ReportSample(
      changes: HandWorkedRecords.changes.filter { $0.id != "CHG-2026-0102" },
      asOf: "2026-04-03T08:00Z"
    ).report(.month, "2026-03").publicationFile()
    let report = try march(published: String(decoding: before.content, as: UTF8.self))
    let record = try #require(report.restatement?.records.first { $0.id == "CHG-2026-0102" })
    #expect(record.presence == .came)
    #expect(report.text(of: "restatement").contains("added since, or moved into it"))
  }

  @Test func whatWasPublishedBeforeStaysInTheFile() throws {
    let changes = editedRecords("CHG-2026-0101", "outcome: successful", with: "outcome: failed")
    let second = try march(changes, published: published()).publicationFile()
    let report = try march(changes, published: String(decoding: second.content, as: UTF8.self))
    #expect(report.restatement?.isRestated == false)
    let earlier = try #require(report.restatement?.published.earlier)
    #expect(earlier.map(\.asOf.rfc3339) == ["2026-04-03T08:00:00Z"])
    #expect(
      earlier.first?.figures.first { $0.key == "change_success_rate" }?.size == .rate(7, of: 10))
  }

  @Test func publishingTwiceGivesTheSameBytes() throws {
    #expect(try published() == published())
  }

  @Test func onlyAPeriodThatIsOverIsPublished() throws {
    let running = try ReportSample(asOf: "2026-03-31T23:59Z").report(.month, "2026-03")
    #expect(throws: PublicationRefusal.self) { try running.publicationFile() }
    let before = try ReportSample().report(.month, "2025-01")
    #expect(throws: PublicationRefusal.self) { try before.publicationFile() }
  }

  @Test(arguments: [
    ("", "it is not JSON"), ("[]", "is not of its kind"), ("{\"schema\": 1}", "is missing"),
    ("{", "it is not JSON"),
  ])
  func aFileThatCannotBeReadIsAFindingAndANotice(text: String, reason: String) throws {
    let sample = try ReportSample(others: [Self.path: text])
    let finding = try #require(sample.findings.first { $0.place.file.path == Self.path })
    #expect(finding.code.description == "CB104")
    #expect(finding.message.contains(reason), "\(finding.message)")
    let report = try sample.report(.month, "2026-03")
    #expect(report.text(of: "restatement").contains(Self.path))
    #expect(throws: PublicationRefusal.self) { try report.publicationFile() }
  }

  @Test(arguments: [
    ("\"label\": \"2026-03\"", "\"label\": \"2026-02\"", "it is about 2026-02"),
    ("changebook.published/2", "changebook.published/9", "schema"),
    ("\"k\": 7", "\"k\": 70", "cannot be"),
    ("\"as_of\": \"2026-04-03T08:00:00Z\"", "\"as_of\": \"yesterday\"", "no instant"),
  ])
  func aFileThatContradictsItselfIsNotCompared(
    text: String, other: String, reason: String
  ) throws {
    let broken = try published().split(separator: text, omittingEmptySubsequences: false)
      .joined(separator: other)
    let sample = try ReportSample(others: [Self.path: broken])
    let finding = try #require(sample.findings.first { $0.place.file.path == Self.path })
    #expect(finding.message.contains(reason), "\(finding.message)")
  }

  @Test func allRestatementsGoIntoOneFile() throws {
    let changes = editedRecords("CHG-2026-0101", "outcome: successful", with: "outcome: failed")
    let sample = try ReportSample(changes: changes, others: [Self.path: published()])
    let document = try #require(
      JSONSerialization.jsonObject(
        with: Data(
          RestatementsData.document.json(
            RestatementsData(sample.reports.restatements, asOf: sample.reports.asOf))))
        as? [String: Any])
    #expect(document["schema"] as? String == "changebook.restatements/2")
    let restatements = try #require(document["restatements"] as? [[String: Any]])
    #expect(restatements.first?["restated"] as? Bool == true)
    let rows = String(
      decoding: renderRestatementsCSV(sample.reports.restatements), as: UTF8.self
    ).split(separator: "\r\n")
    #expect(
      rows.contains {
        $0.hasPrefix(
          "month,2026-03,2026-04-03T08:00:00Z,change_success_rate,0.7,10,0.6,10,CHG-2026-0101,1 of 1,0 of 1,"
        )
      })
  }
}
