import FrontMatter
import Markdown
import SourceText

/// A record's file, parsed but not yet understood.
struct RecordSource {
  let document: MarkdownDocument
  let mapping: MappingReader
  /// Of the Markdown and the YAML as such.
  let problems: [ReadingProblem]

  /// - Parameter instants: those of the keys that say when something was.
  init(
    _ file: SourceFile, known keys: [String], instants: [String] = [],
    limits: MarkdownLimits = .record
  ) {
    let split = splitFrontMatter(file)
    document = readMarkdown(file, body: split.body, limits: limits)
    var problems = document.problems
    var root: YAMLNode?
    if let range = split.yaml {
      let yaml = readYAML(file, range: range)
      problems += yaml.problems
      root = yaml.root
    }
    if split.isUnclosed {
      problems.append(ReadingProblem(.frontMatterUnclosed, at: Place(startOf: file)))
    }
    if split.yaml != nil, let second = document.secondFrontMatter(known: keys) {
      problems.append(second)
    }
    mapping = MappingReader(
      root: root, of: file, known: keys, unknownKeys: .keptUnlessMisspelt, instants: instants)
    self.problems = problems
  }
}
