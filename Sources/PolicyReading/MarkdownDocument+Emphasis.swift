import Markdown

extension MarkdownDocument {
  /// Whether all that a node says is struck out.
  package func holdsWholeStrike(_ node: Int) -> Bool { isWholly(.strikethrough, node) }

  /// Whether all that a node says is in bold letters.
  package func isBold(_ node: Int) -> Bool { isWholly(.strong, node) }

  /// Whether every word of a node stands in children of one kind.
  private func isWholly(_ kind: MarkdownNode.Kind, _ node: Int) -> Bool {
    var isFound = false
    for child in children(of: node) {
      if nodes[child].kind == kind {
        isFound = true
      } else if !WordForm.words(plainText(of: child)).isEmpty {
        return false
      }
    }
    return isFound
  }
}
