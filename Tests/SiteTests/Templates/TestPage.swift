import Markdown
import Site

/// A model with a field of each shape.
struct TestPage: PageModel {
  var title = "Title"
  var lead: String?
  var body: HTML?
  var isOpen = false
  var owner: TestPerson?
  var people: [TestPerson] = []

  static let fields = PageFields<Self>(
    .text("title") { $0.title },
    .optionalText("lead") { $0.lead },
    .html("body") { $0.body },
    .flag("isOpen") { $0.isOpen },
    .object("owner") { $0.owner },
    .list("people") { $0.people })
}

struct TestPerson: PageModel {
  var name: String
  var title: String?
  var friends: [TestPerson] = []

  static let fields = PageFields<Self>(
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
  /// Writes `pages/page.mustache` and partials below a folder.
  func template(_ page: String, partials: [String: String] = [:], in folder: String = "theme")
    throws
  {
    try put(page, at: "\(folder)/pages/page.mustache")
    for (name, text) in partials { try put(text, at: "\(folder)/partials/\(name).mustache") }
  }

  func load(own: Bool = false) throws -> TemplateLibrary {
    try TemplateLibrary.load(
      builtIn: path + "/theme", own: own ? path + "/templates" : nil,
      pages: [PageTemplate("page", TestPage.self)])
  }

  func render(_ page: TestPage) throws -> String {
    String(decoding: try load().render(page, with: "page"), as: UTF8.self)
  }
}
