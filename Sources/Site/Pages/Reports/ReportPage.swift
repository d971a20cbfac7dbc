import Documents
import Markdown

/// The report of one period.
struct ReportPage: TemplateModel {
  struct Part: TemplateModel {
    let section: Section

    static let fields = TemplateFields<Self>(
      .text("anchor") { $0.section.anchor },
      .text("heading") { $0.section.heading },
      .blocks("content") { $0.section.blocks })
  }

  let frame: PageFrame
  let kicker: String
  let title: String
  let facts: RichText
  let caution: RichText
  let verdict: RichText
  let sections: [Section]
  /// The report before and that after it.
  let neighbours: [NeighbourLink]

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .rich("facts") { $0.facts },
    .rich("caution") { $0.caution },
    .rich("verdict") { $0.verdict },
    .list("sections") { $0.sections.map(Part.init) },
    .list("neighbours") { $0.neighbours })
}

/// A link to the page before or after.
struct NeighbourLink: TemplateModel {
  enum Side: String { case previous = "prev", next }

  let side: Side
  let name: String
  let href: String

  static let fields = TemplateFields<Self>(
    .flag("isNext") { $0.side == .next },
    .text("name") { $0.name },
    .text("href") { $0.href })
}

/// All reports, by year.
struct ReportIndexPage: TemplateModel {
  struct Year: TemplateModel {
    let anchor: String
    let heading: String
    let content: HTML

    static let fields = TemplateFields<Self>(
      .text("anchor") { $0.anchor },
      .text("heading") { $0.heading },
      .html("content") { $0.content })
  }

  let frame: PageFrame
  let lead: RichText
  let introduction: HTML?
  let latest: [any Block]
  let years: [Year]

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What happened, for those who ask" },
    .text("title") { _ in "Reports" },
    .rich("lead") { $0.lead },
    .html("introduction") { $0.introduction },
    .blocks("latest") { $0.latest },
    .list("years") { $0.years })
}
