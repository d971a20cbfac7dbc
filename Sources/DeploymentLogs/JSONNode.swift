import SourceText

/// A value of JSON with the bytes that it stands at; numbers stay the text that was written.
struct JSONNode: Sendable {
  enum Value: Sendable {
    case null
    case truth(Bool)
    case number(String)
    case text(String)
    case list([JSONNode])
    /// In the order of the file; each name once.
    case object([(name: String, value: JSONNode)])
  }

  let value: Value
  let range: Range<Int>

  /// The value of a name; nil where this is no object, where it has no such name and where that is null.
  subscript(name: String) -> JSONNode? {
    guard case .object(let members) = value,
      let found = members.first(where: { $0.name == name })?.value
    else { return nil }
    if case .null = found.value { return nil }
    return found
  }

  /// A text, or a number as it is written; nil for everything else and for an empty text.
  var scalar: String? {
    switch value {
    case .text(let text): text.isEmpty ? nil : text
    case .number(let text): text
    default: nil
    }
  }

  /// The scalar behind some names, each inside the one before.
  func scalar(_ names: String...) -> String? {
    names.reduce(self as JSONNode?) { $0?[$1] }?.scalar
  }

  /// The elements of a list; nil where this is none.
  var elements: [JSONNode]? {
    if case .list(let elements) = value { elements } else { nil }
  }

  var isObject: Bool {
    if case .object = value { true } else { false }
  }
}

/// Why a text is no JSON, and where.
struct JSONFault: Error {
  let offset: Int
  /// Reads after "it is no JSON: ".
  let reason: String
}
