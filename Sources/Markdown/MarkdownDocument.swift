import SourceText

/// A parsed Markdown text: immutable, and free of cmark's own memory.
package struct MarkdownDocument: Sendable {
  package let file: SourceFile
  /// In document order; the first is the document itself.
  package let nodes: [MarkdownNode]
  /// The nodes' own texts, one after the other.
  package let literals: [UInt8]
  /// Destinations, titles and info strings.
  package let strings: [String]
  /// What was refused: over a limit, the tree being empty then; and control characters that entities
  /// stood for, which are replaced.
  package let problems: [ReadingProblem]
  /// The notes of the text, in its order.
  package let footnotes: [MarkdownFootnote]
  /// Their indices by label.
  let footnoteLabels: [String: Int]

  package init(
    file: SourceFile, nodes: [MarkdownNode], literals: [UInt8], strings: [String],
    problems: [ReadingProblem], footnotes: [MarkdownFootnote] = []
  ) {
    self.file = file
    self.nodes = nodes
    self.literals = literals
    self.strings = strings
    self.problems = problems
    self.footnotes = footnotes
    footnoteLabels = Dictionary(
      footnotes.enumerated().map { ($0.element.label, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Indices of the nodes directly below a node, in order.
  package func children(of index: Int) -> ChildIndices {
    ChildIndices(nodes: nodes, upcoming: index + 1, end: Int(nodes[index].end))
  }

  /// The node's own text.
  package func literal(of index: Int) -> String {
    let range = nodes[index].literal
    return String(decoding: literals[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  /// The words of a node without their markup, surrounding white space removed; breaks become
  /// single spaces.
  package func plainText(of index: Int) -> String {
    plainText(ofNodes: index..<Int(nodes[index].end))
  }

  /// The place of a node, or of the nearest node around it whose place is known.
  package func place(of index: Int) -> Place {
    var index = index
    while nodes[index].range == nil, index != Int(nodes[index].parent) {
      index = Int(nodes[index].parent)
    }
    return Place(file, nodes[index].range ?? file.wholeRange)
  }
}

/// The nodes directly below one node.
package struct ChildIndices: Sequence, IteratorProtocol {
  let nodes: [MarkdownNode]
  var upcoming: Int
  let end: Int

  package mutating func next() -> Int? {
    guard upcoming < end else { return nil }
    defer { upcoming = Int(nodes[upcoming].end) }
    return upcoming
  }
}
