import Markdown
import SourceText

/// A line of a paragraph as it was written: paragraphs part at their breaks.
struct InlineLine {
  /// Without markup and surrounding white space.
  private(set) var text: String
  /// The text in bold at its beginning; nil where it begins otherwise.
  var bold: String?
  let place: Place

  /// `[^1]: See the wiki.` is the note alone.
  mutating func dropMarkOfNote() {
    guard text.hasPrefix("[^"), let end = text.firstRange(of: "]:") else { return }
    text = WordForm.trim(String(text[end.upperBound...]))
  }

  /// The lines that hold any text.
  static func lines(of paragraph: Int, in document: MarkdownDocument) -> [InlineLine] {
    let end = Int(document.nodes[paragraph].end)
    var lines: [InlineLine] = []
    var start = paragraph + 1
    for index in paragraph + 1..<max(end, paragraph + 1) {
      guard document.nodes[index].kind == .softBreak || document.nodes[index].kind == .lineBreak
      else { continue }
      if let line = line(start..<index, of: paragraph, document) { lines.append(line) }
      start = index + 1
    }
    if let line = line(start..<end, of: paragraph, document) { lines.append(line) }
    return lines
  }

  private static func line(
    _ nodes: Range<Int>, of paragraph: Int, _ document: MarkdownDocument
  ) -> InlineLine? {
    let text = WordForm.trim(document.plainText(ofNodes: nodes))
    guard !text.isEmpty else { return nil }
    let isBold = document.nodes[nodes.lowerBound].kind == .strong
    return InlineLine(
      text: text, bold: isBold ? document.plainText(of: nodes.lowerBound) : nil,
      place: place(nodes, of: paragraph, document))
  }

  /// From the first known range to the last.
  private static func place(
    _ nodes: Range<Int>, of paragraph: Int, _ document: MarkdownDocument
  ) -> Place {
    let ranges = nodes.compactMap { document.nodes[$0].range }.filter { !$0.isEmpty }
    guard let lower = ranges.map(\.lower).min(), let upper = ranges.map(\.upper).max() else {
      return document.place(of: paragraph)
    }
    return Place(document.file, SourceRange(Int(lower), Int(upper)))
  }
}
