import Chronology
import Figures
import Findings
import Records

/// A file under `data/`, its bytes made when it is written.
package struct DataFile: Sendable {
  package let route: Route
  package let render: @Sendable () -> [UInt8]
}

/// Everything under `data/`: changes, findings and figures, each with its schema.
///
/// - Parameters:
///   - findings: All findings, in the order of listings.
///   - figures: Of all periods, in their order.
///   - stage: Where a change stands at `asOf`.
package func planDataFiles(
  _ register: Register, findings: [Finding], figures: [PeriodFigures], asOf: Instant,
  stage: @escaping @Sendable (Change) -> WorkflowStage
) -> [DataFile] {
  let changes: @Sendable () -> ChangesData = {
    ChangesData(register, findings: findings, asOf: asOf, stage: stage)
  }
  let files = [
    DataFile(route: .data("changes.csv")) { changes().csv() },
    DataFile(route: .data("changes.json")) { changes().json() },
    DataFile(route: .data("findings.csv")) { findingsCSV(findings) },
    DataFile(route: .data("findings.json")) { renderJSON(findings) },
    DataFile(route: .data("figures.json")) { renderFiguresJSON(figures, asOf: asOf) },
  ]
  let tables = FigureCatalogue.definitions.map { definition in
    DataFile(route: .figureTable(definition.key)) { renderFigureCSV(definition, figures) }
  }
  return files + tables + schemas
}

private let schemas = [
  ("changes", "Changes of a changebook site", JSONSchema.changes),
  ("figures", "Figures of a changebook site", JSONSchema.figures),
  ("findings", "Findings of a changebook site", JSONSchema.findings),
  ("record", "Front matter of a change record", JSONSchema.record),
].map { name, title, schema in
  DataFile(route: .schema(name)) { schema.document(title: title) }
}
