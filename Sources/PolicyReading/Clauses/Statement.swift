import Findings
import Markdown
import SourceText

/// A line of the policy's prose: of a paragraph, a list item or a box-drawing workflow.
struct Statement {
  let text: String
  /// Lower-case words, a single blank in front of each.
  private let words: [UInt8]
  /// Of the clauses around it, of the paragraph that leads up to it, or of its code block.
  private let contextTopics: Topics
  let reference: PolicyReference

  /// One of these begins a word of it.
  func mentions(_ beginnings: StaticString...) -> Bool {
    beginnings.contains { WordSearch.finds($0, in: words) }
  }

  /// It or what stands around it is about that.
  func concerns(_ topic: Topics) -> Bool {
    contextTopics.contains(topic) || Topics(of: words).contains(topic)
  }

  /// What stands around it is about that.
  func standsUnder(_ topic: Topics) -> Bool { contextTopics.contains(topic) }

  /// Every statement in document order. Tables, and code blocks in a named language, hold none.
  static func all(in outline: PolicyOutline, without template: Int?) -> [Statement] {
    let document = outline.document
    var statements: [Statement] = []
    // The lists around a node, each with what leads up to it.
    var open: [(end: Int, topics: Topics)] = []
    var lastChild = [Int](repeating: 0, count: document.nodes.count)
    for index in document.nodes.indices where index != template {
      let node = document.nodes[index]
      while let last = open.last, last.end <= index { open.removeLast() }
      let previous = lastChild[Int(node.parent)]
      lastChild[Int(node.parent)] = index
      switch node.kind {
      case .list:
        let lead = leadingUp(from: previous, to: index, document)
        open.append((Int(node.end), lead.union(open.last?.topics ?? [])))
      case .paragraph:
        statements += sentences(of: index, open.last?.topics ?? [], outline)
      case .codeBlock(let info):
        let language = info < 0 ? "" : WordForm.fold(document.strings[Int(info)])
        if ["", "text", "txt", "plain", "ascii"].contains(language) {
          statements += lines(of: index, outline)
        }
      default: continue
      }
    }
    return statements
  }

  /// What the paragraph in front of a list is about: inside an item it is the item's own text,
  /// elsewhere it leads up to the list where it ends with a colon.
  private static func leadingUp(
    from previous: Int, to list: Int, _ document: MarkdownDocument
  ) -> Topics {
    let nodes = document.nodes
    guard previous > 0, nodes[previous].kind == .paragraph else { return [] }
    let text = document.plainText(of: previous)
    let isInDocument = nodes[list].parent == 0
    return !isInDocument || text.hasSuffix(":") ? Topics(of: WordForm.fold(text)) : []
  }

  private static func sentences(
    of node: Int, _ lead: Topics, _ outline: PolicyOutline
  ) -> [Statement] {
    let context = Topics(of: outline.context(of: node)).union(lead)
    return InlineLine.lines(of: node, in: outline.document).map { line in
      make(outline.words.read(line.text), line, context, outline.number(above: node))
    }
  }

  /// The block's lines by their own places, without the drawing around them.
  private static func lines(of node: Int, _ outline: PolicyOutline) -> [Statement] {
    let document = outline.document
    guard let range = document.nodes[node].range else { return [] }
    let context = Topics(
      of: outline.context(of: node) + " " + WordForm.fold(document.literal(of: node)))
    let number = outline.number(above: node)
    let file = document.file
    let first = file.line(at: Int(range.lower))
    let last = file.line(at: max(Int(range.lower), Int(range.upper) - 1))
    return (first...last).compactMap { line in
      let lineRange = file.range(ofLine: line)
      let text = WordForm.trim(file.text(lineRange)) {
        isDrawing($0) || CellTokens.isDash($0) || $0 == "`" || $0 == "~" || $0 == "*"
      }
      guard !text.isEmpty else { return nil }
      return make(
        outline.words.read(text), InlineLine(text: text, place: Place(file, lineRange)), context,
        number)
    }
  }

  private static func make(
    _ text: String, _ line: InlineLine, _ context: Topics, _ number: String?
  ) -> Statement {
    Statement(
      text: text, words: Array(" \(WordForm.fold(text))".utf8), contextTopics: context,
      reference: PolicyReference(place: line.place, clause: number, excerpt: line.text))
  }

  /// Box drawing, block elements, geometric shapes, bullets and arrows.
  private static func isDrawing(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{2500}"..."\u{25FF}").contains(scalar) || ("\u{2190}"..."\u{21FF}").contains(scalar)
      || scalar == "•" || scalar == "|" || scalar == "+"
  }
}
