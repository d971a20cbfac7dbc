import Markdown
import SourceText

/// Writes a part of a document as Markdown again. Comments stay hidden, headings get the level of the
/// page, and links into the content, which lead nowhere from elsewhere, stay words.
struct ProseMarkdown {
  private let document: MarkdownDocument
  /// What is added to the level of a heading.
  private let offset: Int
  private var bytes: [UInt8] = []
  /// What each line begins with, inside the lists and quotes that are open.
  private var margin: [UInt8] = []
  /// The lines that end before the next block, where anything has been written: an empty one keeps
  /// the margin of what both blocks lie in.
  private var gap: (lines: Int, margin: [UInt8])?

  private init(_ document: MarkdownDocument, offset: Int) {
    self.document = document
    self.offset = offset
  }

  /// Without a line feed at the end; empty where nothing of it is shown.
  static func text(of prose: Prose) -> [UInt8] {
    let document = prose.document
    var highest: Int?
    for index in prose.nodes where index != prose.omitted {
      if case .heading(let level) = document.nodes[index].kind {
        highest = min(level, highest ?? level)
      }
    }
    var writer = ProseMarkdown(
      document, offset: prose.topHeading - (highest ?? prose.topHeading))
    var blocks: [Int] = []
    var index = prose.nodes.lowerBound
    while index < prose.nodes.upperBound {
      if index != prose.omitted { blocks.append(index) }
      index = Int(document.nodes[index].end)
    }
    writer.write(blocks, isTight: false)
    return writer.bytes
  }

  // MARK: Blocks

  private mutating func write(_ blocks: some Sequence<Int>, isTight: Bool) {
    // A list right behind another one would go on with it, unless its signs differ.
    var isOtherSign = false
    for block in blocks {
      let before = bytes.count
      write(block, isOtherSign: isOtherSign)
      if bytes.count == before { continue }
      if case .list = document.nodes[block].kind {
        isOtherSign.toggle()
      } else {
        isOtherSign = false
      }
      separate(isTight: isTight)
    }
  }

  /// Blocks lie in one another as deep as `MarkdownLimits` lets them.
  private mutating func write(_ index: Int, isOtherSign: Bool) {
    switch document.nodes[index].kind {
    case .paragraph: paragraph(index)
    case .heading(let level):
      begin()
      bytes += repeatElement(UInt8(ascii: "#"), count: min(6, max(1, level + offset)))
      bytes.append(UInt8(ascii: " "))
      inline(index, breaks: false)
    case .thematicBreak:
      begin()
      bytes += "***".utf8
    case .codeBlock(let info):
      fenced(document.literal(of: index), info < 0 ? "" : document.strings[Int(info)])
    case .htmlBlock: html(index)
    case .blockQuote: quote(index)
    case .list(let isOrdered, let start, let isTight):
      list(index, isOrdered ? start : nil, isTight: isTight, isOtherSign: isOtherSign)
    case .table: table(index)
    default: write(document.children(of: index), isTight: false)
    }
  }

  /// A paragraph of comments alone is none.
  private mutating func paragraph(_ index: Int) {
    let (before, waiting) = (bytes.count, gap)
    begin()
    let start = bytes.count
    inline(index, breaks: true)
    if bytes.count == start {
      bytes.removeLast(bytes.count - before)
      gap = waiting
    } else {
      bytes.escapeOpening(from: start)
    }
  }

  private mutating func quote(_ index: Int) {
    let (before, waiting) = (bytes.count, gap)
    begin()
    let start = bytes.count + 2
    inside("> ", "> ") { $0.write($0.document.children(of: index), isTight: false) }
    if bytes.count == start {
      bytes.removeLast(bytes.count - before)
      gap = waiting
    }
  }

  private mutating func list(
    _ index: Int, _ start: Int?, isTight: Bool, isOtherSign: Bool
  ) {
    for (position, item) in document.children(of: index).enumerated() {
      if position > 0 { separate(isTight: isTight) }
      let marker =
        start.map { "\($0 &+ position)\(isOtherSign ? ")" : ".") " } ?? (isOtherSign ? "* " : "- ")
      begin()
      inside(marker, String(repeating: " ", count: marker.utf8.count)) { writer in
        if case .taskItem(let isChecked) = writer.document.nodes[item].kind {
          writer.bytes += (isChecked ? "[x] " : "[ ] ").utf8
        }
        writer.write(writer.document.children(of: item), isTight: isTight)
      }
    }
  }

  private mutating func table(_ index: Int) {
    for (position, row) in document.children(of: index).enumerated() {
      if position > 0 { line() } else { begin() }
      let cells = document.children(of: row)
      bytes += "|".utf8
      for cell in cells {
        bytes.append(UInt8(ascii: " "))
        inline(cell, breaks: false)
        bytes += " |".utf8
      }
      if position > 0 { continue }
      line()
      bytes += "|".utf8
      for cell in cells {
        guard case .tableCell(let alignment) = document.nodes[cell].kind else {
          bytes += " --- |".utf8
          continue
        }
        switch alignment {
        case .none: bytes += " --- |".utf8
        case .left: bytes += " :--- |".utf8
        case .center: bytes += " :---: |".utf8
        case .right: bytes += " ---: |".utf8
        }
      }
    }
  }

  /// Fences longer than any within.
  private mutating func fenced(_ text: String, _ info: String) {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    var lines = text.parts(at: "\n", keepingEmpty: true)
    while lines.last?.isEmpty == true { lines.removeLast() }
    begin()
    bytes += (fence + info).utf8
    for text in lines + [fence] {
      line(isEmpty: text.isEmpty)
      bytes += text.utf8
    }
  }

  /// As code, since a page shows none of it as markup; nothing for comments.
  private mutating func html(_ index: Int) {
    let text = document.literal(of: index)
    let shown = text.withBytes { withoutComments($0) }.map { String(decoding: $0, as: UTF8.self) }
    if (shown ?? text).contains(where: { !$0.isWhitespace }) { fenced(shown ?? text, "html") }
  }

  // MARK: Lines

  /// Ends the lines before a block that follows another one.
  private mutating func begin() {
    guard let gap else { return }
    self.gap = nil
    for _ in 1..<max(1, gap.lines) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += gap.margin
    }
    line()
  }

  /// - Parameter isTight: Whether no empty line stands before the next block.
  private mutating func separate(isTight: Bool) {
    gap = (isTight ? 1 : 2, trimmedMargin)
  }

  private mutating func line(isEmpty: Bool = false) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += isEmpty ? trimmedMargin : margin
  }

  private var trimmedMargin: [UInt8] {
    Array(margin.prefix((margin.lastIndex { $0 != UInt8(ascii: " ") } ?? -1) + 1))
  }

  /// Writes what lies in a list's item or a quote, behind the sign that opens it.
  private mutating func inside(
    _ opening: String, _ margin: String, _ body: (inout ProseMarkdown) -> Void
  ) {
    bytes += opening.utf8
    self.margin += margin.utf8
    body(&self)
    gap = nil
    self.margin.removeLast(margin.utf8.count)
  }

  // MARK: Inlines

  /// - Parameter breaks: Whether a line may end within.
  private mutating func inline(_ block: Int, breaks: Bool) {
    /// What ends what is open, and where.
    var open: [(end: Int, sign: String, address: String?)] = []
    for index in (block + 1)..<max(block + 1, Int(document.nodes[block].end)) {
      while let last = open.last, last.end <= index { close(open.removeLast()) }
      let end = Int(document.nodes[index].end)
      switch document.nodes[index].kind {
      case .text: bytes.append(markdown: document.literal(of: index))
      case .softBreak: bytes.append(UInt8(ascii: " "))
      case .lineBreak: lineBreak(breaks)
      case .htmlInline:
        let isBreak = document.literal(of: index).lowercased().hasPrefix("<br")
        if isBreak { lineBreak(breaks) }
      case .code:
        let code = document.literal(of: index)
        let ticks = String(repeating: "`", count: longestRun(in: code) + 1)
        let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        bytes += (ticks + pad + code.replacing("|", with: "\\|") + pad + ticks).utf8
      case .emphasis: begin("*", end)
      case .strong: begin("**", end)
      case .strikethrough: begin("~~", end)
      case .link(let destination, _):
        guard destination >= 0,
          let link = LinkDestination(document.strings[Int(destination)]),
          link.kind == .web || link.kind == .mail
        else { continue }
        bytes.append(UInt8(ascii: "["))
        open.append((end, "](", link.text))
      default: break
      }
    }
    while let last = open.popLast() { close(last) }

    func begin(_ sign: String, _ end: Int) {
      bytes += sign.utf8
      open.append((end, sign, nil))
    }

    func close(_ mark: (end: Int, sign: String, address: String?)) {
      bytes += mark.sign.utf8
      guard let address = mark.address else { return }
      bytes.append(markdownDestination: address)
      bytes.append(UInt8(ascii: ")"))
    }
  }

  private mutating func lineBreak(_ mayBreak: Bool) {
    guard mayBreak else { return bytes.append(UInt8(ascii: " ")) }
    bytes.append(UInt8(ascii: "\\"))
    line()
  }

  private func longestRun(in text: String) -> Int {
    var (run, longest) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
