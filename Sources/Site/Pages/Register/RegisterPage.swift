import Documents
import PolicyReading
import Records

/// A listing of changes: the latest, a month's, or those without any instant.
struct RegisterPage: SitePage {
  var frame: PageFrame
  let title: String
  let lead: RichText
  var notice: Notice?
  let months: MonthMatrix
  /// The heading above the rows.
  let listing: String
  /// Its types and risks are what the filters offer first.
  let policy: Policy
  let changes: ChangeTable
  var pager: Pager?
  let emptyState: String
  /// What else there is to know, on the first page of the register.
  var others: Columns?

  var document: Document {
    let list: any Block = changes.isEmpty ? EmptyState(RichText(emptyState)) : changes
    let blocks: [(any Block)?] = [
      notice, months, Section("register", listing, [list]), pager, others,
    ]
    return Document(
      kicker: "Register of changes", title: title, lead: lead, blocks.compactMap(\.self))
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { _ in "Register of changes" },
    .text("title", "The title.") { $0.title },
    .rich("lead", "What the page comes to.") { $0.lead },
    .blocks("notice", "The records with errors.") { [$0.notice].compactMap(\.self) },
    .blocks("months", "The months, with the number of changes in each.") { [$0.months] },
    .text("listing", "The heading above the changes.") { $0.listing },
    .blocks("filters", "What the changes can be filtered by.") { [FilterForm.changes($0.policy)] },
    .target("systemsHref", "The list of the systems.") { _ in .route(.systems) },
    .blocks("changes", "The changes.") { [$0.changes] },
    .blocks("pager", "The pages of the listing.") { [$0.pager].compactMap(\.self) },
    .text("emptyState", "What is said where no change is.") { $0.emptyState },
    .blocks("others", "Incidents and declared freezes.") { [$0.others].compactMap(\.self) })
}
