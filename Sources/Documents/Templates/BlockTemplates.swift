/// The templates of all kinds of blocks and pieces of running text.
package struct BlockTemplates: Sendable {
  private let blocks: [String: Template]
  /// In the order of the kinds.
  private let inlines: [Template]

  /// - Parameters:
  ///   - blocks: By the name of the block.
  ///   - inlines: One for each kind, in their order.
  package init(blocks: [String: Template], inlines: [Template]) {
    self.blocks = blocks
    self.inlines = inlines
  }

  subscript(block name: String) -> Template {
    guard let template = blocks[name] else {
      preconditionFailure("the block \(name) is loaded with its template")
    }
    return template
  }

  subscript(inline kind: InlineKind) -> Template { inlines[kind.rawValue] }
}
