import Documents
import SourceText

/// Templates that are used together.
struct TemplateSet: Sendable {
  private let sources: [TemplateKind: [String: TemplateSource]]

  init(_ folder: TemplateFolder) { sources = folder.sources }

  /// The theme with the files that the site has instead or besides.
  init(theme: TemplateSet, replacedBy folder: TemplateFolder) {
    sources = theme.sources.merging(folder.sources) { theme, own in
      theme.merging(own) { _, own in own }
    }
  }

  var partials: [String: TemplateSource] { sources[.partials] ?? [:] }

  /// What single files show to be wrong, whether a page includes them or not.
  var problemsOfFiles: [ReadingProblem] {
    TemplateKind.allCases.flatMap { kind in
      (sources[kind] ?? [:]).values.flatMap(\.problems)
    }
  }

  /// A template followed through its partials; nil where there is no such file.
  func compiled(_ template: PageTemplate, _ kind: TemplateKind) -> CompiledTemplate? {
    guard let source = sources[kind]?[template.name] else { return nil }
    let (compiled, problems) = TemplateCompiler.compile(
      source, for: template.fields, partials: partials)
    return CompiledTemplate(source: source, problems: problems, template: compiled)
  }
}

/// A template after its check.
struct CompiledTemplate {
  let source: TemplateSource
  /// Those of its partials included.
  let problems: [ReadingProblem]
  /// Nil where there are problems.
  let template: Template?
}

extension TemplateFolder {
  /// Files for which the site has no use: a misspelt name would silently do nothing.
  func unknown(_ kind: TemplateKind, besides known: [String]) -> [ReadingProblem] {
    (sources[kind] ?? [:]).filter { !known.contains($0.key) }.map { name, source in
      ReadingProblem(
        .templateProblem(
          message: "there is no \(kind.noun) `\(name)`", help: didYouMean(name, among: known)),
        at: Place(startOf: source.file))
    }
  }
}
