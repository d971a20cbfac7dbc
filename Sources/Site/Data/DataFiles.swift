import Calendar
import Chronology
import Configuration
import DeploymentGate
import Deployments
import Figures
import Findings
import History
import Interchange
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
///   - trail: Of the register; nil to have it worked out.
///   - restatements: Every publication, compared with today.
///   - answers: What the gate answers for planned changes.
///   - stage: Where a change stands at `asOf`.
package func planDataFiles(
  _ register: Register, findings: [Finding], figures: [PeriodFigures], asOf: Instant,
  history: RegisterHistory = RegisterHistory(), trail: AuditTrail? = nil,
  restatements: @escaping @Sendable () -> [Restatement] = { [] },
  answers: PlannedAnswers = .none,
  stage: @escaping @Sendable (Change) -> WorkflowStage
) -> [DataFile] {
  let changes = Deferred {
    ChangesData(register, findings: findings, asOf: asOf, stage: stage)
  }
  let trail = trail ?? AuditTrail(register, history)
  let files = [
    DataFile(route: .data("changes.csv")) { changes.value.csv() },
    DataFile(route: .data("changes.json")) { changes.value.json() },
    DataFile(route: .data("findings.csv")) {
      renderCSV(findings.map { FindingRow($0) }, FindingRow.fields)
    },
    DataFile(route: .data("findings.json")) { renderJSON(findings) },
    DataFile(route: .data("history.json")) {
      HistoryData.document.json(HistoryData(history: history, register: register, asOf: asOf))
    },
    DataFile(route: .data("restatements.csv")) { renderRestatementsCSV(restatements()) },
    DataFile(route: .data("restatements.json")) {
      RestatementsData.document.json(RestatementsData(restatements(), asOf: asOf), .pretty)
    },
    DataFile(route: .data("figures.json")) {
      FiguresData.document.json(FiguresData(figures, asOf: asOf))
    },
    DataFile(route: .data("audit-log.csv")) {
      renderCSV(trail.log.value, AuditLogRow.fields)
    },
    DataFile(route: .data("audit-log.jsonl")) {
      renderJSONLines(trail.log.value, AuditLogRow.fields)
    },
    DataFile(route: .data("duties.csv")) { renderCSV(trail.duties.value, DutyRow.fields) },
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
      renderCSV(CalendarRow.freezes(of: CalendarBook(register), in: span), CalendarRow.fields)
    },
    DataFile(route: .data("windows.csv")) {
      renderCSV(CalendarRow.windows(of: CalendarBook(register), in: span), CalendarRow.fields)
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

/// The JSON Schema of each document that a site publishes, by the document's name.
package let publishedSchemas: [(name: String, content: [UInt8])] = [
  (
    "audit-log",
    AuditLogRow.fields.schema.document(title: "A line of the audit log of a changebook site")
  ),
  ("changes", ChangeRow.document.schema), ("figures", FiguresData.document.schema),
  ("findings", FindingRow.document.schema), ("gate", GateAnswer.document.schema),
  ("history", HistoryData.document.schema), ("next", NextSlots.document.schema),
  ("published", FigureSnapshot.document.schema),
  ("reconciliation", ReconciliationData.document.schema),
  ("record", JSONSchema.record.document(title: "Front matter of a change record")),
  ("report", PeriodReport.document.schema), ("restatements", RestatementsData.document.schema),
]

private let schemas = publishedSchemas.map { schema in
  DataFile(route: .schema(schema.name)) { schema.content }
}
