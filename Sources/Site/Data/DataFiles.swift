import Calendar
import Chronology
import Configuration
import DeploymentGate
import Figures
import Findings
import History
import Records
import Reports

/// A file under `data/`, its bytes made when it is written.
package struct DataFile: Sendable {
  package let route: Route
  package let render: @Sendable () -> [UInt8]
}

/// Everything under `data/`: changes, findings and figures, each with its schema, and the calendar's
/// feeds and tables.
///
/// - Parameters:
///   - findings: All findings, in the order of listings.
///   - figures: Of all periods, in their order.
///   - history: What git knows of the register.
///   - restatements: Every publication, compared with today.
///   - answers: What the gate answers for planned changes.
///   - stage: Where a change stands at `asOf`.
package func planDataFiles(
  _ register: Register, findings: [Finding], figures: [PeriodFigures], asOf: Instant,
  history: RegisterHistory = RegisterHistory(),
  restatements: @escaping @Sendable () -> [Restatement] = { [] },
  answers: PlannedAnswers = .none,
  stage: @escaping @Sendable (Change) -> WorkflowStage
) -> [DataFile] {
  let changes = Deferred {
    ChangesData(register, findings: findings, asOf: asOf, stage: stage)
  }
  let files = [
    DataFile(route: .data("changes.csv")) { changes.value.csv() },
    DataFile(route: .data("changes.json")) { changes.value.json() },
    DataFile(route: .data("findings.csv")) { findingsCSV(findings) },
    DataFile(route: .data("findings.json")) { renderJSON(findings) },
    DataFile(route: .data("history.json")) { renderHistoryJSON(history, of: register, asOf: asOf) },
    DataFile(route: .data("restatements.csv")) { renderRestatementsCSV(restatements()) },
    DataFile(route: .data("restatements.json")) {
      renderRestatementsJSON(restatements(), asOf: asOf)
    },
    DataFile(route: .data("audit-log.csv")) { renderCSV(register.auditLog(history)) },
    DataFile(route: .data("audit-log.jsonl")) { renderJSONLines(register.auditLog(history)) },
    DataFile(route: .data("duties.csv")) { renderCSV(register.duties(history)) },
    DataFile(route: .data("figures.json")) { renderFiguresJSON(figures, asOf: asOf) },
  ]
  let tables = FigureCatalogue.definitions.map { definition in
    DataFile(route: .figureTable(definition.key)) { renderFigureCSV(definition, figures) }
  }
  return files + tables + schemas + calendarFiles(register, history, asOf: asOf, answers: answers)
}

/// The feeds, and the openings and freezes of the year before and the year after `asOf`.
private func calendarFiles(
  _ register: Register, _ history: RegisterHistory, asOf: Instant, answers: PlannedAnswers
) -> [DataFile] {
  let feeds = Deferred {
    CalendarFeeds(
      register, asOf: asOf, addresses: .pages(of: register), answer: { answers[$0]?.brief },
      history: { history.revision(of: $0) })
  }
  let span = CalendarRow.usualSpan(around: asOf, in: register.zone)
  return [
    DataFile(route: .feed("calendar")) { feeds.value.everything() },
    DataFile(route: .feed("changes")) { feeds.value.changes() },
    DataFile(route: .feed("freezes")) { feeds.value.freezes() },
    DataFile(route: .feed("windows")) { feeds.value.windows() },
    DataFile(route: .data("freezes.csv")) {
      renderCSV(CalendarRow.freezes(of: CalendarBook(register), in: span))
    },
    DataFile(route: .data("windows.csv")) {
      renderCSV(CalendarRow.windows(of: CalendarBook(register), in: span))
    },
  ]
    + FeedSystem.list(of: register).map { system in
      DataFile(route: .systemFeed(system.key)) { feeds.value.system(system) }
    }
}

extension FeedAddresses {
  /// The pages of the site, where it is known where that will be served.
  package static func pages(of register: Register) -> FeedAddresses {
    guard let base = register.settings.baseURL else { return .unknown }
    return FeedAddresses(
      change: { Route.change($0).address(under: base) },
      incident: { Route.incident($0).address(under: base) })
  }
}

private let schemas = [
  ("audit-log", "A line of the audit log of a changebook site", JSONSchema.auditLog),
  ("changes", "Changes of a changebook site", JSONSchema.changes),
  ("figures", "Figures of a changebook site", JSONSchema.figures),
  ("findings", "Findings of a changebook site", JSONSchema.findings),
  ("gate", "Answer of the gate of a changebook site", JSONSchema.gate),
  ("history", "History of a changebook site", JSONSchema.history),
  ("published", "Figures of a changebook site as published", JSONSchema.published),
  ("reconciliation", "Deployments held against the records", JSONSchema.reconciliation),
  ("record", "Front matter of a change record", JSONSchema.record),
  ("report", "Report of a changebook site", JSONSchema.report),
  ("restatements", "Restatements of a changebook site", JSONSchema.restatements),
].map { name, title, schema in
  DataFile(route: .schema(name)) { schema.document(title: title) }
}
