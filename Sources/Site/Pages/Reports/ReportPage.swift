import Markdown

/// The report of one period.
struct ReportPage: PageModel {
  struct Section: PageModel {
    let anchor: String
    let heading: String
    /// Figures with a target; empty in other sections.
    let cards: [FigureCard]
    let content: HTML

    static let fields = PageFields<Self>(
      .text("anchor") { $0.anchor },
      .text("heading") { $0.heading },
      .flag("hasCards") { !$0.cards.isEmpty },
      .list("cards") { $0.cards },
      .html("content") { $0.content })
  }

  let frame: PageFrame
  let kicker: String
  let title: String
  let facts: HTML
  let caution: HTML
  let verdict: HTML
  let sections: [Section]
  let neighbours: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("facts") { $0.facts },
    .html("caution") { $0.caution },
    .html("verdict") { $0.verdict },
    .list("sections") { $0.sections },
    .html("neighbours") { $0.neighbours })
}

/// All reports, by year.
struct ReportIndexPage: PageModel {
  struct Year: PageModel {
    let anchor: String
    let heading: String
    let content: HTML

    static let fields = PageFields<Self>(
      .text("anchor") { $0.anchor },
      .text("heading") { $0.heading },
      .html("content") { $0.content })
  }

  let frame: PageFrame
  let lead: Lead
  let introduction: HTML?
  let latest: HTML
  let years: [Year]

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { _ in "What happened, for those who ask" },
    .text("title") { _ in "Reports" },
    .html("lead") { $0.lead.html },
    .html("introduction") { $0.introduction },
    .html("latest") { $0.latest },
    .list("years") { $0.years })
}
