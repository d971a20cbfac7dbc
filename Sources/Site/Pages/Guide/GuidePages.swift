import Documents
import Markdown
import SourceText

/// What a rule means.
struct RulePage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let badges: Badges
  let explanation: Prose
  let wrong: String
  let right: String
  let occurrences: RichText

  var document: Document {
    Document(
      kicker: kicker, title: title,
      [
        badges, Section("why", "What it looks at, and why", [explanation]),
        Section("examples", "Examples", [Prose(code: wrong), Prose(code: right)]),
        Section("now", "In this register", [Paragraph(occurrences)]),
      ])
  }

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
struct TextPage: SitePage {
  var frame: PageFrame
  let kicker: String
  let title: String
  let body: Prose

  var document: Document { Document(kicker: kicker, title: title, [body]) }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .blocks("body", "The text.") { [$0.body] })
}

extension Prose {
  /// Lines as they are.
  fileprivate init(code: String) {
    let text = readMarkdown(SourceFile(path: "", text: "````\n\(code)\n````\n"))
    self.init(text, min(1, text.nodes.count)..<text.nodes.count, topHeading: 3)
  }
}
