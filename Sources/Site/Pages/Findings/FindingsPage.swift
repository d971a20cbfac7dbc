import Markdown

/// Everything that was found, counted in four ways.
struct FindingsPage: PageModel {
  let frame: PageFrame
  let lead: Lead
  let unread: HTML
  let hasAny: Bool
  let bySeverity: HTML
  let byRule: HTML
  let byRecord: HTML
  let byOwner: HTML
  let guideHref: String

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What the records and the policy show" },
    .text("title") { _ in "Findings" },
    .html("lead") { $0.lead.html },
    .html("unread") { $0.unread },
    .flag("any") { $0.hasAny },
    .html("bySeverity") { $0.bySeverity },
    .html("byRule") { $0.byRule },
    .html("byRecord") { $0.byRecord },
    .html("byOwner") { $0.byOwner },
    .text("guideHref") { $0.guideHref })
}

/// The findings of one rule.
struct RuleFindingsPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: Lead
  let about: HTML
  let listing: String
  let findings: HTML
  let paging: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("lead") { $0.lead.html },
    .html("about") { $0.about },
    .text("listing") { $0.listing },
    .html("findings") { $0.findings },
    .html("paging") { $0.paging })
}
