import Chronology
import Documents
import Markdown
import SourceText

/// The templates of all pages and blocks, checked.
///
/// 1. The built-in templates and the site's own are read; a file of the site replaces the built-in
///    one of the same path.
/// 2. Every template is followed through its sections and partials against the fields of its model.
/// 3. One without problems is used as it is now; one with problems is replaced by the built-in one,
///    with the built-in partials.
package struct TemplateLibrary: Sendable {
  /// By path and place.
  package let problems: [ReadingProblem]
  private let pages: [String: Page]
  private let blocks: BlockTemplates

  private struct Page: Sendable {
    let template: Template
    let model: ObjectIdentifier
  }

  /// - Parameters:
  ///   - builtIn: The folder of the built-in theme.
  ///   - own: The site's own folder; nil or missing for none.
  ///   - pages: All pages that the site has.
  ///   - blocks: All kinds of blocks that stand on them.
  package static func load(
    builtIn: String, own: String? = nil, pages: [PageTemplate], blocks: [PageTemplate]
  ) throws(BrokenTheme) -> TemplateLibrary {
    let theme = TemplateSet(TemplateFolder.read(builtIn, shownAs: "theme"))
    let inlines = InlineKind.allCases.map { PageTemplate($0.template, InlineModel.self) }
    let known: [(kind: TemplateKind, all: [PageTemplate])] = [
      (.pages, pages), (.blocks, blocks), (.inline, inlines),
    ]
    guard let own else { return try TemplateLibrary(theme, over: theme, known, problems: []) }
    let folder = TemplateFolder.read(own, shownAs: "templates")
    let site = TemplateSet(theme: theme, replacedBy: folder)
    let unknown = known.flatMap { folder.unknown($0.kind, besides: $0.all.map(\.name)) }
    return try TemplateLibrary(site, over: theme, known, problems: folder.problems + unknown)
  }

  private init(
    _ site: TemplateSet, over theme: TemplateSet,
    _ known: [(kind: TemplateKind, all: [PageTemplate])], problems: [ReadingProblem]
  ) throws(BrokenTheme) {
    var found = FoundProblems()
    found.add(problems)
    found.add(site.problemsOfFiles)
    let ofFiles = Set(site.problemsOfFiles)
    var templates: [TemplateKind: [Template]] = [:]
    for (kind, all) in known {
      for wanted in all {
        guard let builtIn = theme.compiled(wanted, kind), let own = site.compiled(wanted, kind)
        else { throw BrokenTheme(page: wanted.name, problems: []) }
        guard let fallback = builtIn.template else {
          throw BrokenTheme(page: wanted.name, problems: builtIn.problems)
        }
        found.add(own.problems, of: own.source, kind, named: wanted.name, known: ofFiles)
        templates[kind, default: []].append(own.template ?? fallback)
      }
    }
    func byName(_ kind: TemplateKind) -> [(PageTemplate, Template)] {
      let all = known.first { $0.kind == kind }?.all ?? []
      return Array(zip(all, templates[kind] ?? []))
    }
    pages = Dictionary(
      byName(.pages).map { ($0.name, Page(template: $1, model: $0.model)) },
      uniquingKeysWith: { first, _ in first })
    blocks = BlockTemplates(
      blocks: Dictionary(
        byName(.blocks).map { ($0.name, $1) }, uniquingKeysWith: { first, _ in first }),
      inlines: templates[.inline] ?? [])
    self.problems = found.inOrder
  }

  /// The bytes of a page.
  ///
  /// - Precondition: The page was among those loaded, with this model.
  package func render<Model: TemplateModel>(
    _ model: Model, with name: String, links: any LinkMap, zone: Zone
  ) -> [UInt8] {
    guard let page = pages[name], page.model == ObjectIdentifier(Model.self) else {
      preconditionFailure("the page \(name) is loaded with its model")
    }
    var renderer = HTMLRenderer(blocks, links: links, zone: zone)
    renderer.write(model, with: page.template)
    return renderer.finish().bytes
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
