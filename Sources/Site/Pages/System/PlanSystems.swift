import Chronology
import Documents
import Figures
import Findings
import Markdown
import Records
import Reports
import SourceText

/// The list of systems, and two pages for each: the system, and the records behind its figures.
func planSystems(_ links: ChangeLinks, _ publication: Publication) -> [PlannedPage] {
  let systems = publication.systems.systems
  return planSystemIndex(publication)
    + systems.flatMap { system in
      let view = SystemView(system: system, publication: publication, changeLinks: links)
      return [
        PlannedPage(view.route, template: "system", in: publication) { view.page },
        view.planFigureRecords(),
      ]
    }
}

/// A system together with what its pages say of it.
struct SystemView: Sendable {
  let system: SystemIndex.System
  let publication: Publication
  let changeLinks: ChangeLinks

  var route: Route { system.route }
  private var register: Register { publication.register }

  var page: SystemPage {
    let changes = system.changes.map { (at: register.changes[$0].anchor, index: $0) }
    let latest = changes.sorted { a, b in
      guard a.at != b.at else { return a.index > b.index }
      guard let x = a.at, let y = b.at else { return b.at == nil }
      return x > y
    }.prefix(rowsPerPage).map(\.index)
    let state = SystemState(system, in: publication)
    return SystemPage(
      frame: publication.frame(at: route, in: .changes).page(
        system.name,
        breadcrumbs: .trail(
          [Breadcrumb(.changes), Breadcrumb("Systems", .systems)], to: system.name, at: route)),
      title: system.name, lead: lead(state),
      figuresHeading: "Figures, \(publication.twelveMonths.words ?? "not measured yet")",
      figures: figureTable, inFlight: inFlight(state), planned: planned(state),
      findings: findings(state), incidents: incidents, freezes: freezes,
      months: changes.count > latest.count ? months(changes.compactMap(\.at)) : .empty,
      listing: changes.count > latest.count
        ? "The latest \(latest.count) of \(changes.count) changes" : "Changes",
      changes: changeTable(latest))
  }

  private func lead(_ state: SystemState) -> RichText {
    let changes = counted(system.changes.count, "change", "changes").capitalisedFirst
    let incidents = counted(system.incidents.count, "incident", "incidents")
    let findings = counted(state.openFindings, "open finding", "open findings")
    return """
      \(changes, to: .here("register")), \(incidents, to: system.incidents.isEmpty ? nil : .here("incidents")) \
      and \(findings, to: state.openFindings == 0 ? nil : .here("findings")) are on record.
      """
  }

  private func changeTable(_ changes: [Int]) -> HTML {
    guard !changes.isEmpty else {
      return .notice("No change names this system. One that does would be here.")
    }
    var writer = HTMLWriter()
    writer.open(
      "div", ["class": "scroll", "role": "region", "aria-labelledby": "register", "tabindex": "0"])
    writer.append(
      registerTable(
        changes[...], caption: "Changes of \(system.name), the latest first", at: route,
        in: publication))
    writer.close("div")
    return writer.finish()
  }

  /// Links to the register of each month, filtered by the system, with its number of changes.
  private func months(_ instants: [Instant]) -> HTML {
    var counts: [(period: Period, count: Int)] = []
    for instant in instants.sorted(by: >) {
      if let last = counts.last, last.period.interval.contains(instant) {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((Period(.month, holding: instant, in: publication.zone), 1))
      }
    }
    var writer = HTMLWriter()
    writer.open("ul", class: "ids")
    for (period, count) in counts {
      writer.open("li")
      let month = Route.changesMonth(period.label).href(from: route)
      writer.element(
        "a", "href", "\(month)?system=\(queryEncoded(system.name))", DisplayTime.period(period))
      writer.text(" \(count)")
      writer.close("li")
    }
    writer.close("ul")
    return writer.finish()
  }

  private var incidents: HTML {
    guard !system.incidents.isEmpty else {
      return .notice("No incident names this system.")
    }
    return incidentList(
      system.incidents.map { register.incidents[$0] }, publication, at: route)
  }

  /// The freezes that name it; those of all systems are told, not listed.
  private var freezes: HTML {
    let own = system.freezes.map { register.freezes[$0] }
    let general = register.freezes.count { $0.systems.isEmpty }
    var writer = HTMLWriter()
    if own.isEmpty {
      writer.element("p", class: "empty", "No declared freeze names this system.")
    } else {
      writer.append(freezeList(own, publication, at: route))
    }
    writer.open("p", class: "note")
    writer.text(
      general == 0
        ? "Freezes of every year and those after incidents stand in the policy."
        : "\(counted(general, "declared freeze holds", "declared freezes hold").capitalisedFirst) "
          + "for all systems: see the ")
    if general > 0 {
      writer.element("a", "href", Route.changes.href(from: route, fragment: "freezes"), "register")
      writer.text(".")
    }
    writer.close("p")
    return writer.finish()
  }
}
