import Findings
import Markdown
import SourceText

/// A line of the policy's prose: of a paragraph, a list item or a box-drawing workflow.
struct Statement {
  let text: String
  /// Lower-case words with single spaces.
  let folded: String
  /// The titles of the clauses around it and, in a code block, the words of the block; folded.
  let context: String
  let reference: PolicyReference

  func mentions(_ words: String...) -> Bool { words.contains { folded.contains($0) } }

  /// In itself or in its context.
  func concerns(_ words: String...) -> Bool {
    words.contains { folded.contains($0) || context.contains($0) }
  }

  /// Every statement in document order. Tables, and code blocks in a named language, hold none.
  static func all(in outline: PolicyOutline, without template: Int?) -> [Statement] {
    let document = outline.document
    var statements: [Statement] = []
    let leads = leads(of: document)
    var lead = 0
    for index in document.nodes.indices where index != template {
      switch document.nodes[index].kind {
      case .paragraph:
        while lead < leads.count, leads[lead].list.upperBound <= index { lead += 1 }
        let isLed = lead < leads.count && leads[lead].list.contains(index)
        statements += sentences(of: index, isLed ? leads[lead].text : "", outline)
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

  /// The lists that a paragraph with a colon at its end leads up to, and that paragraph, folded:
  /// it is part of what each item says.
  private static func leads(of document: MarkdownDocument) -> [(list: Range<Int>, text: String)] {
    var leads: [(list: Range<Int>, text: String)] = []
    var previous: Int?
    for index in document.children(of: 0) {
      if case .list = document.nodes[index].kind, let paragraph = previous,
        document.nodes[paragraph].kind == .paragraph
      {
        let text = document.plainText(of: paragraph)
        if text.hasSuffix(":") {
          leads.append((index..<Int(document.nodes[index].end), WordForm.fold(text)))
        }
      }
      previous = index
    }
    return leads
  }

  private static func sentences(
    of node: Int, _ lead: String, _ outline: PolicyOutline
  ) -> [Statement] {
    let context = outline.context(of: node) + " " + lead
    return InlineLine.lines(of: node, in: outline.document).map { line in
      make(line.text, line.place, context, outline.number(above: node))
    }
  }

  /// The block's lines by their own places, without the drawing around them.
  private static func lines(of node: Int, _ outline: PolicyOutline) -> [Statement] {
    let document = outline.document
    guard let range = document.nodes[node].range else { return [] }
    let context =
      outline.context(of: node) + " " + WordForm.fold(document.literal(of: node))
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
      return make(text, Place(file, lineRange), context, number)
    }
  }

  private static func make(
    _ text: String, _ place: Place, _ context: String, _ number: String?
  ) -> Statement {
    Statement(
      text: text, folded: WordForm.fold(text), context: context,
      reference: PolicyReference(place: place, clause: number, excerpt: text))
  }

  /// Box drawing, block elements, geometric shapes, bullets and arrows.
  private static func isDrawing(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{2500}"..."\u{25FF}").contains(scalar) || ("\u{2190}"..."\u{21FF}").contains(scalar)
      || scalar == "•" || scalar == "|" || scalar == "+"
  }
}
