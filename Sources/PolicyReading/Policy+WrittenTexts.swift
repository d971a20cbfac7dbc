import FrontMatter
import Markdown
import SourceText

extension Policy {
  /// Every text of the document that the settings may map, in the form in which `values:` are compared:
  /// cells, lines, labels and what stands behind them, sentences, headings and front matter.
  package var writtenTexts: Set<String> {
    var texts: Set<String> = []
    func add(_ text: String) { texts.insert(MappedWords.form(text)) }
    func addLabelled(_ text: String) {
      add(text)
      guard let colon = text.firstIndex(of: ":") else { return }
      add(String(text[..<colon]))
      add(String(text[text.index(after: colon)...]))
    }
    for cell in document.tables.flatMap({ [$0.header] + $0.rows }).joined() { add(cell.text) }
    for heading in document.headings {
      add(heading.text)
      add(ClauseNumber.parting(heading.text).title)
    }
    for node in document.nodes.indices {
      switch document.nodes[node].kind {
      case .paragraph:
        for line in InlineLine.lines(of: node, in: document) { addLabelled(line.text) }
      case .codeBlock:
        for line in document.literal(of: node).linesOfText { addLabelled(line) }
      default: continue
      }
    }
    for sentence in PolicyCompleteness.sentences(
      in: document.nodes.indices, of: document, words: MappedWords())
    {
      add(sentence.text)
    }
    if let yaml = splitFrontMatter(file).yaml,
      case .mapping(let entries, _)? = readYAML(file, range: yaml).root
    {
      for entry in entries {
        add(entry.key.text)
        add(entry.value.shown)
      }
    }
    return texts
  }
}
