import Figures
import Findings
import Records

/// One part of the data files, made when it is written.
struct PlannedData: Sendable {
  let make: @Sendable () -> [OutputFile]

  init(_ route: Route, _ content: @escaping @Sendable () -> [UInt8]) {
    make = { [OutputFile(path: route.outputPath, content: content())] }
  }

  init(_ make: @escaping @Sendable () -> [OutputFile]) { self.make = make }
}

/// Everything under `/data/`, and the sitemap where the site's address is known. The largest come
/// first, so that no thread is left with one of them at the end.
func planData(_ edition: Edition, pages: [Route]) -> [PlannedData] {
  let register = edition.register
  let changes = ChangesData(register, findings: edition.findings, asOf: edition.asOf) { change in
    register.stage(of: change, asOf: edition.asOf)
  }
  var data = [
    PlannedData(.data("figures.json")) {
      renderFiguresJSON(edition.figures, asOf: edition.asOf)
    },
    PlannedData(.data("changes.json")) { changes.json() },
    PlannedData(.data("changes.csv")) { changes.csv() },
    PlannedData(.data("findings.json")) { renderJSON(edition.findings) },
    PlannedData(.data("findings.csv")) { findingsCSV(edition.findings) },
  ]
  for definition in FigureCatalogue.definitions {
    data.append(
      PlannedData(.data("\(definition.slug).csv")) {
        renderFigureCSV(definition, edition.figures)
      })
  }
  for (name, schema) in JSONSchema.published {
    data.append(PlannedData(.schema(name)) { schema.document(title: name) })
  }
  if let baseURL = register.settings.baseURL {
    data.append(PlannedData { sitemap(of: pages, under: baseURL) })
  }
  return data
}
