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

  package init(_ input: PackInput) {
    let content = PackContent(input)
    files = Manifest.sealed(content.files)
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
  let findings: [Finding]
  let reconciliation: DeploymentReconciliation?
  let papers: [Workpaper]

  init(_ input: PackInput) {
    self.input = input
    let interval = input.period.interval
    let register = input.register
    let population = register.changes.filter { change in
      change.anchor.map { interval.contains($0) && $0 <= input.asOf } ?? false
    }
    self.population = population
    unread = unreadableChanges(register)
    let ids = Set(population.map(\.id))
    findings = input.findings.filter { finding in
      // What is of no record, such as of a log or of the policy, is of every period.
      finding.record.map { ids.contains($0) || register.change($0) == nil } ?? true
    }
    reconciliation =
      register.deploymentLogs.isEmpty
      ? nil
      : reconcile(
        register.deploymentLogs, with: register, history: input.history, asOf: input.asOf
      ).during(interval)
    let sample = AuditSample(
      of: population.filter(\.hasHappened).map { change in
        AuditSample.Candidate(
          id: change.id,
          stratum: "\(change.type?.value ?? "no type"), \(change.risk?.value ?? "no risk")",
          isEmergency: register.type(of: change)?.isEmergency ?? false)
      }, count: input.sampleSize, seed: input.seed)
    let writer = WorkpaperWriter(input, reconciliation)
    papers = sample.drawn.compactMap { drawn in
      register.change(drawn.id).map { writer.paper(of: drawn, $0) }
    }
  }

  var files: [PackFile] {
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
      PackFile("index.html", overview),
      PackFile("how-it-was-made.json", Self.provenance.json(self, .pretty)),
      PackFile("population.csv", renderCSV(rows, ChangeRow.fields)),
      PackFile("population.jsonl", renderJSONLines(rows, ChangeRow.fields)),
      PackFile(
        "audit-log.csv",
        renderCSV(
          register.auditLog(input.history).filter { ids.contains($0.change.id) },
          AuditLogRow.fields)),
      PackFile(
        "duties.csv",
        renderCSV(
          register.duties(input.history).filter { ids.contains($0.change.id) }, DutyRow.fields)),
      PackFile("findings.csv", renderCSV(findings.map { FindingRow($0) }, FindingRow.fields)),
      PackFile(
        "findings.jsonl", renderJSONLines(findings.map { FindingRow($0) }, FindingRow.fields)),
      PackFile("approvals.csv", approvals), PackFile("waivers.csv", waivers),
      PackFile(
        "windows.csv", renderCSV(CalendarRow.windows(of: book, in: span), CalendarRow.fields)),
      PackFile(
        "freezes.csv", renderCSV(CalendarRow.freezes(of: book, in: span), CalendarRow.fields)),
      PackFile("figures.csv", renderCSV(FigureRow.list([figures]), FigureRow.fields)),
      PackFile("figures.json", FiguresData.document.json(FiguresData([figures], asOf: input.asOf))),
      PackFile("sample.csv", sample), PackFile("workpapers.xlsx", Workpaper.workbook(papers)),
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
    for definition in FigureCatalogue.definitions {
      guard let derivation = input.index.derive(definition.key, of: input.period) else { continue }
      files.append(
        PackFile(
          "derivations/\(definition.slug).txt", Array(renderDerivationText(derivation).utf8)))
    }
    files += papers.map { PackFile("workpapers/\($0.fileName)", $0.page(in: register.zone)) }
    return files
      + input.receipts.map { PackFile("receipts/\($0.path)", $0.content) }
  }

  private var assessment: AssessmentResults {
    let tested = population.filter { $0.hasHappened && !unread.contains($0.id) }
    let broken = Dictionary(grouping: findings.filter { $0.nature == .breach && $0.record != nil })
    {
      $0.record ?? ""
    }
    func control(_ id: String, _ title: String, _ topics: Set<RuleTopic>?)
      -> AssessmentResults.TestedControl
    {
      let exceptions = tested.map(\.id).filter { id in
        (broken[id] ?? []).contains { $0.waiver == nil && topics?.contains($0.topic) ?? true }
      }
      return AssessmentResults.TestedControl(
        id: id, title: title, passed: tested.count - exceptions.count, population: tested.count,
        exceptions: exceptions)
    }
    return AssessmentResults(
      title: "Changes of \(input.period.label)", program: input.program, asOf: input.asOf,
      interval: input.period.interval,
      controls: [
        control("cm-3", "Changes are controlled", nil),
        control("cm-4", "Impact is analysed", [.requiredInformation, .evidence]),
        control("cm-5", "Who may change is restricted", [.authorisation]),
      ], papers: papers)
  }
}
