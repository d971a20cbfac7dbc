import Chronology
import Documents
import Figures
import Findings
import Obligations
import Records
import Reports
import SourceText

/// The list of systems, and two pages for each: the system, and the records behind its figures.
func planSystems(_ publication: Publication) -> [PlannedPage] {
  let systems = publication.systems.systems
  return planSystemIndex(publication)
    + systems.flatMap { system in
      let view = SystemView(system: system, publication: publication)
      return [view.planPage(), view.planFigureRecords()]
    }
}

/// A system together with what its pages say of it.
struct SystemView: Sendable {
  let system: SystemIndex.System
  let publication: Publication

  var route: Route { system.route }
  private var register: Register { publication.register }

  fileprivate func planPage() -> PlannedPage {
    PlannedPage(
      system.name, at: route, in: .changes,
      below: [Breadcrumb(.changes), Breadcrumb("Systems", .systems)], publication
    ) {
      let changes = system.changes.map { (at: register.changes[$0].anchor, index: $0) }
      let latest = changes.sorted { a, b in
        guard a.at != b.at else { return a.index > b.index }
        guard let x = a.at, let y = b.at else { return b.at == nil }
        return x > y
      }.prefix(rowsPerPage).map(\.index)
      let state = SystemState(system, in: publication)
      let isPart = changes.count > latest.count
      return Document(
        kicker: "System", title: system.name, lead: lead(state),
        [
          Section("now", "Right now", [StateNow(publication, system: system.name)]),
          Section(
            "attention", "Needs attention",
            [
              publication.list(publication.attentionByPage.value[system.route] ?? [])
            ]),
          Section("in-flight", "In flight", inFlight(state)),
          Section(
            "figures", "Figures, \(publication.twelveMonths.words ?? "not measured yet")",
            figureTable),
          Columns([
            Section("planned", "Planned", planned(state)), Section("freezes", "Freezes", freezes),
          ]),
          Columns([
            Section("findings", "Open findings", findings(state)),
            Section("incidents", "Incidents", [incidents]),
          ]),
          Section(
            "register",
            isPart ? "The latest \(latest.count) of \(changes.count) changes" : "Changes",
            [changeTable(latest)]),
          Section("months", "Months", isPart ? [months(changes.compactMap(\.at))] : []),
        ])
    }
  }

  private var last: RichText {
    guard let latest = system.lastChange(in: publication) else { return "" }
    return
      " The last change was \(Inline.id(.change(latest.change.id), latest.change.id)), \(Inline.instant(latest.at))."
  }

  private func lead(_ state: SystemState) -> RichText {
    let changes = counted(system.changes.count, "change", "changes").capitalisedFirst
    let incidents = counted(system.incidents.count, "incident", "incidents")
    let findings = counted(state.openFindings, "open finding", "open findings")
    return """
      \(changes, to: .here("register")), \(incidents, to: system.incidents.isEmpty ? nil : .here("incidents")) \
      and \(findings, to: state.openFindings == 0 ? nil : .here("findings")) are recorded.\(last)
      """
  }

  private func changeTable(_ changes: [Int]) -> any Block {
    guard !changes.isEmpty else {
      return EmptyState("No change names this system. One that does would be here.")
    }
    return ChangeTable(
      changes[...], caption: "Changes of \(system.name), the latest first", in: publication)
  }

  /// Links to the register of each month, filtered by the system, with its number of changes.
  private func months(_ instants: [Instant]) -> ShortList {
    var counts: [(period: Period, count: Int)] = []
    for instant in instants.sorted(by: >) {
      if let last = counts.last, last.period.interval.contains(instant) {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((Period(.month, holding: instant, in: publication.zone), 1))
      }
    }
    return ShortList(
      counts.map { period, count in
        let target = LinkTarget.registerWhere(period, column: "system", value: system.name)
        return "\(DisplayTime.period(period), to: target) \(count)"
      })
  }

  private var incidents: any Block {
    system.incidents.isEmpty
      ? EmptyState("No incident names this system.")
      : publication.list(system.incidents.map { register.incidents[$0] })
  }

  /// The freezes that name it; those of all systems are told, not listed.
  private var freezes: [any Block] {
    let own = system.freezes.map { register.freezes[$0] }
    let general = register.freezes.count { $0.systems.isEmpty }
    let holds = counted(general, "declared freeze holds", "declared freezes hold").capitalisedFirst
    return [
      own.isEmpty
        ? EmptyState("No declared freeze names this system.") : publication.list(own),
      Note(
        general == 0
          ? "Freezes of every year and those after incidents stand in the policy."
          : """
          \(holds) for all systems: see the \
          \("register", to: .route(.changes, fragment: "freezes")).
          """),
    ]
  }
}
