import Chronology
import Documents
import Markdown
import PolicyReading
import Records

/// The most rows that one page of a register holds.
let rowsPerPage = 200

/// The latest changes, a listing for each month, and one for changes without any instant.
func planRegister(_ publication: Publication) -> [PlannedPage] {
  let months = RegisterMonths(publication.register, zone: publication.zone)
  let filters = registerFilters(publication.register.policies.latest)
  var pages = [planLatest(months, filters: filters, publication)]
  for month in months.months {
    let label = month.period.label
    pages += planListing(
      month.changes, title: DisplayTime.period(month.period), current: label, months: months,
      filters: filters,
      publication
    ) { .changesMonth(label, page: $0) }
  }
  if !months.undated.isEmpty {
    pages += planListing(
      months.undated, title: "Without any instant", current: nil, months: months,
      filters: filters, publication
    ) { .changesUndated(page: $0) }
  }
  return pages
}

private func planLatest(
  _ months: RegisterMonths, filters: HTML, _ publication: Publication
) -> PlannedPage {
  let total = months.months.reduce(0) { $0 + $1.changes.count }
  let latest = months.latest(rowsPerPage)
  let frame = publication.frame(at: .changes, in: .changes)
  return PlannedPage(.changes, template: "register", in: publication) {
    let all = counted(
      total > latest.count ? total : total + months.undated.count, "change", "changes"
    ).capitalisedFirst
    let lead: RichText =
      total > latest.count
      ? """
      \(all, to: .here("months")) on record; the latest \(String(latest.count), to: .here("register")) are listed \
      here, all others under their months.
      """
      : "\(all, to: .here("register")) on record, the latest first."
    return RegisterPage(
      frame: frame.page("Changes", breadcrumbs: .trail([], to: "Changes", at: .changes)),
      title: "Changes", lead: lead,
      unreadable: unreadableNotice(publication, at: .changes),
      months: months.navigation(at: .changes, current: nil),
      listing: total > latest.count ? "The latest \(latest.count)" : "All changes",
      filters: filters, systemsHref: Route.systems.href(from: .changes),
      rows: registerTable(
        latest[...], caption: "The latest changes", at: .changes, in: publication),
      paging: .empty,
      emptyState: "No change with an instant is on record. A record is a Markdown file under "
        + "content/changes; the guide tells how to write one.",
      incidents: incidentList(publication, at: .changes),
      freezes: freezeList(publication, at: .changes))
  }
}

/// The pages of one listing.
private func planListing(
  _ changes: [Int], title: String, current: String?, months: RegisterMonths, filters: HTML,
  _ publication: Publication, route: @escaping @Sendable (Int) -> Route
) -> [PlannedPage] {
  let pageCount = (changes.count + rowsPerPage - 1) / rowsPerPage
  return (1...max(1, pageCount)).map { page in
    let here = route(page)
    let rows = changes[((page - 1) * rowsPerPage)..<min(page * rowsPerPage, changes.count)]
    return PlannedPage(here, template: "register", in: publication) {
      let name = page == 1 ? title : "\(title), page \(page)"
      return RegisterPage(
        frame: publication.frame(at: here, in: .changes).page(
          "Changes: \(name)",
          breadcrumbs: .trail([Breadcrumb(.changes)], to: name, at: here)),
        title: title,
        lead: """
          \(counted(changes.count, "change", "changes").capitalisedFirst, to: .here("register")), each at its \
          end, else its start, its planned start or its request.
          """,
        unreadable: .empty,
        months: months.navigation(at: here, current: current),
        listing: pageCount > 1 ? "Page \(page) of \(pageCount)" : "The changes",
        filters: filters, systemsHref: Route.systems.href(from: here),
        rows: registerTable(rows, caption: "Changes: \(name)", at: here, in: publication),
        paging: pageLinks(page: page, of: pageCount, at: here, route: route),
        emptyState: "No change is on record here.", incidents: .empty, freezes: .empty)
    }
  }
}

/// Links to the pages of one listing; nothing where there is only one.
func pageLinks(
  page current: Int, of count: Int, at here: Route, route: (Int) -> Route
) -> HTML {
  guard count > 1 else { return .empty }
  var writer = HTMLWriter()
  writer.open("nav", "aria-label", "Pages")
  writer.open("ul", class: "pages")
  for page in 1...count {
    writer.open("li")
    writer.element(
      "a",
      [
        "href": route(page).href(from: here), "data-keep-filters": "",
        "aria-current": page == current ? "page" : nil,
      ], "Page \(page)")
    writer.close("li")
  }
  writer.close("ul")
  writer.close("nav")
  return writer.finish()
}

extension HTML {
  /// See `Breadcrumb.trail`.
  static func trail(_ crumbs: [Breadcrumb], to name: String, at route: Route) -> HTML {
    Breadcrumb.trail(crumbs, to: name, at: route)
  }
}
