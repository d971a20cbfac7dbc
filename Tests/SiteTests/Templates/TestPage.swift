import Chronology
import Documents
import Markdown
import Site

/// A model with a field of each shape.
struct TestPage: TemplateModel {
  var title = "Title"
  var lead: String?
  var body: HTML?
  var isOpen = false
  var owner: TestPerson?
  var people: [TestPerson] = []
  var note: RichText = ""
  var blocks: [any Block] = []

  static let fields = TemplateFields<Self>(
    .rich("note") { $0.note },
    .blocks("blocks") { $0.blocks },
    .text("title") { $0.title },
    .optionalText("lead") { $0.lead },
    .html("body") { $0.body },
    .flag("isOpen") { $0.isOpen },
    .object("owner") { $0.owner },
    .list("people") { $0.people })
}

struct TestPerson: TemplateModel {
  var name: String
  var title: String?
  var friends: [TestPerson] = []

  static let fields = TemplateFields<Self>(
    .text("name") { $0.name },
    .optionalText("title") { $0.title },
    .list("friends") { $0.friends })
}

extension HTML {
  /// `<b>text</b>`
  static func bold(_ text: String) -> HTML {
    var writer = HTMLWriter()
    writer.element("b", [:], text)
    return writer.finish()
  }
}

extension ScratchFolder {
  /// Writes `pages/page.mustache` and partials below a folder; in that of the theme what every theme
  /// has to have as well.
  func template(_ page: String, partials: [String: String] = [:], in folder: String = "theme")
    throws
  {
    try put(page, at: "\(folder)/pages/page.mustache")
    for (name, text) in partials { try put(text, at: "\(folder)/partials/\(name).mustache") }
    guard folder == "theme" else { return }
    for kind in InlineKind.allCases {
      try put("[{{text}}]\n", at: "theme/inline/\(kind.template).mustache")
    }
    try put("<p>{{{text}}}</p>\n", at: "theme/blocks/paragraph.mustache")
  }

  func load(own: Bool = false) throws -> TemplateLibrary {
    try TemplateLibrary.load(
      builtIn: path + "/theme", own: own ? path + "/templates" : nil,
      pages: [PageTemplate("page", TestPage.self)], blocks: [PageTemplate(Paragraph.self)])
  }

  func render(_ page: TestPage) throws -> String {
    String(decoding: try load().page(page), as: UTF8.self)
  }
}

extension TemplateLibrary {
  func page(_ page: TestPage = TestPage()) -> [UInt8] {
    render(page, with: "page", links: NoLinks(), zone: .utc)
  }
}

/// Nothing leads anywhere.
struct NoLinks: LinkMap {
  func href(_ target: LinkTarget) -> String? { nil }

  func write(_ prose: Prose, to writer: inout HTMLWriter) {}
}
