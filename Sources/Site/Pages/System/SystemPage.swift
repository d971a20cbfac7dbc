import Documents
import Markdown

/// One system: how it stands, its figures over twelve months, and the records that name it.
struct SystemPage: TemplateModel {
  let frame: PageFrame
  let title: String
  let lead: RichText
  let figuresHeading: String
  let figures: HTML
  let inFlight: HTML
  let planned: HTML
  let findings: HTML
  let incidents: HTML
  let freezes: HTML
  let months: HTML
  let listing: String
  let changes: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "System" },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .text("figuresHeading") { $0.figuresHeading },
    .html("figures") { $0.figures },
    .html("inFlight") { $0.inFlight },
    .html("planned") { $0.planned },
    .html("findings") { $0.findings },
    .html("incidents") { $0.incidents },
    .html("freezes") { $0.freezes },
    .html("months") { $0.months },
    .text("listing") { $0.listing },
    .html("changes") { $0.changes })
}
