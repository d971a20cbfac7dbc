import Markdown

/// A figure over its months: what it is, its target, its course, and the records behind each
/// month.
struct FigurePage: PageModel {
  let frame: PageFrame
  let title: String
  let lead: String
  let headline: String
  let chart: HTML
  let definition: HTML
  let months: HTML
  let records: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "Figure" },
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("headline") { $0.headline },
    .html("chart") { $0.chart },
    .html("definition") { $0.definition },
    .html("months") { $0.months },
    .html("records") { $0.records })
}
