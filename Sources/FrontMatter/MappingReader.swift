import SourceText

/// Typed reading of a mapping's values by key. What has the wrong shape becomes a problem; a key
/// that is absent or null reads as nil without one.
package struct MappingReader: Sendable {
  package let entries: [YAMLEntry]
  package let place: Place
  /// In the order in which they were met; unknown keys come first.
  package private(set) var problems: [ReadingProblem] = []
  /// Keys that are kept though nobody reads them, those of mappings inside this one too.
  package private(set) var unread: [UnreadKey] = []
  private let unknownKeys: UnknownKeys
  /// The keys that lead to this mapping, each with a full stop behind it.
  private let path: String

  /// What becomes of a key that is not known.
  package enum UnknownKeys: Sendable {
    case refused
    /// Kept, unless it is nearly a known one and so most likely that one misspelt.
    case keptUnlessMisspelt
  }

  /// - Parameters:
  ///   - known: every key that may occur; nil where any may.
  ///   - forms: what values of some of them look like: an entry whose value does not is none of these
  ///     misspelt.
  package init(
    _ entries: [YAMLEntry], at place: Place, known: [String]?,
    unknownKeys: UnknownKeys = .refused, forms: [String: ValueForm] = [:], path: String = ""
  ) {
    self.entries = entries
    self.place = place
    self.unknownKeys = unknownKeys
    self.path = path
    guard let known else { return }
    // Most mappings have their keys in the order of the list, so each is looked for behind the last.
    var expected = 0
    for index in entries.indices {
      let key = entries[index].key.text
      let isNext = { (place: Int) in known[place] == key }
      if let found = (expected..<known.count).first(where: isNext)
        ?? (0..<expected).first(where: isNext)
      {
        expected = found + 1
        continue
      }
      let value = entries[index].value
      takeUnknown(
        entries[index], known: known,
        besides: known.filter { forms[$0].map { !$0.mayBe(value) } ?? false })
    }
  }

  /// Reports a key that is not among the known ones, and keeps it where that is what becomes of it.
  ///
  /// - Parameter others: Known ones that it cannot be.
  package mutating func takeUnknown(
    _ entry: YAMLEntry, known: [String], besides others: [String] = []
  ) {
    let key = entry.key.text
    let suggestion = suggest(for: key, among: known.filter { !others.contains($0) })
    guard unknownKeys == .keptUnlessMisspelt, suggestion == nil else {
      return report(
        .unknownKey(key, suggestion: suggestion, known: known), at: entry.key.place)
    }
    report(.keyNotRead(path + key), at: entry.key.place)
    unread.append(UnreadKey(key: path + key, value: entry.value.shown, place: entry.key.place))
  }

  /// The reader of a whole document. A root that is not a mapping reads as an empty one, with a
  /// problem; no root (see `readYAML`) reads as an empty one at the start of the file.
  package init(
    root: YAMLNode?, of file: SourceFile, known: [String]?, unknownKeys: UnknownKeys = .refused,
    forms: [String: ValueForm] = [:]
  ) {
    switch root {
    case .mapping(let entries, let place)?:
      self.init(entries, at: place, known: known, unknownKeys: unknownKeys, forms: forms)
    case let node?:
      self.init([], at: node.place, known: known)
      if !node.isEmpty { refuse(node, key: "", expected: "`key: value` lines") }
    case nil:
      self.init([], at: Place(startOf: file), known: known)
    }
  }

  package func has(_ key: String) -> Bool { index(of: key) != nil }

  /// The entry as it stands, also where its value is null.
  package func entry(_ key: String) -> YAMLEntry? { index(of: key).map { entries[$0] } }

  /// The value's node; nil where it is null.
  package func node(_ key: String) -> YAMLNode? {
    guard let index = index(of: key) else { return nil }
    let node = entries[index].value
    if case .scalar(let scalar) = node, scalar.isNull { return nil }
    return node
  }

  /// Compares in place: copying whole entries shows in the time of a large register.
  private func index(of key: String) -> Int? {
    for index in entries.indices where entries[index].key.text == key { return index }
    return nil
  }

  // MARK: Scalars

  package mutating func text(_ key: String) -> Located<String>? {
    guard let index = index(of: key) else { return nil }
    if case .scalar(let scalar) = entries[index].value {
      return scalar.isNull ? nil : Located(scalar.text, scalar.place)
    }
    refuse(entries[index].value, key: key, expected: "text")
    return nil
  }

  /// `yes`, `no`, `true` or `false` in any case.
  package mutating func boolean(_ key: String) -> Located<Bool>? {
    value(key, expected: "true or false") { text in
      switch text.lowercased() {
      case "true", "yes": true
      case "false", "no": false
      default: nil
      }
    }
  }

  /// A whole number in decimal digits.
  package mutating func integer(_ key: String) -> Located<Int>? {
    value(key, expected: "a whole number") { text in
      let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(text)
    }
  }

  /// The value of a scalar as `read` understands its text; `expected` says what it takes.
  package mutating func value<Value: Sendable>(
    _ key: String, expected: String, _ read: (String) -> Value?
  ) -> Located<Value>? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let scalar) = node, let value = read(scalar.text) else {
      refuse(node, key: key, expected: expected)
      return nil
    }
    return Located(value, scalar.place)
  }

  // MARK: Collections

  /// A list of texts; a text that stands alone is a list of one. Nulls in the list are passed over.
  package mutating func texts(_ key: String) -> [Located<String>] {
    sequence(key).compactMap { node in
      guard case .scalar(let scalar) = node else {
        refuse(node, key: key, expected: "text, or a list of texts")
        return nil
      }
      return scalar.isNull ? nil : Located(scalar.text, scalar.place)
    }
  }

  /// The elements of a list; whatever stands alone is a list of one.
  package func sequence(_ key: String) -> [YAMLNode] {
    switch node(key) {
    case .sequence(let nodes, _)?: nodes
    case let node?: [node]
    case nil: []
    }
  }

  /// The reader of a mapping inside this one; give it back with `absorb` when it is read.
  package mutating func mapping(_ key: String, known: [String]?) -> MappingReader? {
    node(key).flatMap { mapping(in: $0, of: key, known: known) }
  }

  /// The readers of a list of mappings; a mapping that stands alone is a list of one.
  ///
  /// - Parameter others: What becomes of keys that are not known; nil for what this one does.
  package mutating func mappings(
    _ key: String, known: [String]?, unknownKeys others: UnknownKeys? = nil
  ) -> [MappingReader] {
    sequence(key).compactMap { mapping(in: $0, of: key, known: known, unknownKeys: others) }
  }

  /// A node as a mapping; `key` names it in the problem otherwise.
  package mutating func mapping(
    in node: YAMLNode, of key: String, known: [String]?, unknownKeys others: UnknownKeys? = nil
  ) -> MappingReader? {
    guard case .mapping(let entries, let place) = node else {
      refuse(node, key: key, expected: "`key: value` pairs")
      return nil
    }
    return MappingReader(
      entries, at: place, known: known, unknownKeys: others ?? unknownKeys,
      path: "\(path)\(key).")
  }

  // MARK: Problems

  /// Takes over the problems of a reader of something inside this mapping, and what it kept.
  package mutating func absorb(_ inner: MappingReader) {
    problems += inner.problems
    unread += inner.unread
  }

  package mutating func report(_ kind: ReadingProblem.Kind, at place: Place) {
    problems.append(ReadingProblem(kind, at: place))
  }

  /// Reports a value that is not what `expected` says.
  package mutating func refuse(_ node: YAMLNode, key: String, expected: String) {
    let text: String
    if case .scalar(let scalar) = node { text = scalar.text } else { text = node.place.text }
    report(.unreadableValue(key: key, text: text, expected: expected), at: node.place)
  }
}
