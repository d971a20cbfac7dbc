import Documents
import Markdown

/// Everything that was found, counted in four ways.
struct FindingsPage: TemplateModel {
  let frame: PageFrame
  let lead: RichText
  let unread: HTML
  let hasAny: Bool
  let bySeverity: HTML
  let byRule: HTML
  let byRecord: HTML
  let byOwner: HTML
  let guideHref: String

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What the records and the policy show" },
    .text("title") { _ in "Findings" },
    .rich("lead") { $0.lead },
    .html("unread") { $0.unread },
    .flag("any") { $0.hasAny },
    .html("bySeverity") { $0.bySeverity },
    .html("byRule") { $0.byRule },
    .html("byRecord") { $0.byRecord },
    .html("byOwner") { $0.byOwner },
    .text("guideHref") { $0.guideHref })
}

/// The findings of one rule.
struct RuleFindingsPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: RichText
  let about: HTML
  let listing: String
  let findings: HTML
  let paging: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .html("about") { $0.about },
    .text("listing") { $0.listing },
    .html("findings") { $0.findings },
    .html("paging") { $0.paging })
}
