import SourceText

/// A YAML value whose scalars are still the text that was written: `12:30` stays `12:30`.
package enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], Place)
  case mapping([YAMLEntry], Place)

  package var place: Place {
    switch self {
    case .scalar(let scalar): scalar.place
    case .sequence(_, let place), .mapping(_, let place): place
    }
  }

  /// Neither text nor children: `key:` with nothing after it, `~`, `null`, `[]`, `{}`.
  package var isEmpty: Bool {
    switch self {
    case .scalar(let scalar): scalar.isNull
    case .sequence(let children, _): children.isEmpty
    case .mapping(let entries, _): entries.isEmpty
    }
  }
}

/// One scalar as text.
package struct YAMLScalar: Sendable, Hashable {
  package let text: String
  /// Written without quotes.
  package let isPlain: Bool
  package let place: Place

  package init(text: String, isPlain: Bool, place: Place) {
    self.text = text
    self.isPlain = isPlain
    self.place = place
  }

  /// Plain and empty, `~` or `null`.
  package var isNull: Bool {
    guard isPlain, text.utf8.count <= 4 else { return false }
    return text.isEmpty || text == "~" || text.lowercased() == "null"
  }
}

/// A key of a mapping and its value.
package struct YAMLEntry: Sendable {
  package let key: YAMLScalar
  package let value: YAMLNode

  package init(key: YAMLScalar, value: YAMLNode) {
    self.key = key
    self.value = value
  }
}

extension YAMLNode {
  /// The value as a person reads it.
  package var shown: String {
    switch self {
    case .scalar(let scalar): return scalar.text
    case .mapping(_, let place): return place.text
    case .sequence(let nodes, let place):
      var texts: [String] = []
      for node in nodes {
        guard case .scalar(let scalar) = node else { return place.text }
        texts.append(scalar.text)
      }
      return texts.joined(separator: ", ")
    }
  }
}
