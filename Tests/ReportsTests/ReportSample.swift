import Documents
import Calendar
import Chronology
import Configuration
import Figures
import Findings
import PolicyReading
import Records
import Rules
import SourceText
import TestSupport

@testable import Reports

/// The reports of a site of a few files.
struct ReportSample {
  let register: Register
  let findings: [Finding]
  let index: FiguresIndex
  let reports: ReportIndex

  /// Without files of their own: the records that were worked out by hand, March 2026.
  init(
    changes: [(id: String, text: String)] = HandWorkedRecords.changes,
    incidents: [(id: String, text: String)] = HandWorkedRecords.incidents,
    others: [String: String] = [:], asOf: String = HandWorkedRecords.asOf
  ) throws {
    let files =
      [SourceFile(path: "content/policy/POL-TEST-001.md", text: Self.policy)]
      + changes.map { SourceFile(path: "content/changes/2026/\($0.id).md", text: $0.text) }
      + incidents.map { SourceFile(path: "content/incidents/\($0.id).md", text: $0.text) }
      + others.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, text: $0.value) }
    let now = InstantText.read(asOf, in: .utc)?.instant ?? Instant(secondsSinceEpoch: 0)
    register = try readRegister(SourceTree(files: files), settings: Settings(), jobs: .one)
    findings = check(register, asOf: now, jobs: .one)
    index = FiguresIndex(
      register, facts: FindingFacts(findings, unreadable: unreadableChanges(register)), asOf: now)
    reports = ReportIndex(
      register, findings: findings, measured: index.measureAll(Period.Kind.allCases), asOf: now)
  }

  func report(_ kind: Period.Kind, _ label: String) throws -> PeriodReport {
    guard let period = Period(kind, labelled: label, in: .utc) else { throw NoSuchPeriod() }
    let course = reports.course(of: kind)
    return reports.report(
      of: course.index(of: period).map { course.periods[$0] } ?? index.measure(period))
  }

  /// The sample policy with the clauses that reports ask for.
  static let policy =
    SamplePolicy.text + """


      ### 10.2 Reporting

      - **Weekly:** Summary to the engineers
      - **Monthly:** Figures to the board
      - **Quarterly:** Review

      ### 11.1 Standards

      | Standard | Requirement | Implementation |
      |---|---|---|
      | SOC 2 CC8.1 | Change authorization | CAB |
      | ISO 27001 A.8.32 | Change management | This policy |
      """

  struct NoSuchPeriod: Error {}
}

/// The records worked out by hand with a text of one of them replaced.
func editedRecords(
  _ id: String, _ text: String, with other: String
) -> [(id: String, text: String)] {
  HandWorkedRecords.changes.map { record in
    record.id == id
      ? (
        record.id,
        record.text.split(separator: text, omittingEmptySubsequences: false)
          .joined(separator: other)
      ) : record
  }
}

extension PeriodReport {
  /// The words of a section, one block or item a line; empty where it has no such section.
  func text(of anchor: String) -> String {
    guard let section = sections.first(where: { $0.anchor == anchor }) else { return "" }
    return section.blocks.map { block in
      switch block {
      case let paragraph as Paragraph: plain(paragraph.text)
      case let note as Note: plain(note.text)
      case let empty as EmptyState: plain(empty.text)
      case let list as ItemList:
        list.items.map { ([$0.head] + $0.details).map(plain).joined(separator: " / ") }
          .joined(separator: "\n")
      case let table as Table:
        table.rows.map { $0.map(plain).joined(separator: " | ") }.joined(separator: "\n")
      case let cards as FigureCards:
        cards.figures.map(\.figure.valueText).joined(separator: "\n")
      case let prose as Prose: prose.paragraphs.joined(separator: "\n")
      default: "no test reads the block \(type(of: block).name)"
      }
    }.joined(separator: "\n")
  }

  private func plain(_ text: RichText) -> String { text.plain(in: index.zone) }
}
