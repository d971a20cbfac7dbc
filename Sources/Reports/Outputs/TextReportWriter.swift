import Figures
import Findings
import Markdown
import Records

/// The report of one period as text for a terminal, its lines within some 100 columns; ends with a
/// line feed.
package func renderReportText(_ report: PeriodReport) -> String {
  var writer = TextReportWriter()
  writer.write(report)
  return writer.text
}

/// Writes sections as lines.
private struct TextReportWriter {
  private var lines: [String] = []

  private static let width = 100
  private static let margin = "  "

  var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  mutating func write(_ report: PeriodReport) {
    lines += ["\(report.title): \(report.kicker)", plain(report.days)]
    if let caution = report.caution { wrap(plain(caution), indent: "") }
    lines.append("")
    if report.showsVerdict {
      wrap(plain(report.summary), indent: "")
      lines.append("")
    }
    for section in report.sections {
      lines.append(printable(section.heading))
      for block in section.blocks { write(block) }
      lines.append("")
    }
    guard report.showsVerdict else { return }
    lines += sideLines(report.figures.side) + [""]
    lines += exclusionLines(report.figures.main)
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .paragraph(let words), .note(let words): wrap(plain(words), indent: Self.margin)
    case .empty(let text): wrap(text, indent: Self.margin)
    case .list(let items): for item in items { write(item) }
    case .table(let table): write(table)
    case .figures(let figures): for figure in figures { write(figure) }
    case .commentary(let page):
      for paragraph in page.paragraphs { wrap(printable(paragraph), indent: Self.margin) }
    }
  }

  private mutating func write(_ item: ReportItem) {
    wrap(plain(item.head), indent: Self.margin)
    for detail in item.details { wrap(plain(detail), indent: Self.margin + "    ") }
  }

  private mutating func write(_ figure: ReportedFigure) {
    lines += figureLines(figure.figure, title: figure.title)
    if let course = figure.courseWords {
      wrap(printable(course), indent: padded("", to: figureColumn))
    }
  }

  /// Columns are as wide as their widest cell, to a limit; what is longer goes on below.
  private mutating func write(_ table: ReportTable) {
    let cells = table.rows.map { $0.map(plain) }
    let widths = table.columns.indices.map { column in
      let widest = cells.map { $0[column].unicodeScalars.count }.max() ?? 0
      return min(34, max(widest, table.columns[column].name.unicodeScalars.count))
    }
    writeRow(table.columns.map(\.name), widths, table.columns)
    for row in cells { writeRow(row, widths, table.columns) }
  }

  private mutating func writeRow(
    _ cells: [String], _ widths: [Int], _ columns: [ReportTable.Column]
  ) {
    let pieces = zip(cells, widths).map { wrapped($0, width: $1) }
    for line in 0..<(pieces.map(\.count).max() ?? 0) {
      var text = Self.margin
      for (index, piece) in pieces.enumerated() {
        let part = line < piece.count ? piece[line] : ""
        let gap = String(
          repeating: " ", count: max(0, widths[index] - part.unicodeScalars.count))
        text += (columns[index].isNumber ? gap + part : part + gap) + "  "
      }
      while text.hasSuffix(" ") { text.removeLast() }
      lines.append(text)
    }
  }

  private mutating func wrap(_ text: String, indent: String) {
    lines += wrapped(text, width: Self.width - indent.unicodeScalars.count).map { indent + $0 }
  }

  private func plain(_ words: Words) -> String {
    printable(words.phrases.map(\.text).joined())
  }
}

/// The lines of a text that are at most so long; a word that is longer is cut.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var length = 0
  for word in text.split(separator: " ") {
    var rest = word.unicodeScalars[...]
    while length > 0 && length + 1 + rest.count > width || length == 0 && rest.count > width {
      if length > 0 {
        lines.append(line)
        (line, length) = ("", 0)
        continue
      }
      lines.append(String(String.UnicodeScalarView(rest.prefix(width))))
      rest = rest.dropFirst(width)
    }
    guard !rest.isEmpty else { continue }
    line += (length > 0 ? " " : "") + String(String.UnicodeScalarView(rest))
    length += (length > 0 ? 1 : 0) + rest.count
  }
  if length > 0 || lines.isEmpty { lines.append(line) }
  return lines
}

extension PeriodReport {
  /// Something can be said of how the period went.
  package var showsVerdict: Bool { state == .closed || state == .running }
}

extension ContentPage {
  /// The words of each of its paragraphs, headings and items.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var index = body.lowerBound
    while index < body.upperBound {
      let node = document.nodes[index]
      switch node.kind {
      case .paragraph, .heading, .tableRow, .codeBlock:
        paragraphs.append(document.plainText(of: index))
        index = Int(node.end)
      default: index += 1
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}
