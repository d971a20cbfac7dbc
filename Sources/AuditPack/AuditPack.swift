import Calendar
import Chronology
import DeploymentLogs
import Deployments
import Figures
import Findings
import History
import Interchange
import Obligations
import PolicyReading
import Records
import Reports
import Rules
import Site
import SourceText

// Making a pack:
//  1. the population is what the period holds, with nothing left out because it was mended or waived;
//  2. everything that was found of it, approved and waived goes into tables;
//  3. a sample is drawn that anybody can draw again, and each of its changes gets a workpaper;
//  4. the whole is closed with a list of hashes.

/// What an auditor takes away: files that answer for a period, and can be checked without us.
package struct AuditPack: Sendable {
  /// By path; the list of hashes comes last.
  package let files: [PackFile]
  package let population: Int
  package let sample: Int

  package init(_ input: PackInput) throws(WorkbookFault) {
    let content = PackContent(input)
    files = Manifest.sealed(try content.files())
    population = content.population.count
    sample = content.papers.count
  }
}

/// What goes into a pack, worked out once.
struct PackContent: Sendable {
  let input: PackInput
  /// By id.
  let population: [Change]
  let unread: Set<String>
  /// What may be of the period, since nobody knows of which time it is: records without an instant, and files
  /// that are not opened.
  let unplaced: [UnplacedRecord]
  /// Records that are of another period, and those of which every instant is ahead.
  let elsewhere: Int
  let ahead: Int
  let findings: PackFindings
  let reconciliation: DeploymentReconciliation?
  let papers: [Workpaper]
  /// What of each change that was tested nobody can tell, by its letters.
  let undecided: [(id: String, letters: Set<String>)]

  init(_ input: PackInput) {
    self.input = input
    let interval = input.period.interval
    let register = input.register
    let placed = register.changes.compactMap { change in
      change.anchor(asOf: input.asOf).map { (change: change, at: $0) }
    }
    let population = placed.filter { interval.contains($0.at) }.map(\.change)
    elsewhere = placed.count - population.count
    ahead = register.changes.count { $0.anchor != nil } - placed.count
    self.population = population
    let unread = unreadableChanges(register)
    self.unread = unread
    unplaced = UnplacedRecord.all(in: register)
    let ids = Set(population.map(\.id))
    findings = PackFindings(input, ids: ids)
    reconciliation = input.deployments?.during(interval)
    let candidates = population.filter(\.hasHappened)
    let sample = AuditSample(
      of: candidates.map { change in
        AuditSample.Candidate(
          id: change.id,
          stratum: "\(change.type?.value ?? "no type"), \(change.risk?.value ?? "no risk")",
          isEmergency: register.type(of: change)?.isEmergency ?? false)
      }, count: input.sampleSize, seed: input.seed)
    let writer = WorkpaperWriter(input, unread: unread)
    let drawn = sample.drawn.map { (drawn: $0, change: candidates[$0.position]) }
    let names = drawn.map { Workpaper.fileStem(of: $0.change) }.madeDistinct
    undecided = candidates.filter { !unread.contains($0.id) }.map { change in
      let open = writer.attributes(of: change).filter(\.isUnknown).map(\.letter)
      return (change.id, Set(open))
    }
    papers = zip(drawn, names).map { one, name in
      writer.paper(of: one.drawn, one.change, fileName: name + ".html")
    }
  }

  /// Throws `WorkbookFault` where the workpapers have no room in a workbook.
  func files() throws(WorkbookFault) -> [PackFile] {
    let register = input.register
    let span = input.period.interval
    let book = CalendarBook(register)
    let changes = ChangesData(register, findings: input.findings, asOf: input.asOf) {
      register.stage(of: $0, asOf: input.asOf)
    }
    let ids = Set(population.map(\.id))
    let rows = changes.rows(of: ids)
    let figures = input.index.measure(input.period)
    var files = [
      PackFile("how-it-was-made.json", Self.provenance.json(self, .pretty)),
      PackFile("population.csv", renderCSV(rows, ChangeRow.fields)),
      PackFile("population.jsonl", renderJSONLines(rows, ChangeRow.fields)),
      PackFile(
        "audit-log.csv",
        renderCSV(
          register.auditLog(input.history).filter { ids.contains($0.id) || unplaced.has($0.file) },
          AuditLogRow.fields)),
      PackFile(
        "duties.csv",
        renderCSV(
          register.duties(input.history).filter { ids.contains($0.change.id) }, DutyRow.fields)),
      PackFile("findings.csv", renderCSV(findings.all.map { FindingRow($0) }, FindingRow.fields)),
      PackFile(
        "findings.jsonl", renderJSONLines(findings.all.map { FindingRow($0) }, FindingRow.fields)),
      PackFile("unread.csv", renderCSV(unreadRecords, UnplacedRecord.fields)),
      PackFile("approvals.csv", approvals), PackFile("waivers.csv", waivers),
      PackFile(
        "windows.csv", renderCSV(CalendarRow.windows(of: book, in: span), CalendarRow.fields)),
      PackFile(
        "freezes.csv", renderCSV(CalendarRow.freezes(of: book, in: span), CalendarRow.fields)),
      PackFile("figures.csv", renderCSV(FigureRow.list([figures]), FigureRow.fields)),
      PackFile("figures.json", FiguresData.document.json(FiguresData([figures], asOf: input.asOf))),
      PackFile("sample.csv", sample), PackFile("workpapers.xlsx", try Workpaper.workbook(papers)),
      PackFile("oscal-assessment-results.json", assessment.json()),
    ]
    if let reconciliation {
      files.append(
        PackFile(
          "reconciliation.json",
          ReconciliationData.document.json(
            ReconciliationData(
              reconciliation, period: input.period.label, asOf: input.asOf), .pretty)))
    }
    files += input.index.deriveAll(of: input.period).map { derivation in
      PackFile(
        "derivations/\(derivation.figure.definition.slug).txt",
        Array(renderDerivationText(derivation).utf8))
    }
    files += papers.map { PackFile("workpapers/\($0.fileName)", $0.page(in: register.zone)) }
    files += input.receipts.map { PackFile("receipts/\($0.path)", $0.content) }
    return files + [PackFile("index.html", overview(of: files))]
  }
}
