import Markdown

extension MarkdownDocument {
  /// Whether all that a node says is struck out.
  package func holdsWholeStrike(_ node: Int) -> Bool {
    let children = Array(children(of: node))
    return !children.isEmpty
      && children.allSatisfy { child in
        nodes[child].kind == .strikethrough || WordForm.trim(plainText(of: child)).isEmpty
      } && children.contains { nodes[$0].kind == .strikethrough }
  }
}
