/// What a value of a key looks like, so that a key with another value is not that one misspelt.
package enum ValueForm: Sendable {
  /// It holds digits, or a word for a day or a yes.
  case instant
  /// Keys and values, or a list of them.
  case mappings

  private static let ofInstants: Set<Substring> = [
    "yes", "true", "done", "now", "today", "yesterday", "tomorrow", "tonight",
  ]

  func mayBe(_ value: YAMLNode) -> Bool {
    switch (self, value) {
    case (.instant, _):
      value.shown.utf8.contains { (0x30...0x39).contains($0) }
        || value.shown.lowercased().split { !$0.isLetter }.contains { Self.ofInstants.contains($0) }
    case (.mappings, .mapping): true
    case (.mappings, .sequence(let nodes, _)):
      nodes.isEmpty || nodes.contains { if case .mapping = $0 { true } else { false } }
    case (.mappings, .scalar(let scalar)): scalar.isNull
    }
  }
}
