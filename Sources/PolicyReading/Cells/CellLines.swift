import Markdown

/// The lines of a cell, `CAB<br>CTO`, as one text.
///
/// A line break parts two values as a comma does, unless one of the lines goes on: ends or begins with a sign or a word that
/// joins it to the other.
package enum CellLines {
  /// Nil for a cell of one line.
  package static func joined(_ cell: Int, in document: MarkdownDocument) -> String? {
    let end = Int(document.nodes[cell].end)
    var lines: [String] = []
    var start = cell + 1
    for index in cell + 1..<max(end, cell + 1) where isBreak(index, document) {
      lines.append(WordForm.trim(document.plainText(ofNodes: start..<index)))
      start = index + 1
    }
    guard start > cell + 1, start <= end else { return nil }
    lines.append(WordForm.trim(document.plainText(ofNodes: start..<end)))
    return joined(lines.filter { !$0.isEmpty })
  }

  static func joined(_ lines: [String]) -> String {
    lines.dropFirst().reduce(lines.first ?? "") { text, line in
      goesOn(text, line) ? "\(text) \(line)" : "\(text), \(line)"
    }
  }

  private static func isBreak(_ node: Int, _ document: MarkdownDocument) -> Bool {
    switch document.nodes[node].kind {
    case .lineBreak, .softBreak: true
    case .htmlInline: document.literal(of: node).lowercased().filter(\.isLetter) == "br"
    default: false
    }
  }

  private static func goesOn(_ text: String, _ line: String) -> Bool {
    if let last = text.unicodeScalars.last,
      CellTokens.isDash(last) || ",;:/&+(".unicodeScalars.contains(last)
    {
      return true
    }
    if let first = line.unicodeScalars.first,
      CellTokens.isDash(first) || ",;:/&+()[".unicodeScalars.contains(first)
    {
      return true
    }
    let (before, after) = (WordForm.words(text), WordForm.words(line))
    return before.last.map(joining.contains) ?? false || after.first.map(joining.contains) ?? false
  }

  private static let joining: Set = [
    "and", "or", "of", "in", "the", "a", "an", "to", "from", "until", "till", "through", "at", "on",
    "for", "by", "with", "without", "after", "before", "between", "during", "except", "excluding",
    "but", "not", "other", "apart", "if", "when", "unless", "only", "plus", "per", "each", "every",
    "inclusive", "utc",
  ]
}
