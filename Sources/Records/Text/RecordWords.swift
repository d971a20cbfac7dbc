import Configuration
import FrontMatter
import PolicyReading
import SourceText

/// The words of an organisation's records as `records:` of the settings maps them: keys and labels to
/// those that are read, and values to what is read in their place.
struct RecordWords: Sendable {
  /// Keys, labels and headings, folded, each with the one that is read.
  private var keys: [String: String] = [:]
  private var values: [String: String] = [:]
  private var ignored: Set<String> = []

  init() {}

  init(_ words: AdoptedWords) {
    for word in words.recordKeys where keys[WordForm.fold(word.written.value)] == nil {
      keys[WordForm.fold(word.written.value)] = word.meaning.value
    }
    for word in words.recordValues where values[MappedWords.form(word.written.value)] == nil {
      values[MappedWords.form(word.written.value)] = word.meaning.value
    }
    ignored = Set(words.ignoredKeys.map { WordForm.fold($0.value) })
  }

  /// The label that is read in place of one: the label itself, unless it is mapped.
  func label(_ text: String) -> String {
    keys.isEmpty ? text : keys[SectionNames.plainName(of: text)] ?? text
  }

  /// Some values are mapped.
  var mapsValues: Bool { !values.isEmpty }

  /// What is read in place of a value.
  func value(_ text: String) -> String {
    values.isEmpty ? text : values[MappedWords.form(text)] ?? text
  }

  /// Front matter with the keys and values that are read. Two keys that come to be one are a problem
  /// unless they say the same.
  func read(_ root: YAMLNode?, known: [String]) -> (root: YAMLNode?, problems: [ReadingProblem]) {
    guard case .mapping(let entries, let place)? = root,
      !(keys.isEmpty && values.isEmpty && ignored.isEmpty)
    else { return (root, []) }
    var taken: [YAMLEntry] = []
    var parts: [(key: String, entries: [YAMLEntry])] = []
    var problems: [ReadingProblem] = []
    for entry in entries {
      let folded = WordForm.fold(entry.key.text)
      if ignored.contains(folded) { continue }
      let key = keys[folded] ?? entry.key.text
      let value = read(entry.value)
      // A value that is read as nothing is as good as none.
      let path = key.parts(at: ".")
      if path.count == 2, known.contains(path[0]) {
        let part = YAMLEntry(key: renamed(entry.key, path[1]), value: value)
        if let index = parts.firstIndex(where: { $0.key == path[0] }) {
          parts[index].entries.append(part)
        } else {
          parts.append((path[0], [part]))
        }
        continue
      }
      if let other = taken.first(where: { $0.key.text == key }) {
        if other.value.shown != value.shown {
          problems.append(ReadingProblem(.duplicateKey(key), at: entry.key.place))
        }
        continue
      }
      taken.append(YAMLEntry(key: renamed(entry.key, key), value: value))
    }
    for part in parts {
      guard let first = part.entries.first else { continue }
      if taken.contains(where: { $0.key.text == part.key }) {
        problems.append(ReadingProblem(.duplicateKey(part.key), at: first.key.place))
      } else {
        taken.append(
          YAMLEntry(
            key: renamed(first.key, part.key), value: .mapping(part.entries, first.value.place)))
      }
    }
    return (.mapping(taken, place), problems)
  }

  private func renamed(_ key: YAMLScalar, _ name: String) -> YAMLScalar {
    YAMLScalar(text: name, isPlain: key.isPlain, place: key.place)
  }

  private func read(_ node: YAMLNode) -> YAMLNode {
    if values.isEmpty { return node }
    switch node {
    case .scalar(let scalar):
      let text = value(scalar.text)
      return text == scalar.text
        ? node
        : .scalar(
          YAMLScalar(text: text, isPlain: text.isEmpty || scalar.isPlain, place: scalar.place))
    case .sequence(let nodes, let place): return .sequence(nodes.map(read), place)
    case .mapping(let entries, let place):
      return .mapping(entries.map { YAMLEntry(key: $0.key, value: read($0.value)) }, place)
    }
  }
}

extension RecordWords {
  /// Keys of the settings that are mapped to nothing that is read, and keys that are ignored although
  /// they are.
  static func problems(of words: AdoptedWords, fields: [String]) -> [ReadingProblem] {
    let changeKeys = ChangeKeys.record.names
    let keys = changeKeys + incidentKeys.filter { !changeKeys.contains($0) }
    let nested = ChangeKeys.nested
    func isKnown(_ text: String) -> Bool {
      let folded = WordForm.fold(text)
      return keys.contains(text) || nested.contains(text) || FactName(label: folded) != nil
        || SectionNames.isKnown(folded) || fields.contains { WordForm.fold($0) == folded }
    }
    let unknown = words.recordKeys.filter { !isKnown($0.meaning.value) }.map { word in
      ReadingProblem(
        .unknownKey(
          word.meaning.value,
          suggestion: suggest(for: word.meaning.value, among: keys + nested + fields),
          known: keys + nested),
        at: word.meaning.place)
    }
    let kept = words.ignoredKeys.filter { keys.contains($0.value) }.map { key in
      ReadingProblem(
        .unreadableValue(
          key: "ignore", text: key.value,
          expected: "a key that changebook does not read; `keys:` maps one to another"),
        at: key.place)
    }
    return unknown + kept
  }
}
