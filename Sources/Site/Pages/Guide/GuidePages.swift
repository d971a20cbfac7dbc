import Documents

/// What a rule means.
struct RulePage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let explanation: Prose
  let wrong: String
  let right: String
  let occurrences: RichText

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("badges", "Its severity, and what it enforces.") { [$0.badges] },
    .blocks("explanation", "What it looks at, and why.") { [$0.explanation] },
    .text("wrong", "An example that it reports.") { $0.wrong },
    .text("right", "The example put right.") { $0.right },
    .rich("occurrences", "How often it found something here.") { $0.occurrences })
}

/// An ordinary page of the content folder.
struct TextPage: TemplateModel {
  let frame: PageFrame
  let kicker: String
  let title: String
  let body: Prose

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("body", "The text.") { [$0.body] })
}
