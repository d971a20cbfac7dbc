import CCmarkGFM
import SourceText
import Synchronization

/// Reads the Markdown of a file, or of the part of it that `body` names.
///
/// The tree keeps nothing of cmark's memory. Its ranges are offsets in the whole file. A text over
/// a limit gives a tree that holds only the document node, and the problems that say why.
/// - Parameter body: begins at the start of a line, as what follows front matter does.
package func readMarkdown(
  _ file: SourceFile, body: SourceRange? = nil, limits: MarkdownLimits = .record
) -> MarkdownDocument {
  readMarkdown(file, body: body, limits: limits, takingShortcuts: true)
}

/// - Parameter takingShortcuts: False reads the same at more cost: with every extension, and outside
///   cmark's arena.
/// - Parameter notes: False for a note, which has none.
func readMarkdown(
  _ file: SourceFile, body: SourceRange?, limits: MarkdownLimits, takingShortcuts: Bool = true,
  notes: Bool = true
) -> MarkdownDocument {
  let body = (body ?? file.wholeRange).indices.clamped(to: 0..<file.bytes.count)
  let scan = scanMarkdown(file, body: body, limits: limits)
  guard scan.problems.isEmpty else {
    return MarkdownDocument(refused: file, body: body, problems: scan.problems)
  }
  let parsing: Parsing =
    !takingShortcuts ? .plain : scan.isSmall ? .inArena : .withNeededExtensions
  func parse(_ text: ArraySlice<UInt8>) -> MarkdownDocument {
    let document = withCommonMarkTree(of: text, parsing) { tree in
      var conversion = TreeConversion(file: file, body: body, tree: tree, limits: limits)
      return conversion.run()
    }
    return document ?? MarkdownDocument(refused: file, body: body, problems: [])
  }
  let text = file.bytes[body]
  let document = parse(text)
  guard notes, text.withUnsafeBufferPointer({ FootnoteScan.mayHoldAny($0) }) else {
    return document
  }
  return addingFootnotes(to: document, body: body, limits: limits, parse: parse)
}

extension MarkdownDocument {
  /// A document of which the body is not read.
  package init(unread file: SourceFile, body: SourceRange) {
    self.init(refused: file, body: body.indices, problems: [])
  }

  /// A document that holds nothing.
  init(refused file: SourceFile, body: Range<Int>, problems: [ReadingProblem]) {
    let root = MarkdownNode(
      kind: .document, parent: 0, end: 1, range: SourceRange(body), literal: 0..<0)
    self.init(file: file, nodes: [root], literals: [], strings: [], problems: problems)
  }
}

/// The tree that cmark made of one text; its memory is gone after `withCommonMarkTree`.
struct CommonMarkTree {
  let root: UnsafeMutablePointer<cmark_node>
  let extensions: Extensions
}

/// How a text becomes a tree; the tree is the same.
enum Parsing {
  /// With every extension.
  case plain
  /// Without the extensions that can find nothing.
  case withNeededExtensions
  /// The same, with the tree in cmark's arena, which is freed as a whole instead of node by node: for
  /// small texts, since nothing is given back before. The arena is global, so such a tree is read
  /// inside the lock.
  case inArena
}

/// What `read` makes of the tree of a text; nil where cmark gives no tree.
func withCommonMarkTree<Result: Sendable>(
  of text: ArraySlice<UInt8>, _ parsing: Parsing, _ read: (CommonMarkTree) -> Result
) -> Result? {
  guard parsing == .inArena else {
    let fresh = commonMark.withLock { registered in
      let extensions = registered.orNew()
      return FreshTree(
        root: extensions.parse(text, in: cmark_get_default_mem_allocator(), parsing),
        extensions: extensions)
    }
    guard let root = fresh.root else { return nil }
    defer { cmark_node_free(root) }
    return read(CommonMarkTree(root: root, extensions: fresh.extensions))
  }
  return commonMark.withLock { registered in
    let extensions = registered.orNew()
    cmark_arena_push()
    defer { cmark_arena_pop() }
    return extensions.parse(text, in: cmark_get_arena_mem_allocator(), parsing).map {
      read(CommonMarkTree(root: $0, extensions: extensions))
    }
  }
}

/// A tree on its way out of the lock: nothing else refers to it.
private struct FreshTree: @unchecked Sendable {
  let root: UnsafeMutablePointer<cmark_node>?
  let extensions: Extensions
}

extension Extensions? {
  /// The extensions; registered at the first call.
  fileprivate mutating func orNew() -> Extensions {
    let extensions = self ?? Extensions()
    self = extensions
    return extensions
  }
}

/// The one lock around cmark. Its registry of extensions is global, and so is its table of special
/// characters: every parse with strikethrough or autolink adds its characters to the table and
/// takes them out again, so that two parses at once make wrong trees. A finished tree outside the
/// arena is apart from both; it is read outside the lock.
private let commonMark = Mutex<Extensions?>(nil)

/// What GFM adds to CommonMark, registered; without footnotes and without the filter of tags.
/// Pointers and types stay as they are for the life of the process.
struct Extensions: @unchecked Sendable {
  let table: UInt16
  let row: UInt16
  let cell: UInt16
  let strikethrough: UInt16
  private let tables: OpaquePointer?
  private let strikethroughs: OpaquePointer?
  private let bareLinks: OpaquePointer?
  private let tasks: OpaquePointer?

  fileprivate init() {
    cmark_gfm_core_extensions_ensure_registered()
    tables = cmark_find_syntax_extension("table")
    strikethroughs = cmark_find_syntax_extension("strikethrough")
    bareLinks = cmark_find_syntax_extension("autolink")
    tasks = cmark_find_syntax_extension("tasklist")
    table = changebook_table_type()
    row = changebook_row_type()
    cell = changebook_cell_type()
    strikethrough = changebook_strikethrough_type()
    // An arena that holds nothing yet passes over `cmark_arena_push`.
    _ = cmark_get_arena_mem_allocator()?.pointee.calloc?(1, 1)
  }

  /// Whether a list item begins with a box.
  func isTask(_ item: UnsafeMutablePointer<cmark_node>) -> Bool {
    changebook_extension(item) != nil && changebook_extension(item) == tasks
  }

  /// Strikethrough and autolink cut the text into pieces that are joined again later, so they are
  /// left out where they can find nothing.
  fileprivate func parse(
    _ text: ArraySlice<UInt8>, in memory: UnsafeMutablePointer<cmark_mem>?, _ parsing: Parsing
  ) -> UnsafeMutablePointer<cmark_node>? {
    guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory) else { return nil }
    defer { cmark_parser_free(parser) }
    return text.withUnsafeBufferPointer { bytes in
      attach(tables, to: parser)
      let isPlain = parsing == .plain
      if isPlain || bytes.contains(UInt8(ascii: "~")) { attach(strikethroughs, to: parser) }
      if isPlain || mayHoldBareLinks(bytes) { attach(bareLinks, to: parser) }
      attach(tasks, to: parser)
      bytes.withMemoryRebound(to: CChar.self) { text in
        if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
      }
      return cmark_parser_finish(parser)
    }
  }

  private func attach(_ syntax: OpaquePointer?, to parser: OpaquePointer) {
    if let syntax { cmark_parser_attach_syntax_extension(parser, syntax) }
  }
}
