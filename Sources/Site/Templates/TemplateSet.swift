import Mustache
import SourceText

/// Pages and partials that are used together.
struct TemplateSet: Sendable {
  private let pages: [String: TemplateSource]
  let partials: [String: TemplateSource]
  /// Those without problems of their own.
  let compiledPartials: MustacheLibrary

  init(_ folder: TemplateFolder) {
    self.init(pages: folder.pages, partials: folder.partials)
  }

  /// The theme with the files that the site has instead or besides.
  init(theme: TemplateSet, replacedBy folder: TemplateFolder) {
    self.init(
      pages: theme.pages.merging(folder.pages) { _, own in own },
      partials: theme.partials.merging(folder.partials) { _, own in own })
  }

  private init(pages: [String: TemplateSource], partials: [String: TemplateSource]) {
    self.pages = pages
    self.partials = partials
    var library = MustacheLibrary()
    for (name, partial) in partials where partial.problems.isEmpty {
      if let template = partial.compile() { library.register(template, named: name) }
    }
    compiledPartials = library
  }

  /// What single files show to be wrong, whether a page includes them or not.
  var problemsOfFiles: [ReadingProblem] {
    (Array(pages.values) + Array(partials.values)).flatMap(\.problems)
  }

  /// A page followed through its partials; nil where there is no such file.
  func page(_ page: PageTemplate) -> CheckedPage? {
    guard let source = pages[page.name] else { return nil }
    let problems = TemplateCheck.problems(of: source, shapes: page.shapes, partials: partials)
    guard problems.isEmpty else {
      return CheckedPage(source: source, problems: problems, compiled: nil)
    }
    if let template = source.compile() {
      return CheckedPage(source: source, problems: [], compiled: template)
    }
    let problem = ReadingProblem(
      .templateProblem(message: "the engine cannot read the template", help: nil),
      at: Place(startOf: source.file))
    return CheckedPage(source: source, problems: [problem], compiled: nil)
  }
}

/// A page's template after its check.
struct CheckedPage {
  let source: TemplateSource
  /// Those of its partials included.
  let problems: [ReadingProblem]
  /// Nil where there are problems.
  let compiled: MustacheTemplate?
}

extension TemplateFolder {
  /// Pages that the site does not have: a misspelt name would silently do nothing.
  func strangers(to known: [String]) -> [ReadingProblem] {
    pages.filter { !known.contains($0.key) }.map { name, source in
      return ReadingProblem(
        .templateProblem(
          message: "there is no page `\(name)`", help: didYouMean(name, among: known)),
        at: Place(startOf: source.file))
    }
  }
}
