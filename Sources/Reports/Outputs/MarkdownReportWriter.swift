import Figures
import Findings
import Markdown
import Records

/// The report of one period as GitHub Flavored Markdown, for a chat or a pull request; ends with a
/// line feed.
///
/// - Parameter address: Where a link leads in the world; nil where nothing is known to lead there.
///   Without addresses the text stays, and the web pages that records name.
package func renderReportMarkdown(
  _ report: PeriodReport, address: @escaping (ReportLink) -> String? = { _ in nil }
) -> String {
  var writer = MarkdownReportWriter(address: address)
  writer.write(report)
  return writer.text
}

private struct MarkdownReportWriter {
  let address: (ReportLink) -> String?
  /// Blocks, with an empty line between each two.
  private var blocks: [String] = []

  init(address: @escaping (ReportLink) -> String?) { self.address = address }

  var text: String { blocks.joined(separator: "\n\n") + "\n" }

  mutating func write(_ report: PeriodReport) {
    blocks.append("## \(inline(report.title)): \(lowered(report.kicker))")
    blocks.append(inline(report.days))
    if let caution = report.caution { blocks.append("**\(inline(caution))**") }
    if report.showsVerdict { blocks.append(paragraph(report.summary)) }
    for section in report.sections {
      blocks.append("### \(inline(section.heading))")
      for block in section.blocks { write(block) }
    }
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .paragraph(let words), .note(let words): blocks.append(paragraph(words))
    case .empty(let text): blocks.append(paragraph(Words(text)))
    case .list(let items):
      if !items.isEmpty { blocks.append(items.map(line).joined(separator: "\n")) }
    case .table(let table): write(table)
    case .figures(let figures):
      write(figureTable(figures))
      let courses = courseItems(figures)
      if !courses.isEmpty { blocks.append(courses.map(line).joined(separator: "\n")) }
    case .commentary(let page):
      blocks.append(
        page.paragraphs.map { "> " + paragraph(Words($0)) }.joined(separator: "\n>\n"))
    }
  }

  private func line(_ item: ReportItem) -> String {
    let details = item.details.map { "  " + paragraph($0) }
    // Two spaces at the end of a line break it.
    return (["- " + paragraph(item.head)] + details).joined(separator: "  \n")
  }

  private mutating func write(_ table: ReportTable) {
    guard !table.rows.isEmpty else { return }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = table.columns.map { $0.isNumber ? "---:" : "---" }
    let lines =
      [row(table.columns.map { inline($0.name) }), row(rule)]
      + table.rows.map { row($0.map { inline($0) }) }
    blocks.append(lines.joined(separator: "\n"))
  }

  /// What begins a block must not make it another kind of block.
  private func paragraph(_ words: Words) -> String {
    let text = inline(words)
    guard let first = text.utf8.first else { return text }
    let isOpening =
      switch first {
      case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
        UInt8(ascii: ">"):
        true
      default: false
      }
    if isOpening { return "\\" + text }
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
    let after = text.utf8.dropFirst(digits).first
    guard digits > 0, after == UInt8(ascii: ".") || after == UInt8(ascii: ")") else { return text }
    return "\(text.prefix(digits))\\\(text.dropFirst(digits))"
  }

  private func inline(_ text: String) -> String { inline(Words(text)) }

  private func inline(_ words: Words) -> String {
    words.phrases.map { phrase in
      switch phrase {
      case .text(let text), .time(let text, _): escapeMarkdown(text)
      case .strong(let text): "**\(escapeMarkdown(text))**"
      case .mark(let mark, let text): mark.sign + escapeMarkdown(text)
      case .link(let link, let text):
        address(link).map { "[\(escapeMarkdown(text))](\(destination($0)))" }
          ?? escapeMarkdown(text)
      }
    }.joined()
  }

  /// In angle brackets, with what would end them encoded.
  private func destination(_ address: String) -> String {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "%3C".utf8
      case UInt8(ascii: ">"): bytes += "%3E".utf8
      case UInt8(ascii: "\\"): bytes += "%5C".utf8
      case UInt8(ascii: "|"): bytes += "%7C".utf8
      case 0...0x20, 0x7F: bytes += "%20".utf8
      default: bytes.append(byte)
      }
    }
    return "<" + String(decoding: bytes, as: UTF8.self) + ">"
  }

  private func lowered(_ text: String) -> String {
    inline(text.prefix(1).lowercased() + text.dropFirst())
  }
}

/// A text as itself in Markdown: one line, nothing of it markup. A handle is set as code, so that no
/// host takes it for a call to that person.
func escapeMarkdown(_ text: String) -> String {
  var result = ""
  var rest = VisibleText.line(text).unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar {
    case "@":
      let name = rest.prefix(while: isHandleScalar)
      if name.isEmpty {
        result.unicodeScalars.append(scalar)
      } else {
        result += "`@\(String(String.UnicodeScalarView(name)))`"
        rest = rest.dropFirst(name.count)
      }
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "#":
      result.unicodeScalars.append("\\")
      result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isHandleScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "/": true
  default: false
  }
}

extension ReportMark {
  /// Before a word, where there is no colour.
  var sign: String {
    switch self {
    case .good: "✓ "
    case .bad: "✕ "
    case .doubtful: "≈ "
    case .neutral: ""
    }
  }
}

/// The figures with a target as a table, for formats without cards.
func figureTable(_ figures: [ReportedFigure]) -> ReportTable {
  ReportTable(
    "The policy’s figures",
    ["Figure", "Value", "Target", "Verdict"].map { .init($0) },
    figures.map { reported in
      let figure = reported.figure
      return [
        Words([.link(.figure(reported.key, nil), reported.title)]),
        Words([.link(.figure(reported.key, reported.period), figure.valueText)]),
        Words(figure.target?.shortWords ?? "none"), verdictWords(of: figure),
      ]
    })
}

/// Whether each is more than noise, one a line.
func courseItems(_ figures: [ReportedFigure]) -> [ReportItem] {
  figures.compactMap { reported in
    reported.courseWords.map { ReportItem(Words("\(reported.title): \($0)")) }
  }
}

/// `missed, inconclusive (too few changes)`.
func verdictWords(of figure: Figure) -> Words {
  guard let verdict = figure.verdict else { return "no target" }
  let words = Words([.mark(verdict.reportMark, verdict.text)])
  guard let doubt = figure.doubtWords else { return words }
  return "\(words), \(Phrase.mark(.doubtful, doubt))"
}
