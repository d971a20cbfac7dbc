import Documents
import Figures
import PolicyReading
import Records

private let systemsPerPage = 500

/// The systems by name, with what is on record of each.
func planSystemIndex(_ publication: Publication) -> [PlannedPage] {
  let systems = publication.systems.systems
  let pageCount = max(1, (systems.count + systemsPerPage - 1) / systemsPerPage)
  return (1...pageCount).map { page in
    let shown = systems[((page - 1) * systemsPerPage)..<min(page * systemsPerPage, systems.count)]
    let name = page == 1 ? "Systems" : "Systems, page \(page)"
    return PlannedPage(
      name, at: .systems(page: page), in: .changes, below: [Breadcrumb(.changes)], publication
    ) {
      Document(
        kicker: "Register of changes", title: "Systems",
        lead: """
          \(counted(systems.count, "system is", "systems are").capitalisedFirst) named by the records. They \
          differ in what is changed on them and how: compare a system with its own past, not with another.
          """,
        [
          Section(
            "systems", "By name",
            [
              table(shown, publication),
              Pager(page: page, of: pageCount) { .route(.systems(page: $0)) },
            ])
        ])
    }
  }
}

private func table(
  _ systems: ArraySlice<SystemIndex.System>, _ publication: Publication
) -> any Block {
  let rows = systems.map { system -> [RichText] in
    let state = SystemState(system, in: publication)
    func cell(_ count: Int, _ fragment: String) -> RichText {
      "\("\(count)", to: count > 0 ? .route(system.route, fragment: fragment) : nil)"
    }
    let success = publication.twelveMonths.figures(ofSystem: system.name)
      .first { $0.definition.name == .changeSuccessRate }
    let records = success.flatMap { figure in
      FigureRecords.count(of: figure) > 0
        ? LinkTarget.route(.systemFigures(system.name), fragment: figure.definition.slug) : nil
    }
    let last = system.lastChange(in: publication)?.at
    return [
      "\(system.name, to: .route(system.route))", cell(system.changes.count, "register"),
      cell(state.inFlight.count, "in-flight"), cell(state.planned.count, "planned"),
      cell(system.incidents.count, "incidents"), cell(state.openFindings, "findings"),
      "\(success?.valueWords ?? "no data", to: records)",
      "\(success?.shareWords ?? "–", to: records)",
      last.map { "\(Inline.instant($0))" } ?? "none yet",
    ]
  }
  return Table(
    "Systems",
    [
      "System", .number("Changes"), .number("In flight"), .number("Planned"), .number("Incidents"),
      .number("Open findings"), .number("Success, twelve months"), .number("Counted"),
      "Last change",
    ], rows
  ).or("No record names a system. The key `systems` of a change or an incident would list it here.")
}
