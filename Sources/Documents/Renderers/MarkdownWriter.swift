import Chronology

/// Writes blocks as GitHub Flavored Markdown, for a chat or a pull request.
package struct MarkdownWriter {
  private let zone: Zone
  /// Where a target leads in the world; nil where nothing is known to lead there: then the text stays.
  private let address: (LinkTarget) -> String?
  /// What is written so far, without the last line feed.
  private var bytes: [UInt8] = []

  package init(zone: Zone, address: @escaping (LinkTarget) -> String?) {
    self.zone = zone
    self.address = address
  }

  /// Ends with a line feed.
  package var text: String { String(decoding: bytes, as: UTF8.self) + "\n" }

  /// The bytes of `text`.
  package consuming func finish() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  package mutating func write(_ blocks: [any Block]) {
    for block in blocks where !block.isEmpty { block.write(to: &self) }
  }

  /// - Parameter level: Of 1 to 6.
  package mutating func heading(_ text: RichText, level: Int = 3) {
    begin()
    bytes += repeatElement(UInt8(ascii: "#"), count: level)
    bytes.append(UInt8(ascii: " "))
    inline(text)
  }

  package mutating func heading(_ text: String) { heading(RichText(text)) }

  package mutating func paragraph(_ text: RichText) {
    begin()
    opening(text)
  }

  package mutating func strong(_ text: RichText) {
    begin()
    verbatim("**")
    inline(text)
    verbatim("**")
  }

  package mutating func quote(_ paragraphs: [RichText]) {
    begin()
    for (index, paragraph) in paragraphs.enumerated() {
      verbatim(index == 0 ? "> " : "\n>\n> ")
      opening(paragraph)
    }
  }

  /// The text of a document.
  package mutating func prose(_ prose: Prose) {
    let text = ProseMarkdown.text(of: prose)
    guard !text.isEmpty else { return }
    begin()
    bytes += text
  }

  package mutating func list(_ items: [(head: RichText, details: [RichText])]) {
    guard !items.isEmpty else { return }
    begin()
    for (index, item) in items.enumerated() {
      verbatim(index == 0 ? "- " : "\n- ")
      opening(item.head)
      for detail in item.details {
        // Two spaces at the end of a line break it.
        verbatim("  \n  ")
        opening(detail)
      }
    }
  }

  package mutating func table(
    _ columns: [(name: String, isNumber: Bool)], _ rows: [[RichText]]
  ) {
    guard !rows.isEmpty else { return }
    begin()
    row(columns.map { RichText($0.name) })
    verbatim("\n| ")
    for (index, column) in columns.enumerated() {
      if index > 0 { verbatim(" | ") }
      verbatim(column.isNumber ? "---:" : "---")
    }
    verbatim(" |")
    for cells in rows {
      verbatim("\n")
      row(cells)
    }
  }

  private mutating func row(_ cells: [RichText]) {
    verbatim("| ")
    for (index, cell) in cells.enumerated() {
      if index > 0 { verbatim(" | ") }
      inline(cell)
    }
    verbatim(" |")
  }

  /// An empty line stands between each two blocks.
  private mutating func begin() {
    if !bytes.isEmpty { verbatim("\n\n") }
  }

  private mutating func verbatim(_ text: String) { bytes += text.utf8 }

  private mutating func opening(_ text: RichText) {
    let start = bytes.count
    inline(text)
    bytes.escapeOpening(from: start)
  }

  private mutating func inline(_ text: RichText) {
    for piece in text.pieces {
      switch piece {
      case .strong(let text):
        verbatim("**")
        bytes.append(markdown: text)
        verbatim("**")
      case .mark(let tone, let text, _):
        bytes += tone.sign.utf8
        bytes.append(markdown: text)
      case .link(let target, let text), .id(let target?, let text),
        .name(let text, let target?):
        guard let address = address(target) else {
          bytes.append(markdown: text)
          continue
        }
        verbatim("[")
        bytes.append(markdown: text)
        verbatim("](")
        bytes.append(markdownDestination: address)
        verbatim(")")
      case .text(let text): bytes.append(markdown: text)
      case .id, .severity, .findings, .drawing, .instant, .interval, .day, .small, .code,
        .path, .name:
        bytes.append(markdown: piece.plain(in: zone))
      }
    }
  }
}
