import Documents
import Markdown

/// A listing of changes: the latest, a month's, or those without any instant.
struct RegisterPage: TemplateModel {
  let frame: PageFrame
  let title: String
  let lead: RichText
  let unreadable: HTML
  /// Links to the months, with the number of changes in each.
  let months: HTML
  /// The heading above the rows.
  let listing: String
  let filters: HTML
  let systemsHref: String
  let rows: HTML
  let paging: HTML
  let emptyState: String
  /// Empty but on the first page of the register.
  let incidents: HTML
  /// Empty where `incidents` is.
  let freezes: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "Register of changes" },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .html("unreadable") { $0.unreadable },
    .html("months") { $0.months },
    .text("listing") { $0.listing },
    .html("filters") { $0.filters },
    .text("systemsHref") { $0.systemsHref },
    .html("rows") { $0.rows },
    .html("paging") { $0.paging },
    .text("emptyState") { $0.emptyState },
    .html("incidents") { $0.incidents },
    .html("freezes") { $0.freezes })
}
