import CCmarkGFM
import SourceText

/// Turns cmark's tree into the flat array of `MarkdownNode`, in a loop.
///
/// 1. Count nodes and bytes, so that the arrays are allocated once and at their size.
/// 2. Walk the tree in document order, writing each node before its descendants.
/// 3. Ask `PlaceFinder` where each stands.
///
/// Not copyable, as `PlaceFinder`: both are many fields that change with every node.
struct TreeConversion: ~Copyable {
  private typealias Node = UnsafeMutablePointer<cmark_node>

  private let file: SourceFile
  private let body: Range<Int>
  private let tree: CommonMarkTree
  private let limits: MarkdownLimits
  private var places: PlaceFinder
  private var nodes: [MarkdownNode] = []
  private var literals: [UInt8] = []
  private var strings: [String] = []
  private var stringsSize = 0
  /// Control characters that entities stood for, and the nodes that hold them.
  private var controls: [(byte: UInt8, node: Int)] = []
  /// A bound of links that the latest node passed.
  private var passed: (bound: MarkdownLimits.Bound, found: Int)?
  /// Of the table that is being walked.
  private var alignments: UnsafeMutablePointer<UInt8>?
  private var columns = 0
  private var column = 0

  init(file: SourceFile, body: Range<Int>, tree: CommonMarkTree, limits: MarkdownLimits) {
    self.file = file
    self.body = body
    self.limits = limits
    self.tree = tree
    places = PlaceFinder(file: file, body: body)
  }

  mutating func run() -> MarkdownDocument {
    reserve()
    let root = tree.root
    var node = root
    var parent = 0
    while true {
      let index = nodes.count
      append(node, parent: parent)
      if let passed { return refusal(passed.bound, found: passed.found, at: index) }
      if let child = changebook_first_child(node) {
        parent = index
        node = child
        continue
      }
      leave(index)
      // Up to the nearest node that has a neighbour after it.
      while node != root, changebook_next(node) == nil, let above = changebook_parent(node) {
        node = above
        leave(parent)
        parent = Int(nodes[parent].parent)
      }
      guard node != root, let next = changebook_next(node) else { break }
      node = next
    }
    let problems = controls.map { control -> ReadingProblem in
      var node = control.node
      while nodes[node].range == nil, node > 0 { node = Int(nodes[node].parent) }
      return ReadingProblem(
        .controlCharacter(control.byte), at: Place(file, nodes[node].range ?? SourceRange(body)))
    }
    return MarkdownDocument(
      file: file, nodes: nodes, literals: literals, strings: strings, problems: problems)
  }

  private func refusal(
    _ bound: MarkdownLimits.Bound, found: Int, at index: Int
  ) -> MarkdownDocument {
    var index = index
    while nodes[index].range == nil, index > 0 { index = Int(nodes[index].parent) }
    let range = nodes[index].range?.indices ?? body
    let problem = overLimit(bound, found: found, limits: limits, file: file, range: range)
    return MarkdownDocument(refused: file, body: body, problems: [problem])
  }

  private mutating func leave(_ index: Int) {
    nodes[index].end = Int32(nodes.count)
    if nodes[index].kind == .blockQuote { places.leaveQuote() }
  }

  private mutating func reserve() {
    var count = 0
    var size = 0
    let root = tree.root
    var node = root
    while true {
      count += 1
      size += Int(literal(of: node).len)
      if let child = changebook_first_child(node) {
        node = child
        continue
      }
      while node != root, changebook_next(node) == nil, let above = changebook_parent(node) {
        node = above
      }
      guard node != root, let next = changebook_next(node) else { break }
      node = next
    }
    nodes.reserveCapacity(count)
    literals.reserveCapacity(size)
  }

  private mutating func append(_ node: Node, parent: Int) {
    let own = bytes(literal(of: node))
    let start = Int32(literals.count)
    let kind = kind(of: node)
    if !own.isEmpty { append(literal: own, of: kind) }
    var range = range(of: node, kind: kind, literal: Int(start)..<literals.count)
    if let found = range, !nodes.isEmpty, let around = nodes[parent].range?.indices,
      found.lowerBound < around.lowerBound || found.upperBound > around.upperBound
    {
      range = nil
    }
    nodes.append(
      MarkdownNode(
        kind: kind, parent: Int32(parent), end: Int32(nodes.count + 1),
        range: range.map { SourceRange($0) }, literal: start..<Int32(literals.count)))
  }

  /// What is shown of a literal: HTML without its comments, and the replacement character where an
  /// entity stands for a control character.
  private mutating func append(literal: UnsafeBufferPointer<UInt8>, of kind: MarkdownNode.Kind) {
    if kind == .htmlBlock || kind == .htmlInline, let shown = withoutComments(literal) {
      literals += shown
    } else if let replaced = ControlCharacters.replacing(in: literal) {
      controls.append((replaced.first, nodes.count))
      literals += replaced.bytes
    } else {
      literals.append(contentsOf: literal)
    }
  }

  private mutating func range(
    of node: Node, kind: MarkdownNode.Kind, literal own: Range<Int>
  ) -> Range<Int>? {
    let position = changebook_position_of(node)
    let reported = ReportedPlace(
      startLine: Int(position.start_line), startColumn: Int(position.start_column),
      endLine: Int(position.end_line), endColumn: Int(position.end_column))
    switch kind {
    case .table: return places.enterTable(reported, firstRowLine: lineOfFirstRow(of: node))
    case .tableRow(let isHeader): return places.enterRow(reported, isHeader: isHeader)
    case .tableCell: return places.enterCell(reported)
    case .paragraph, .heading: return places.enterLeaf(reported, table: tableAfter(node))
    case .blockQuote: return places.enterQuote(reported)
    case .document, .list, .item, .taskItem, .codeBlock, .htmlBlock, .thematicBreak:
      return places.block(reported)
    case .text: return places.text(reported, literal: literals[own])
    case .code: return places.code(reported, literal: literals[own])
    case .softBreak, .lineBreak: return places.lineBreak()
    case .link:
      if let range = places.inline(reported) { return range }
      return changebook_first_child(node).flatMap { places.bareLink(bytes(literal(of: $0))) }
    case .emphasis, .strong, .strikethrough, .image, .htmlInline:
      return places.inline(reported)
    }
  }

  private mutating func kind(of node: Node) -> MarkdownNode.Kind {
    let type = changebook_type(node)
    switch UInt32(type) {
    case CMARK_NODE_TEXT.rawValue: return .text
    case CMARK_NODE_SOFTBREAK.rawValue: return .softBreak
    case CMARK_NODE_PARAGRAPH.rawValue: return .paragraph
    case CMARK_NODE_STRONG.rawValue: return .strong
    case CMARK_NODE_EMPH.rawValue: return .emphasis
    case CMARK_NODE_CODE.rawValue: return .code
    case CMARK_NODE_ITEM.rawValue:
      guard tree.extensions.isTask(node) else { return .item }
      return .taskItem(isChecked: changebook_list(node).checked)
    case CMARK_NODE_LIST.rawValue:
      let list = changebook_list(node)
      return .list(
        ordered: list.list_type == CMARK_ORDERED_LIST, start: Int(list.start), tight: list.tight)
    case CMARK_NODE_HEADING.rawValue:
      return .heading(level: Int(changebook_heading_level(node)))
    case CMARK_NODE_LINK.rawValue:
      let link = changebook_link(node)
      if link.url.len > limits.destination { passed = (.destination, Int(link.url.len)) }
      return .link(destination: store(link.url), title: store(link.title))
    case CMARK_NODE_IMAGE.rawValue:
      let link = changebook_link(node)
      if link.url.len > limits.destination { passed = (.destination, Int(link.url.len)) }
      return .image(destination: store(link.url), title: store(link.title))
    case CMARK_NODE_CODE_BLOCK.rawValue:
      return .codeBlock(info: store(changebook_code(node).info))
    case CMARK_NODE_HTML_BLOCK.rawValue: return .htmlBlock
    case CMARK_NODE_HTML_INLINE.rawValue: return .htmlInline
    case CMARK_NODE_LINEBREAK.rawValue: return .lineBreak
    case CMARK_NODE_THEMATIC_BREAK.rawValue: return .thematicBreak
    case CMARK_NODE_BLOCK_QUOTE.rawValue: return .blockQuote
    case CMARK_NODE_DOCUMENT.rawValue: return .document
    default: return extendedKind(of: node, type: type)
    }
  }

  private mutating func extendedKind(of node: Node, type: UInt16) -> MarkdownNode.Kind {
    let extensions = tree.extensions
    switch type {
    case extensions.cell:
      defer { column += 1 }
      guard let alignments, column < columns else { return .tableCell(alignment: .none) }
      switch alignments[column] {
      case UInt8(ascii: "l"): return .tableCell(alignment: .left)
      case UInt8(ascii: "c"): return .tableCell(alignment: .center)
      case UInt8(ascii: "r"): return .tableCell(alignment: .right)
      default: return .tableCell(alignment: .none)
      }
    case extensions.row:
      column = 0
      return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
    case extensions.table:
      columns = Int(cmark_gfm_extensions_get_table_columns(node))
      alignments = cmark_gfm_extensions_get_table_alignments(node)
      return .table
    case extensions.strikethrough: return .strikethrough
    // No other extension is attached; whatever it were, its texts are kept.
    default: return changebook_is_block(node) ? .paragraph : .emphasis
    }
  }

  /// cmark's line of the first row below the header, which it always knows.
  private func lineOfFirstRow(of table: Node) -> Int? {
    guard let header = changebook_first_child(table), let row = changebook_next(header) else {
      return nil
    }
    return Int(changebook_position_of(row).start_line)
  }

  /// What cmark reports of the table that follows a paragraph whose place it lost, and the line of
  /// the table's first row.
  private func tableAfter(_ node: Node) -> (table: ReportedPlace, firstRowLine: Int?)? {
    guard changebook_position_of(node).start_line == 0, let next = changebook_next(node),
      changebook_type(next) == tree.extensions.table
    else { return nil }
    let position = changebook_position_of(next)
    let reported = ReportedPlace(
      startLine: Int(position.start_line), startColumn: Int(position.start_column),
      endLine: Int(position.end_line), endColumn: Int(position.end_column))
    return (reported, lineOfFirstRow(of: next))
  }

  private func literal(of node: Node) -> cmark_chunk {
    switch UInt32(changebook_type(node)) {
    case CMARK_NODE_TEXT.rawValue, CMARK_NODE_CODE.rawValue, CMARK_NODE_HTML_BLOCK.rawValue,
      CMARK_NODE_HTML_INLINE.rawValue:
      return changebook_literal(node)
    case CMARK_NODE_CODE_BLOCK.rawValue: return changebook_code(node).literal
    default: return cmark_chunk()
    }
  }

  private func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: chunk.data == nil ? 0 : Int(chunk.len))
  }

  /// The index of a text in `strings`; -1 for an empty one.
  private mutating func store(_ chunk: cmark_chunk) -> Int32 {
    let text = bytes(chunk)
    guard !text.isEmpty else { return -1 }
    stringsSize += text.count
    if stringsSize > limits.strings { passed = (.strings, stringsSize) }
    strings.append(String(decoding: text, as: UTF8.self))
    return Int32(strings.count - 1)
  }
}
