import Markdown
import SourceText

/// How much of a row is struck out.
package enum RowStrike: Sendable { case none, part, whole }

extension MarkdownDocument {
  /// How much of the cells of a row is struck out. Tildes that strike nothing out may have been meant
  /// to.
  package func strike(of cells: [MarkdownTable.Cell]) -> RowStrike {
    var (struck, plain) = (0, 0)
    for cell in cells where !WordForm.trim(cell.text).isEmpty {
      let (isStruck, isPlain) = strikes(in: cell.node)
      if isStruck { struck += 1 }
      let hasTildes = cell.text.holds("~~")
      if isPlain || hasTildes { plain += 1 }
      if hasTildes { struck += 1 }
    }
    return struck == 0 ? .none : plain == 0 ? .whole : .part
  }

  /// Whether some of a cell's text is struck out, and whether some is not.
  private func strikes(in cell: Int) -> (isStruck: Bool, isPlain: Bool) {
    var (isStruck, isPlain) = (false, false)
    var strikeEnd = 0
    var isDeleted = false
    for node in cell + 1..<max(Int(nodes[cell].end), cell + 1) {
      switch nodes[node].kind {
      case .strikethrough: strikeEnd = max(strikeEnd, Int(nodes[node].end))
      case .htmlInline:
        let tag = literal(of: node).lowercased().filter { $0.isLetter || $0 == "/" }
        if ["del", "s", "strike"].contains(tag) { isDeleted = true }
        if ["/del", "/s", "/strike"].contains(tag) { isDeleted = false }
      case .text, .code:
        if WordForm.trim(literal(of: node)).isEmpty { continue }
        if node < strikeEnd || isDeleted { isStruck = true } else { isPlain = true }
      default: continue
      }
    }
    return (isStruck, isPlain)
  }
}
