import Markdown
import SourceText

/// Writes a part of a document as Markdown again. Comments stay hidden, headings get the level of the
/// page, and links into the content, which lead nowhere from elsewhere, stay words.
struct ProseMarkdown {
  private let document: MarkdownDocument
  /// What is added to the level of a heading.
  private let offset: Int

  static func text(of prose: Prose) -> String {
    let document = prose.document
    var highest: Int?
    for index in prose.nodes where index != prose.omitted {
      if case .heading(let level) = document.nodes[index].kind {
        highest = min(level, highest ?? level)
      }
    }
    let writer = ProseMarkdown(
      document: document, offset: prose.topHeading - (highest ?? prose.topHeading))
    var blocks: [Int] = []
    var index = prose.nodes.lowerBound
    while index < prose.nodes.upperBound {
      if index != prose.omitted { blocks.append(index) }
      index = Int(document.nodes[index].end)
    }
    return writer.lines(of: blocks, isTight: false).joined(separator: "\n")
  }

  // MARK: Blocks

  private func lines(of blocks: [Int], isTight: Bool) -> [String] {
    var lines: [String] = []
    // A list right behind another one would go on with it, unless its signs differ.
    var isOtherSign = false
    for block in blocks {
      let own = self.lines(of: block, isOtherSign: isOtherSign)
      if own.isEmpty { continue }
      if case .list = document.nodes[block].kind {
        isOtherSign.toggle()
      } else {
        isOtherSign = false
      }
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += own
    }
    return lines
  }

  /// Blocks lie in one another as deep as `MarkdownLimits` lets them.
  private func lines(of index: Int, isOtherSign: Bool) -> [String] {
    switch document.nodes[index].kind {
    case .paragraph: openingMarkdown(inline(index, breaks: true)).parts(at: "\n")
    case .heading(let level):
      [
        String(repeating: "#", count: min(6, max(1, level + offset))) + " "
          + inline(index, breaks: false)
      ]
    case .thematicBreak: ["***"]
    case .codeBlock(let info):
      fenced(document.literal(of: index), info < 0 ? "" : document.strings[Int(info)])
    case .htmlBlock: html(index)
    case .blockQuote: children(of: index).map { $0.isEmpty ? ">" : "> \($0)" }
    case .list(let isOrdered, let start, let isTight):
      list(index, isOrdered ? start : nil, isTight: isTight, isOtherSign: isOtherSign)
    case .table: table(index)
    default: children(of: index)
    }
  }

  private func children(of index: Int) -> [String] {
    lines(of: Array(document.children(of: index)), isTight: false)
  }

  private func list(
    _ index: Int, _ start: Int?, isTight: Bool, isOtherSign: Bool
  ) -> [String] {
    var lines: [String] = []
    for (position, item) in document.children(of: index).enumerated() {
      if !lines.isEmpty, !isTight { lines.append("") }
      let marker =
        start.map { "\($0 + position)\(isOtherSign ? ")" : ".") " } ?? (isOtherSign ? "* " : "- ")
      var own = self.lines(of: Array(document.children(of: item)), isTight: isTight)
      if own.isEmpty { own = [""] }
      if case .taskItem(let isChecked) = document.nodes[item].kind {
        own[0] = (isChecked ? "[x] " : "[ ] ") + own[0]
      }
      let margin = String(repeating: " ", count: marker.utf8.count)
      lines += own.enumerated().map { $0 == 0 ? marker + $1 : $1.isEmpty ? "" : margin + $1 }
    }
    return lines
  }

  private func table(_ index: Int) -> [String] {
    var lines: [String] = []
    for row in document.children(of: index) {
      let cells = Array(document.children(of: row))
      lines.append("| " + cells.map { inline($0, breaks: false) }.joined(separator: " | ") + " |")
      if lines.count > 1 { continue }
      let rules = cells.map { cell -> String in
        guard case .tableCell(let alignment) = document.nodes[cell].kind else { return "---" }
        return switch alignment {
        case .none: "---"
        case .left: ":---"
        case .center: ":---:"
        case .right: "---:"
        }
      }
      lines.append("| " + rules.joined(separator: " | ") + " |")
    }
    return lines
  }

  /// Fences longer than any within.
  private func fenced(_ text: String, _ info: String) -> [String] {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    var lines = text.parts(at: "\n")
    while lines.last?.isEmpty == true { lines.removeLast() }
    return [fence + info] + lines + [fence]
  }

  /// As code, since a page shows none of it as markup; nothing for comments.
  private func html(_ index: Int) -> [String] {
    let text = document.literal(of: index)
    let shown = text.withBytes { withoutComments($0) }.map { String(decoding: $0, as: UTF8.self) }
    return (shown ?? text).allSatisfy(\.isWhitespace) ? [] : fenced(shown ?? text, "html")
  }

  // MARK: Inlines

  /// - Parameter breaks: Whether a line may end within.
  private func inline(_ block: Int, breaks: Bool) -> String {
    var text = ""
    /// What ends what is open, and where.
    var open: [(end: Int, sign: String)] = []
    for index in (block + 1)..<max(block + 1, Int(document.nodes[block].end)) {
      while let last = open.last, last.end <= index { text += open.removeLast().sign }
      let end = Int(document.nodes[index].end)
      switch document.nodes[index].kind {
      case .text: text += escapedWithBlanks(document.literal(of: index))
      case .softBreak: text += " "
      case .lineBreak: text += breaks ? "\\\n" : " "
      case .htmlInline:
        let isBreak = document.literal(of: index).lowercased().hasPrefix("<br")
        if isBreak { text += breaks ? "\\\n" : " " }
      case .code:
        let code = document.literal(of: index)
        let ticks = String(repeating: "`", count: longestRun(in: code) + 1)
        let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        text += ticks + pad + code.replacing("|", with: "\\|") + pad + ticks
      case .emphasis: begin("*", "*", end)
      case .strong: begin("**", "**", end)
      case .strikethrough: begin("~~", "~~", end)
      case .link(let destination, _):
        guard destination >= 0,
          let link = LinkDestination(document.strings[Int(destination)]),
          link.kind == .web || link.kind == .mail
        else { continue }
        begin("[", "](\(markdownDestination(link.text)))", end)
      default: break
      }
    }
    while let last = open.popLast() { text += last.sign }
    return text

    func begin(_ opening: String, _ closing: String, _ end: Int) {
      text += opening
      open.append((end, closing))
    }
  }

  private func escapedWithBlanks(_ text: String) -> String {
    let blank = { (isThere: Bool) in isThere ? " " : "" }
    let escaped = escapeMarkdown(text)
    if escaped.isEmpty { return blank(!text.isEmpty) }
    return blank(text.hasPrefix(" ") && !escaped.hasPrefix(" ")) + escaped
      + blank(text.hasSuffix(" ") && !escaped.hasSuffix(" "))
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
