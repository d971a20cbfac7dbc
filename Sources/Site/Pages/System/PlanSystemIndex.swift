import Documents
import Chronology
import Figures
import Markdown
import PolicyReading
import Records

private let systemsPerPage = 500

/// The systems by name, with what is on record of each.
func planSystemIndex(_ publication: Publication) -> [PlannedPage] {
  let systems = publication.systems.systems
  let pageCount = max(1, (systems.count + systemsPerPage - 1) / systemsPerPage)
  return (1...pageCount).map { page in
    let route = Route.systems(page: page)
    let shown = systems[((page - 1) * systemsPerPage)..<min(page * systemsPerPage, systems.count)]
    return PlannedPage(route, template: "sections", in: publication) {
      var content = HTMLWriter()
      content.append(table(shown, at: route, publication))
      content.append(pageLinks(page: page, of: pageCount, at: route) { .systems(page: $0) })
      let name = page == 1 ? "Systems" : "Systems, page \(page)"
      return SectionsPage(
        frame: publication.frame(at: route, in: .changes).page(
          name, breadcrumbs: .trail([Breadcrumb(.changes)], to: name, at: route)),
        kicker: "Register of changes", title: "Systems",
        lead: "\(counted(systems.count, "system is", "systems are").capitalisedFirst) named by the "
          + "records. They differ in what is changed on them and how: compare a system with its own "
          + "past, not with another.",
        sections: [.init(anchor: "systems", heading: "By name", content: content.finish())])
    }
  }
}

private func table(
  _ systems: ArraySlice<SystemIndex.System>, at route: Route, _ publication: Publication
) -> HTML {
  guard !systems.isEmpty else {
    return .notice(
      "No record names a system. The key `systems` of a change or an incident would list it here.")
  }
  var writer = HTMLWriter()
  writer.openTable(
    "Systems",
    [
      ("System", false), ("Changes", true), ("In flight", true), ("Planned", true),
      ("Incidents", true), ("Open findings", true), ("Success, twelve months", true),
      ("Counted", true), ("Last change", false),
    ])
  for system in systems {
    let state = SystemState(system, in: publication)
    func href(_ fragment: String) -> String { system.route.href(from: route, fragment: fragment) }
    func cell(_ count: Int, _ fragment: String) {
      writer.numberCell("\(count)", href: count > 0 ? href(fragment) : nil)
    }
    writer.open("tr")
    writer.open("th", "scope", "row")
    writer.element("a", "href", system.route.href(from: route), system.name)
    writer.close("th")
    cell(system.changes.count, "register")
    cell(state.inFlight.count, "in-flight")
    cell(state.planned.count, "planned")
    cell(system.incidents.count, "incidents")
    cell(state.openFindings, "findings")
    let success = publication.twelveMonths.figures(ofSystem: system.name)
      .first { $0.definition.name == .changeSuccessRate }
    let records = success.flatMap { figure in
      FigureRecords.count(of: figure) > 0
        ? Route.systemFigures(system.name).href(from: route, fragment: figure.definition.slug)
        : nil
    }
    writer.numberCell(success?.valueWords ?? "no data", href: records)
    writer.numberCell(success?.shareWords ?? "–", href: records)
    writer.open("td")
    let last = system.changes.lazy
      .compactMap { publication.register.changes[$0].anchor }
      .filter { $0 <= publication.asOf }.max()
    if let last { writer.time(last, in: publication.zone) } else { writer.text("none yet") }
    writer.close("td")
    writer.close("tr")
  }
  writer.closeTable()
  return writer.finish()
}
