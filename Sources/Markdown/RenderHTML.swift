import SourceText

/// Writes a document, or whole neighbouring nodes of it, as markup.
///
/// Raw HTML is shown as the text that it is, but for the few elements of `MarkupTag`. A link that is not allowed, or leads nowhere, keeps
/// its text and is reported.
package func renderHTML(
  _ document: MarkdownDocument, nodes: Range<Int>? = nil, options: HTMLOptions
) -> (html: HTML, problems: [ReadingProblem]) {
  var writer = HTMLWriter()
  let problems = writer.append(document, nodes: nodes ?? document.nodes.indices, options: options)
  return (writer.finish(), problems)
}

extension HTMLWriter {
  /// The same behind what was written so far; gives back what was wrong.
  /// - Parameter written: Shared by the parts of one page.
  package mutating func append(
    _ document: MarkdownDocument, nodes: Range<Int>, options: HTMLOptions,
    written: WrittenFootnotes? = nil
  ) -> [ReadingProblem] {
    // The emitter owns the writer while it runs, and gives it back.
    var emitter = HTMLEmitter(
      document: document, nodes: nodes.clamped(to: document.nodes.indices), options: options,
      written: written ?? WrittenFootnotes(), writer: self)
    emitter.run()
    self = emitter.writer
    return emitter.problems
  }
}

/// Writes nodes in document order; what must be closed waits on a stack of its own.
struct HTMLEmitter: ~Copyable {
  let document: MarkdownDocument
  let options: HTMLOptions
  private let nodes: Range<Int>
  /// What is being written now: those nodes, or a note.
  private(set) var emitted: Range<Int>
  var writer: HTMLWriter
  var problems: [ReadingProblem] = []
  private var open: [Open] = []
  /// Headings of the whole document, once they are needed.
  private var headings: [MarkdownHeading]?
  /// Which tags of HTML belong together, and the names that they give, once they are needed.
  var pairs = MarkupPairs()
  var anchors: MarkupAnchors?
  /// Notes that the page shows, and those that are still to be written.
  let written: WrittenFootnotes
  var pendingNotes: [Int] = []
  private var start = 0
  private var isFull = false
  /// Links that are open: one inside another is not markup.
  var openLinks = 0

  /// An element to close before the node `end`.
  private struct Open {
    let end: Int
    let closing: Closing
  }

  /// How an element ends.
  enum Closing {
    case nothing
    case inline(StaticString)
    case block(StaticString)
    case link
    /// Of `details`.
    case fold
    case table(hasBody: Bool)
    case header(hasBody: Bool)
  }

  init(
    document: MarkdownDocument, nodes: Range<Int>, options: HTMLOptions,
    written: WrittenFootnotes, writer: consuming HTMLWriter
  ) {
    emitted = nodes
    self.written = written
    self.document = document
    self.nodes = nodes
    self.options = options
    self.writer = writer
    open.reserveCapacity(8)
  }

  mutating func run() {
    guard !nodes.isEmpty else { return }
    let first = document.nodes[nodes.lowerBound].literal.lowerBound
    let last = document.nodes[nodes.upperBound - 1].literal.upperBound
    start = writer.count
    writer.reserve(start + max(0, Int(last - first)) * 5 / 4 + nodes.count * 10)
    emit(nodes)
    writeNotes(among: nodes)
  }

  /// Writes nodes; of those outside of notes, without the notes, which come below the text.
  /// - Parameter mark: Of the note that is written: its label, which its number stands for.
  mutating func emit(_ range: Range<Int>, mark: Int? = nil) {
    emitted = range
    var notes = mark == nil ? document.footnotes[...] : []
    var index = range.lowerBound
    while index < range.upperBound, !isFull {
      closeElements(before: index)
      if index == options.omitted {
        index = end(of: index)
        continue
      }
      if let mark, index == mark || index + 1 == mark && end(of: index) == mark + 1 {
        index = mark + 1
        continue
      }
      while let note = notes.first, note.nodes.upperBound <= index { notes.removeFirst() }
      if let note = notes.first, note.nodes.contains(index) {
        index = note.nodes.upperBound
        continue
      }
      index = enter(index)
      let size = writer.count - start
      if size > options.outputLimit {
        problems.append(
          ReadingProblem(
            .overLimit(
              what: "bytes of markup", found: size, allowed: options.outputLimit),
            at: document.place(of: min(index, range.upperBound - 1))))
        isFull = true
      }
    }
    closeElements(before: .max)
  }

  private mutating func closeElements(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      switch last.closing {
      case .nothing: break
      case .inline(let name): writer.close(name)
      case .block(let name):
        writer.close(name)
        writer.newline()
      case .link:
        writer.close("a")
        openLinks -= 1
      case .fold:
        writer.close("details")
        writer.newline()
      case .table(let hasBody):
        if hasBody { writer.close("tbody") }
        writer.close("table")
        writer.close("div")
        writer.newline()
      case .header(let hasBody):
        writer.close("tr")
        writer.close("thead")
        writer.newline()
        if hasBody {
          writer.open("tbody")
          writer.newline()
        }
      }
    }
  }

  /// The rest of the node is written before `end`.
  mutating func push(_ index: Int, _ closing: Closing) {
    open.append(Open(end: Int(document.nodes[index].end), closing: closing))
  }

  /// What is opened is closed before the node `end`.
  mutating func push(before end: Int, _ closing: Closing) {
    open.append(Open(end: end, closing: closing))
  }

  /// Whether what comes next stands directly in `details`.
  var isInFold: Bool {
    if let last = open.last, case .fold = last.closing { true } else { false }
  }

  /// Closes the `details` that is open; nothing where it began before what is written now.
  mutating func closeFold() {
    guard isInFold else { return }
    open.removeLast()
    writer.close("details")
    writer.newline()
  }

  func end(of index: Int) -> Int { Int(document.nodes[index].end) }

  /// The last heading whose node comes before `index`.
  mutating func heading(before index: Int) -> MarkdownHeading? {
    let headings = allHeadings()
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].node < index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? headings[low - 1] : nil
  }

  mutating func allHeadings() -> [MarkdownHeading] {
    let headings = self.headings ?? document.headings
    self.headings = headings
    return headings
  }
}
