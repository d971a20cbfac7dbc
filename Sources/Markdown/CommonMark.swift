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
  let body = (body ?? file.wholeRange).indices.clamped(to: 0..<file.bytes.count)
  let problems = scanMarkdown(file, body: body, limits: limits)
  guard problems.isEmpty, let tree = CommonMarkTree(file.bytes[body]) else {
    return MarkdownDocument(refused: file, body: body, problems: problems)
  }
  var conversion = TreeConversion(file: file, body: body, tree: tree, limits: limits)
  return conversion.run()
}

extension MarkdownDocument {
  /// A document that holds nothing.
  init(refused file: SourceFile, body: Range<Int>, problems: [ReadingProblem]) {
    let root = MarkdownNode(
      kind: .document, parent: 0, end: 1, range: SourceRange(body), literal: 0..<0)
    self.init(file: file, nodes: [root], literals: [], strings: [], problems: problems)
  }
}

/// The tree that cmark made of one text, freed with its last use.
final class CommonMarkTree {
  let root: UnsafeMutablePointer<cmark_node>
  let extensions: Extensions

  /// Nil where cmark gives no tree.
  init?(_ text: ArraySlice<UInt8>) {
    let parsed = commonMark.withLock { registered in
      let extensions = registered ?? Extensions()
      registered = extensions
      return FreshTree(root: extensions.parse(text), extensions: extensions)
    }
    guard let root = parsed.root else { return nil }
    self.root = root
    extensions = parsed.extensions
  }

  deinit { cmark_node_free(root) }
}

/// A tree on its way out of the lock: nothing else refers to it.
private struct FreshTree: @unchecked Sendable {
  let root: UnsafeMutablePointer<cmark_node>?
  let extensions: Extensions
}

/// The one lock around cmark. Its registry of extensions is global, and so is its table of special
/// characters: every parse with strikethrough or autolink adds its characters to the table and
/// takes them out again, so that two parses at once make wrong trees. A finished tree is apart
/// from both; it is read outside the lock.
private let commonMark = Mutex<Extensions?>(nil)

/// What GFM adds to CommonMark, registered; without footnotes and without the filter of tags.
/// Pointers and types stay as they are for the life of the process.
struct Extensions: @unchecked Sendable {
  let table: UInt16
  let row: UInt16
  let cell: UInt16
  let strikethrough: UInt16
  private let attached: [OpaquePointer]
  private let tasks: OpaquePointer?

  fileprivate init() {
    cmark_gfm_core_extensions_ensure_registered()
    tasks = cmark_find_syntax_extension("tasklist")
    let names: [String] = ["table", "strikethrough", "autolink", "tasklist"]
    attached = names.compactMap { name in cmark_find_syntax_extension(name) }
    table = changebook_table_type()
    row = changebook_row_type()
    cell = changebook_cell_type()
    strikethrough = changebook_strikethrough_type()
  }

  /// Whether a list item begins with a box.
  func isTask(_ item: UnsafeMutablePointer<cmark_node>) -> Bool {
    changebook_extension(item) != nil && changebook_extension(item) == tasks
  }

  fileprivate func parse(_ text: ArraySlice<UInt8>) -> UnsafeMutablePointer<cmark_node>? {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    defer { cmark_parser_free(parser) }
    for each in attached { cmark_parser_attach_syntax_extension(parser, each) }
    text.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return cmark_parser_finish(parser)
  }
}
