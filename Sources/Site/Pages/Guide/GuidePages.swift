import Documents
import Markdown
import Records
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
  /// The pages of the guide; empty on a page that is not of it.
  var guide: [GuideLink] = []
  var neighbours: [NeighbourLink] = []

  var document: Document { Document(kicker: kicker, title: title, [body]) }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.kicker },
    .text("title", "The title.") { $0.title },
    .flag("isGuide", "It is a page of the guide.") { !$0.guide.isEmpty },
    .list("guide", "The pages of the guide.") { $0.guide },
    .list("neighbours", "The page of the guide before, and that after.") { $0.neighbours },
    .blocks("body", "The text.") { [$0.body] })
}

extension Prose {
  /// Lines as they are.
  fileprivate init(code: String) {
    let text = readMarkdown(SourceFile(path: "", text: "````\n\(code)\n````\n"))
    self.init(text, min(1, text.nodes.count)..<text.nodes.count, topHeading: 3)
  }
}

/// A page of the guide, as the others list it.
struct GuideLink: TemplateModel {
  let name: String
  let route: Route
  let isHere: Bool

  static let fields = TemplateFields<Self>(
    .text("name", "The title of the page.") { $0.name },
    .target("href", "Its address.") { .route($0.route) },
    .flag("isHere", "It is the page at hand.") { $0.isHere })
}

extension GuideLink {
  /// The pages of the guide in the order of their addresses, of which one is at hand.
  static func all(_ pages: [(page: ContentPage, route: Route)], at here: Route) -> [GuideLink] {
    pages.filter { $0.page.slug.hasPrefix("guide/") }.map {
      GuideLink(name: $0.page.title, route: $0.route, isHere: $0.route == here)
    }
  }
}

extension NeighbourLink {
  /// The pages of the guide before and after the one at hand.
  static func around(_ links: [GuideLink]) -> [NeighbourLink] {
    guard let here = links.firstIndex(where: \.isHere) else { return [] }
    return [(Side.previous, here - 1), (.next, here + 1)].filter { links.indices.contains($0.1) }
      .map { side, index in
        NeighbourLink(side: side, name: links[index].name, target: .route(links[index].route))
      }
  }
}
