import SourceText

/// Reads the notes of a text that has some.
///
/// cmark would move them to the end of the text and leave out those that nothing leads to; so they
/// are read here, each as a text of its own, and put where they are written:
///
/// 1. the text was parsed once, so that what looks like a note in code or HTML is known to be none;
/// 2. it is parsed again with blanks in place of the notes, so that no note is part of anything else;
/// 3. each note is parsed without its mark and its indentation;
/// 4. the trees are joined, places and all.
func addingFootnotes(
  to document: MarkdownDocument, body: Range<Int>, limits: MarkdownLimits,
  parse: (ArraySlice<UInt8>) -> MarkdownDocument
) -> MarkdownDocument {
  let file = document.file
  var others = document.rangesOfCodeAndHTML[...]
  let notes = FootnoteScan(file, body: body).footnotes { offset in
    while let first = others.first, first.upperBound <= offset { others.removeFirst() }
    return others.first?.contains(offset) != true
  }
  guard !notes.isEmpty else { return document }
  var text = Array(file.bytes[..<body.upperBound])
  for note in notes {
    for index in note.lines where text[index] != 0x0A && text[index] != 0x0D { text[index] = 0x20 }
  }
  let rest = parse(text[body])
  guard rest.isRead else { return rest }
  var joining = FootnoteJoining(rest)
  for note in notes {
    let excerpt = Excerpt(of: file, note.contents)
    let tree = readMarkdown(excerpt.file, body: nil, limits: limits, notes: false)
    guard tree.isRead else {
      return MarkdownDocument(
        refused: file, body: body,
        problems: tree.problems.map { excerpt.problem($0) })
    }
    joining.add(note, tree, excerpt)
  }
  return joining.finish()
}

extension MarkdownDocument {
  /// Whether it was not refused.
  fileprivate var isRead: Bool {
    !problems.contains { if case .overLimit = $0.kind { true } else { false } }
  }

  /// Where the blocks of code and HTML stand, in order.
  fileprivate var rangesOfCodeAndHTML: [Range<Int>] {
    nodes.compactMap { node in
      switch node.kind {
      case .codeBlock, .htmlBlock: node.range?.indices
      default: nil
      }
    }
  }
}

/// Some ranges of a file as a file of its own.
private struct Excerpt {
  let file: SourceFile
  private let source: SourceFile
  /// Where each range begins here and there.
  private var starts: [(here: Int, there: Int)] = []

  init(of source: SourceFile, _ ranges: [Range<Int>]) {
    self.source = source
    var bytes: [UInt8] = []
    for range in ranges {
      starts.append((bytes.count, range.lowerBound))
      bytes += source.bytes[range]
    }
    file = SourceFile(path: source.path, bytes: bytes)
  }

  /// Where a range of the excerpt stands in the source.
  func range(_ range: SourceRange) -> SourceRange {
    let lower = offset(Int(range.lower))
    guard !range.isEmpty else { return SourceRange(lower, lower) }
    return SourceRange(lower, max(lower, offset(Int(range.upper) - 1) + 1))
  }

  private func offset(_ offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle].here <= offset { low = middle } else { high = middle }
    }
    return starts[low].there + offset - starts[low].here
  }

  func problem(_ problem: ReadingProblem) -> ReadingProblem {
    ReadingProblem(problem.kind, at: Place(source, range(problem.place.range)))
  }
}

/// Joins the tree of a text and those of its notes.
private struct FootnoteJoining {
  private let rest: MarkdownDocument
  /// The first of its blocks that was not taken over yet.
  private var next = 1
  private var nodes: [MarkdownNode]
  private var literals: [UInt8] = []
  private var strings: [String]
  private var problems: [ReadingProblem]
  private var footnotes: [MarkdownFootnote] = []

  init(_ rest: MarkdownDocument) {
    self.rest = rest
    nodes = [rest.nodes[0]]
    strings = rest.strings
    problems = rest.problems
  }

  mutating func add(_ note: WrittenFootnote, _ tree: MarkdownDocument, _ excerpt: Excerpt) {
    takeBlocks(before: note.lines.lowerBound)
    let start = nodes.count
    let base = Int32(strings.count)
    strings += tree.strings
    problems += tree.problems.map(excerpt.problem)
    let mark = SourceRange(note.mark)
    var first = 1
    var paragraph = MarkdownNode(
      kind: .paragraph, parent: 0, end: Int32(start + 2), range: mark, literal: emptyLiteral)
    // The label stands in the paragraph that the note begins with, or in one of its own.
    if tree.nodes.count > 1, tree.nodes[1].kind == .paragraph {
      first = 2
      paragraph = MarkdownNode(
        kind: .paragraph, parent: 0, end: Int32(start + 1) + tree.nodes[1].end - 1,
        range: tree.nodes[1].range.map {
          SourceRange(note.mark.lowerBound, max(note.mark.upperBound, Int(excerpt.range($0).upper)))
        } ?? mark, literal: emptyLiteral)
    }
    nodes.append(paragraph)
    let literal = Int32(literals.count)
    literals += rest.file.bytes[note.mark]
    literals.append(0x20)
    nodes.append(
      MarkdownNode(
        kind: .text, parent: Int32(start), end: Int32(start + 2), range: mark,
        literal: literal..<Int32(literals.count)))
    take(
      tree, first..<tree.nodes.count, inParagraph: first == 2 ? start : nil, isNote: true,
      strings: base
    ) {
      excerpt.range($0)
    }
    footnotes.append(
      MarkdownFootnote(label: note.label, nodes: start..<nodes.count, mark: start + 1))
  }

  private var emptyLiteral: Range<Int32> { Int32(literals.count)..<Int32(literals.count) }

  private mutating func takeBlocks(before offset: Int) {
    let start = next
    while next < rest.nodes.count {
      if let range = rest.nodes[next].range, Int(range.lower) >= offset { break }
      next = Int(rest.nodes[next].end)
    }
    take(rest, start..<next, inParagraph: nil, isNote: false, strings: 0) { $0 }
  }

  /// Takes nodes over, those below the document's own with all that they hold.
  /// - Parameter paragraph: In place of the tree's first block.
  private mutating func take(
    _ tree: MarkdownDocument, _ range: Range<Int>, inParagraph paragraph: Int?, isNote: Bool,
    strings base: Int32,
    place: (SourceRange) -> SourceRange
  ) {
    guard !range.isEmpty else { return }
    let shift = Int32(nodes.count - range.lowerBound)
    let lower = tree.nodes[range.lowerBound].literal.lowerBound
    let upper =
      range.upperBound < tree.nodes.count
      ? tree.nodes[range.upperBound].literal.lowerBound : Int32(tree.literals.count)
    let literalShift = Int32(literals.count) - lower
    literals += tree.literals[Int(lower)..<Int(upper)]
    for index in range {
      let node = tree.nodes[index]
      let parent: Int32 =
        node.parent == 0
        ? 0
        : node.parent == 1 && paragraph != nil
          ? Int32(paragraph ?? 0)
          : node.parent + shift
      nodes.append(
        MarkdownNode(
          kind: tree.nodes[index].kind.within(strings: base, isNote: isNote),
          parent: parent, end: node.end + shift, range: node.range.map(place),
          literal: node.literal.lowerBound + literalShift..<node.literal.upperBound + literalShift))
    }
  }

  mutating func finish() -> MarkdownDocument {
    takeBlocks(before: .max)
    nodes[0].end = Int32(nodes.count)
    return MarkdownDocument(
      file: rest.file, nodes: nodes, literals: literals, strings: strings, problems: problems,
      footnotes: footnotes)
  }
}

extension MarkdownNode.Kind {
  /// The same where its strings stand behind others. A heading in a note is a paragraph there: it
  /// heads nothing of the text.
  fileprivate func within(strings base: Int32, isNote: Bool) -> MarkdownNode.Kind {
    func moved(_ index: Int32) -> Int32 { index < 0 ? index : index + base }
    return switch self {
    case .heading where isNote: .paragraph
    case .codeBlock(let info): .codeBlock(info: moved(info))
    case .link(let destination, let title):
      .link(destination: moved(destination), title: moved(title))
    case .image(let destination, let title):
      .image(destination: moved(destination), title: moved(title))
    default: self
    }
  }
}
