import Documents
import Markdown

/// A page that is a row of sections: the guide, the definitions, the data.
struct SectionsPage: TemplateModel {
  struct Section: TemplateModel {
    let anchor: String
    let heading: String
    let content: HTML

    static let fields = TemplateFields<Self>(
      .text("anchor") { $0.anchor },
      .text("heading") { $0.heading },
      .html("content") { $0.content })
  }

  let frame: PageFrame
  let kicker: String
  let title: String
  let lead: RichText
  let sections: [Section]

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .rich("lead") { $0.lead },
    .list("sections") { $0.sections })
}

/// What a rule means.
struct RulePage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: HTML
  let explanation: HTML
  let wrong: String
  let right: String
  let occurrences: HTML

  static let fields = TemplateFields<Self>(
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
struct TextPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let body: HTML

  static let fields = TemplateFields<Self>(
    .object("frame") { $0.frame },
    .text("kicker") { $0.kicker },
    .text("title") { $0.title },
    .html("body") { $0.body })
}
