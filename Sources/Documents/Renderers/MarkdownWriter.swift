import Chronology

/// Writes blocks as GitHub Flavored Markdown, for a chat or a pull request.
package struct MarkdownWriter {
  private let zone: Zone
  /// Where a target leads in the world; nil where nothing is known to lead there: then the text stays.
  private let address: (LinkTarget) -> String?
  /// With an empty line between each two.
  private var blocks: [String] = []

  package init(zone: Zone, address: @escaping (LinkTarget) -> String?) {
    self.zone = zone
    self.address = address
  }

  /// Ends with a line feed.
  package var text: String { blocks.joined(separator: "\n\n") + "\n" }

  package mutating func write(_ blocks: [any Block]) {
    for block in blocks where !block.isEmpty { block.write(to: &self) }
  }

  /// - Parameter level: Of 1 to 6.
  package mutating func heading(_ text: RichText, level: Int = 3) {
    blocks.append(String(repeating: "#", count: level) + " " + inline(text))
  }

  package mutating func heading(_ text: String) { heading(RichText(text)) }

  package mutating func paragraph(_ text: RichText) { blocks.append(opening(text)) }

  package mutating func strong(_ text: RichText) { blocks.append("**\(inline(text))**") }

  package mutating func quote(_ paragraphs: [RichText]) {
    blocks.append(paragraphs.map { "> " + opening($0) }.joined(separator: "\n>\n"))
  }

  /// The text of a document.
  package mutating func prose(_ prose: Prose) {
    let text = ProseMarkdown.text(of: prose)
    if !text.isEmpty { blocks.append(text) }
  }

  package mutating func list(_ items: [(head: RichText, details: [RichText])]) {
    guard !items.isEmpty else { return }
    let lines = items.map { item in
      // Two spaces at the end of a line break it.
      (["- " + opening(item.head)] + item.details.map { "  " + opening($0) })
        .joined(separator: "  \n")
    }
    blocks.append(lines.joined(separator: "\n"))
  }

  package mutating func table(
    _ columns: [(name: String, isNumber: Bool)], _ rows: [[RichText]]
  ) {
    guard !rows.isEmpty else { return }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = columns.map { $0.isNumber ? "---:" : "---" }
    let lines =
      [row(columns.map { inline(RichText($0.name)) }), row(rule)]
      + rows.map { row($0.map { inline($0) }) }
    blocks.append(lines.joined(separator: "\n"))
  }

  private func opening(_ text: RichText) -> String { openingMarkdown(inline(text)) }

  private func inline(_ text: RichText) -> String {
    text.pieces.map { piece in
      switch piece {
      case .strong(let text): "**\(escapeMarkdown(text))**"
      case .mark(let tone, let text, _): tone.sign + escapeMarkdown(text)
      case .link(let target, let text), .id(let target?, let text),
        .name(let text, let target?):
        address(target).map { "[\(escapeMarkdown(text))](\(markdownDestination($0)))" }
          ?? escapeMarkdown(text)
      case .text, .id, .severity, .findings, .drawing, .instant, .interval, .day, .small, .code,
        .path, .name:
        escapeMarkdown(piece.plain(in: zone))
      }
    }.joined()
  }
}
