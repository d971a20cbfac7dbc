import Chronology
import Documents
import PolicyReading
import Records

/// The most rows that one page of a register holds.
let rowsPerPage = 100

/// The latest changes, a listing for each month, and one for changes without a date.
func planRegister(_ publication: Publication) -> [PlannedPage] {
  let months = RegisterMonths(publication.register, zone: publication.zone)
  var pages = [planLatest(months, publication)]
  for month in months.months {
    let label = month.period.label
    pages += planListing(
      month.changes, title: DisplayTime.period(month.period), current: label, months: months,
      publication
    ) { .changesMonth(label, page: $0) }
  }
  if !months.undated.isEmpty {
    pages += planListing(
      months.undated, title: "Without a date", current: nil, months: months,
      publication
    ) { .changesUndated(page: $0) }
  }
  return pages
}

private func planLatest(
  _ months: RegisterMonths, _ publication: Publication
) -> PlannedPage {
  let total = months.months.reduce(0) { $0 + $1.changes.count }
  let latest = months.latest(rowsPerPage)
  return PlannedPage(.changes, template: "register", in: publication) {
    let all = counted(
      total > latest.count ? total : total + months.undated.count, "change", "changes"
    ).capitalisedFirst
    let lead: RichText =
      total > latest.count
      ? """
      \(all, to: .here("months")) recorded. The latest \(String(latest.count), to: .here("register")) are listed \
      here, all others under their months.
      """
      : "\(all, to: .here("register")) recorded, the latest first."
    return RegisterPage(
      frame: publication.frame("Changes", at: .changes, in: .changes),
      title: "Changes", lead: lead,
      notice: publication.unreadableNotice,
      months: months.matrix(current: nil),
      listing: total > latest.count ? "The latest \(latest.count)" : "All changes",
      policy: publication.register.policies.latest,
      changes: ChangeTable(latest[...], caption: "The latest changes", in: publication),
      emptyState: "No change with a date is recorded. Add a Markdown file under content/changes; "
        + "the guide shows how to write one.",
      others: Columns([
        Section("incidents", "Incidents", [publication.list(publication.register.incidents)]),
        Section("freezes", "Declared freezes", [publication.list(publication.register.freezes)]),
      ]))
  }
}

/// The pages of one listing.
private func planListing(
  _ changes: [Int], title: String, current: String?, months: RegisterMonths,
  _ publication: Publication, route: @escaping @Sendable (Int) -> Route
) -> [PlannedPage] {
  let pageCount = (changes.count + rowsPerPage - 1) / rowsPerPage
  return (1...max(1, pageCount)).map { page in
    let here = route(page)
    let rows = changes[((page - 1) * rowsPerPage)..<min(page * rowsPerPage, changes.count)]
    return PlannedPage(here, template: "register", in: publication) {
      let name = page == 1 ? title : "\(title), page \(page)"
      return RegisterPage(
        frame: publication.frame(
          "Changes: \(name)", at: here, in: .changes, below: [Breadcrumb(.changes)], as: name),
        title: title,
        lead: """
          \(counted(changes.count, "change", "changes").capitalisedFirst, to: .here("register")), each dated by its \
          end, or else by its start, its planned start or its request.
          """,
        months: months.matrix(current: current),
        listing: pageCount > 1 ? "Page \(page) of \(pageCount)" : "The changes",
        policy: publication.register.policies.latest,
        changes: ChangeTable(rows, caption: "Changes: \(name)", in: publication),
        pager: Pager(page: page, of: pageCount) { .route(route($0)) },
        emptyState: "No change is recorded here.")
    }
  }
}
