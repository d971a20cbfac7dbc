import SourceText

/// The templates of all pages, checked.
///
/// 1. The built-in templates and the site's own are read; a file of the site replaces the built-in
///    one of the same path.
/// 2. Every page is followed through its sections and partials against the fields of its model.
/// 3. A page without problems is rendered by the templates as they are now; one with problems by
///    the built-in page and partials alone.
///
/// **Invariant:** nothing with a problem reaches the engine, which would not survive some of them.
package struct TemplateLibrary: Sendable {
  /// By path and place.
  package let problems: [ReadingProblem]
  private let pages: [String: Page]

  private struct Page: Sendable {
    let outlines: PageOutlines
    let model: ObjectIdentifier
  }

  /// - Parameters:
  ///   - builtIn: The folder of the built-in theme.
  ///   - own: The site's own folder; nil or missing for none.
  ///   - pages: All pages that the site has.
  package static func load(
    builtIn: String, own: String? = nil, pages: [PageTemplate]
  ) throws(BrokenTheme) -> TemplateLibrary {
    let theme = TemplateSet(TemplateFolder.read(builtIn, shownAs: "theme"))
    guard let own else { return try TemplateLibrary(theme, over: theme, pages, problems: []) }
    let folder = TemplateFolder.read(own, shownAs: "templates")
    let site = TemplateSet(theme: theme, replacedBy: folder)
    let unknown = folder.strangers(to: pages.map(\.name))
    return try TemplateLibrary(site, over: theme, pages, problems: folder.problems + unknown)
  }

  private init(
    _ site: TemplateSet, over theme: TemplateSet, _ templates: [PageTemplate],
    problems: [ReadingProblem]
  ) throws(BrokenTheme) {
    var found = FoundProblems()
    found.add(problems)
    found.add(site.problemsOfFiles)
    let known = Set(site.problemsOfFiles)
    var pages: [String: Page] = [:]
    for template in templates {
      guard let builtIn = theme.page(template), let own = site.page(template) else {
        throw BrokenTheme(page: template.name, problems: [])
      }
      guard let fallback = builtIn.compiled else {
        throw BrokenTheme(page: template.name, problems: builtIn.problems)
      }
      found.add(
        own.problems, of: own.source, named: template.name, known: known)
      pages[template.name] = Page(
        outlines: PageOutlines(
          own.compiled ?? fallback,
          partials: own.compiled == nil ? theme.compiledPartials : site.compiledPartials),
        model: template.model)
    }
    self.pages = pages
    self.problems = found.inOrder
  }

  /// The bytes of a page.
  ///
  /// - Precondition: The page was among those loaded, with this model.
  package func render<Model: PageModel>(_ model: Model, with name: String) -> [UInt8] {
    guard let page = pages[name], page.model == ObjectIdentifier(Model.self) else {
      preconditionFailure("the page \(name) is loaded with its model")
    }
    return page.outlines.page(of: model)
  }
}

/// A built-in template that has problems: the program's own fault, or an incomplete installation.
package struct BrokenTheme: Error, CustomStringConvertible {
  package let page: String
  package let problems: [ReadingProblem]

  package var description: String {
    guard let first = problems.first else { return "the theme has no readable page `\(page)`" }
    let place = "\(first.place.file.path):\(first.place.start.line):\(first.place.start.column)"
    guard case .templateProblem(let message, _) = first.kind else {
      return "the theme is broken: \(place)"
    }
    return "the theme is broken: \(place): \(message)"
  }
}
