import Documents
import Markdown

/// A figure: what it is, its target, its course, its parts, and the records behind each period.
struct FigurePage: TemplateModel {
  let frame: PageFrame
  let title: String
  let lead: RichText
  let headline: String
  /// What the control chart calls out, and what it rests on.
  let signals: HTML
  let chart: HTML
  let definition: HTML
  let longer: HTML
  let weeks: HTML
  let strip: HTML
  /// Of the last twelve months; empty where these have no record.
  let groups: HTML
  let groupsHeading: String
  let records: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "Figure" },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .text("headline") { $0.headline },
    .html("signals") { $0.signals },
    .html("chart") { $0.chart },
    .html("definition") { $0.definition },
    .html("longer") { $0.longer },
    .html("weeks") { $0.weeks },
    .html("strip") { $0.strip },
    .html("groups") { $0.groups },
    .text("groupsHeading") { $0.groupsHeading },
    .html("records") { $0.records })
}
