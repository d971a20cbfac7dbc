import Markdown

/// A page that is a row of sections: the guide, the definitions, the data.
struct SectionsPage: PageModel {
  struct Section: PageModel {
    let anchor: String
    let heading: String
    let content: HTML

    static let fields = PageFields<Self>(
      .text("anchor") { $0.anchor },
      .text("heading") { $0.heading },
      .html("content") { $0.content })
  }

  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: Lead
  let sections: [Section]

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("lead") { $0.lead.html },
    .list("sections") { $0.sections })
}

/// What a rule means.
struct RulePage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: HTML
  let explanation: HTML
  let wrong: String
  let right: String
  let occurrences: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("badges") { $0.badges },
    .html("explanation") { $0.explanation },
    .text("wrong") { $0.wrong },
    .text("right") { $0.right },
    .html("occurrences") { $0.occurrences })
}

/// An ordinary page of the content folder.
struct TextPage: PageModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let body: HTML

  static let fields = PageFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("body") { $0.body })
}
