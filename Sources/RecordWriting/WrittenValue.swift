import FrontMatter

/// A value that is to stand in front matter.
package indirect enum WrittenValue: Sendable, Hashable {
  case text(String)
  case list([WrittenValue])
  /// In the order in which its keys are written.
  case mapping([Pair])

  package struct Pair: Sendable, Hashable {
    package let key: String
    package let value: WrittenValue

    package init(_ key: String, _ value: WrittenValue) {
      self.key = key
      self.value = value
    }
  }

  package static func texts(_ texts: [String]) -> WrittenValue { .list(texts.map(Self.text)) }

  /// In one line: lists and mappings in brackets.
  func flow(quotes: YAMLScalarText.Quotes, inside: Bool = false) -> String {
    switch self {
    case .text(let text): YAMLScalarText.write(text, inFlow: inside, quotes: quotes)
    case .list(let values):
      "[" + values.map { $0.flow(quotes: quotes, inside: true) }.joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { $0.flow(quotes: quotes, inside: true) }.joined(separator: ", ") + "}"
    }
  }
}

extension WrittenValue.Pair {
  /// `key: value`, in one line.
  func flow(quotes: YAMLScalarText.Quotes, inside: Bool) -> String {
    YAMLScalarText.write(key, inFlow: inside, quotes: quotes) + ": "
      + value.flow(quotes: quotes, inside: inside)
  }
}

/// What a tree of YAML says, without places: what an edit must leave and what it must bring about.
indirect enum YAMLMeaning: Equatable {
  case null
  case text(String)
  case list([YAMLMeaning])
  case mapping([Entry])

  struct Entry: Equatable {
    let key: String
    var value: YAMLMeaning
  }

  init(_ node: YAMLNode?) {
    switch node {
    case nil: self = .null
    case .scalar(let scalar)?: self = scalar.isNull ? .null : .text(scalar.text)
    case .sequence(let nodes, _)?: self = .list(nodes.map { YAMLMeaning($0) })
    case .mapping(let entries, _)?:
      self = .mapping(entries.map { Entry(key: $0.key.text, value: YAMLMeaning($0.value)) })
    }
  }

  init(_ value: WrittenValue) {
    switch value {
    case .text(let text): self = .text(text)
    case .list(let values): self = .list(values.map { YAMLMeaning($0) })
    case .mapping(let pairs):
      self = .mapping(pairs.map { Entry(key: $0.key, value: YAMLMeaning($0.value)) })
    }
  }

  /// The same where the order of keys does not matter.
  func isSame(as other: YAMLMeaning) -> Bool {
    switch (self, other) {
    case (.null, .null): return true
    case (.text(let a), .text(let b)): return a == b && a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      return a.count == b.count
        && a.allSatisfy { entry in
          b.contains { $0.key == entry.key && $0.value.isSame(as: entry.value) }
        }
    default: return false
    }
  }

  /// With a value at the end of some keys; mappings that are missing on the way are made.
  func setting(_ path: ArraySlice<String>, to value: YAMLMeaning) -> YAMLMeaning {
    guard let key = path.first else { return value }
    var entries: [Entry] = []
    if case .mapping(let own) = self { entries = own }
    let index = entries.firstIndex { $0.key == key }
    let inner = index.map { entries[$0].value } ?? .null
    let changed = inner.setting(path.dropFirst(), to: value)
    if let index {
      entries[index].value = changed
    } else {
      entries.append(Entry(key: key, value: changed))
    }
    return .mapping(entries)
  }

  /// Without the key at the end of some keys.
  func removing(_ path: ArraySlice<String>) -> YAMLMeaning {
    guard let key = path.first, case .mapping(var entries) = self,
      let index = entries.firstIndex(where: { $0.key == key })
    else { return self }
    if path.count == 1 {
      entries.remove(at: index)
      return entries.isEmpty ? .null : .mapping(entries)
    }
    entries[index].value = entries[index].value.removing(path.dropFirst())
    return .mapping(entries)
  }

  /// What is behind some keys; null where nothing is.
  func value(at path: some Sequence<String>) -> YAMLMeaning {
    path.reduce(self) { meaning, key in
      guard case .mapping(let entries) = meaning else { return .null }
      return entries.first { $0.key == key }?.value ?? .null
    }
  }

  /// With one item more; what stands alone is a list of one.
  func appending(_ item: YAMLMeaning) -> YAMLMeaning {
    switch self {
    case .null: .list([item])
    case .list(let items): .list(items + [item])
    case .text, .mapping: .list([self, item])
    }
  }
}
