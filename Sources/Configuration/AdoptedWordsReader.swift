import FrontMatter
import SourceText

/// Reads what the settings say of another organisation's words. Whether there are such words, and
/// such meanings, is known where the policy and the records are read.
enum AdoptedWordsReader {
  static func read(_ reader: inout MappingReader, into settings: inout Settings) {
    settings.words.values = words("values", of: &reader, expected: "what is read in its place")
    settings.words.roles = words("roles", of: &reader, expected: "a role such as cab")
    settings.words.fields = words(
      "fields", of: &reader, expected: "a field such as Rollback Plan, or a kind such as number")
    readTypes(&reader, into: &settings)
    readIDs(&reader, into: &settings)
    guard var records = reader.mapping("records", known: ["keys", "values", "ignore"]) else {
      return
    }
    settings.words.recordKeys = words("keys", of: &records, expected: "a key such as risk")
    settings.words.recordValues = words(
      "values", of: &records, expected: "what is read in its place", mayBeEmpty: true)
    settings.words.ignoredKeys = records.texts("ignore")
    reader.absorb(records)
  }

  /// `Änderungsbeirat: cab`. A word without a meaning is not mapped yet, and said so, and so is nothing that
  /// is mapped to something.
  ///
  /// - Parameter mayBeEmpty: Nothing in quotation marks is a meaning: that of a record's value which is no
  ///   answer. A cell of the policy that is read as nothing would ask for nothing.
  private static func words(
    _ key: String, of reader: inout MappingReader, expected: String, mayBeEmpty: Bool = false
  ) -> [MappedWord] {
    guard var map = reader.mapping(key, known: nil) else { return [] }
    var words: [MappedWord] = []
    for entry in map.entries {
      guard case .scalar(let meaning) = entry.value, !meaning.isNull,
        mayBeEmpty || saysSomething(meaning.text), saysSomething(entry.key.text)
      else {
        map.refuse(entry.value, key: entry.key.text, expected: expected)
        continue
      }
      words.append(
        MappedWord(
          Located(entry.key.text, entry.key.place), means: Located(meaning.text, meaning.place)))
    }
    reader.absorb(map)
    return words
  }

  /// Whether anybody sees a sign of a text.
  private static func saysSomething(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        && scalar.properties.generalCategory != .format
    }
  }

  /// `types: {Hotfix: emergency}` for a policy that names them, or a list of the types themselves.
  private static func readTypes(_ reader: inout MappingReader, into settings: inout Settings) {
    guard case .mapping? = reader.node("types") else {
      (settings.answersTypes, settings.types) = SettingsReader.rows("types", &reader)
      return
    }
    guard var types = reader.mapping("types", known: nil) else { return }
    for entry in types.entries {
      let kind = types.value(entry.key.text, expected: TypeKind.accepted) {
        TypeKind(rawValue: $0.lowercased())
      }
      if let kind {
        settings.words.types.append((Located(entry.key.text, entry.key.place), kind.value))
      } else if case .scalar(let scalar) = entry.value, scalar.isNull {
        types.refuse(entry.value, key: entry.key.text, expected: TypeKind.accepted)
      }
    }
    reader.absorb(types)
  }

  /// `CHG-####-####`, or a list of such patterns.
  private static func readIDs(_ reader: inout MappingReader, into settings: inout Settings) {
    for pattern in reader.texts("ids") {
      guard IDPattern(pattern.value) != nil else {
        reader.report(
          .unreadableValue(key: "ids", text: pattern.value, expected: IDPattern.accepted),
          at: pattern.place)
        continue
      }
      settings.idPatterns.append(pattern)
    }
  }
}
