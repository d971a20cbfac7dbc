import Chronology
import Crypto
import FrontMatter
import PolicyReading
import Records
import SourceText

/// A row of an export as the text of a record.
struct ImportedRecord {
  /// The key of the row in its source.
  let key: String
  let id: String
  let requested: Instant?
  private let facts: [(key: String, value: WrittenValue)]
  private let title: String?
  private let sections: [(name: String, text: String)]

  /// Why a row cannot be taken.
  struct Refusal: Error {
    let reason: String
  }

  /// - Parameter id: The id where no column gives one.
  init(
    _ cells: [String: String], _ mapping: ImportMapping, id fresh: (() -> String?)?,
    in terms: ImportTerms
  ) throws(Refusal) {
    key = WordForm.trim(cells[mapping.key.value] ?? "")
    guard !key.isEmpty else { throw Refusal(reason: "`\(mapping.key.value)` is empty") }
    var given: [(key: String, text: String)] = []
    for (key, columns) in mapping.columns {
      let table = mapping.values[key] ?? [:]
      for column in columns {
        let cell = WordForm.trim(cells[column.value] ?? "")
        if cell.isEmpty { continue }
        let text = table[WordForm.fold(cell)] ?? cell
        if text.isEmpty { continue }
        given.append((key, text))
        break
      }
    }
    for (key, value) in mapping.constants where !given.contains(where: { $0.key == key }) {
      given.append((key, value))
    }
    var facts: [(key: String, value: WrittenValue)] = []
    var requested: Instant?
    var id: String?
    for (key, text) in given {
      switch key {
      case "id":
        guard terms.ids.isValid(text) else {
          throw Refusal(reason: "`id` is \(text), which is not \(terms.ids.expected)")
        }
        id = text
      case "title": break
      default:
        let value = try terms.value(key, text, mapping)
        if key == "requested", case .text(let written) = value {
          requested = InstantText.read(written, in: .utc)?.instant
        }
        facts.append((key, value))
      }
    }
    guard let id = id ?? fresh?() else {
      throw Refusal(reason: "it has no id, and the next one is not known")
    }
    self.id = id
    self.requested = requested
    let order = ImportMapping.targets(of: mapping.kind)
    self.facts = facts.sorted {
      (order.firstIndex(of: $0.key) ?? order.count) < (order.firstIndex(of: $1.key) ?? order.count)
    }
    title = given.first { $0.key == "title" }
      .map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    sections = mapping.sections.compactMap { name, column in
      let text = WordForm.trim(cells[column.value] ?? "")
      return text.isEmpty ? nil : (name, text)
    }
  }

  /// The record; without provenance the same for the same row.
  func text(_ provenance: Provenance? = nil) -> [UInt8] {
    var pairs = [WrittenValue.Pair("id", .text(id))]
    if let title { pairs.append(.init("title", .text(title))) }
    for (key, value) in facts {
      let path = key.split(separator: ".").map(String.init)
      // Keys inside one other stand beside each other in the list of keys.
      if path.count == 2, pairs.last?.key == path[0], case .mapping(let inner)? = pairs.last?.value
      {
        pairs[pairs.count - 1] = .init(path[0], .mapping(inner + [.init(path[1], value)]))
      } else {
        pairs.append(WrittenValue.Pair(path: path[...], value))
      }
    }
    if let provenance { pairs.append(.init(Provenance.key, provenance.value)) }
    var lines = ["---"] + pairs.map { $0.flow(quotes: .double, inside: false) } + ["---"]
    if let title { lines += ["## \(MarkdownText.escape(title))", ""] }
    for (name, text) in sections { lines += ["### \(name)", ""] + MarkdownText.lines(text) + [""] }
    while lines.last == "" { lines.removeLast() }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}

/// Where a record came from, as `imported` of its front matter says.
struct Provenance {
  let from: String
  let key: String
  let at: String
  /// Of the text that was imported, without this.
  let hash: String

  static let key = "imported"

  /// The first sixteen digits of the SHA-256 of a text.
  static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  var value: WrittenValue {
    .mapping([
      .init("from", .text(from)), .init("key", .text(key)), .init("at", .text(at)),
      .init("hash", .text(hash)),
    ])
  }

  /// The provenance of a record and its text without it; nil where it was not imported.
  static func read(_ file: SourceFile) -> (provenance: Provenance, text: [UInt8])? {
    guard let yaml = splitFrontMatter(file).yaml,
      file.range(of: Self.key + ":", in: yaml) != nil,
      case .mapping(let entries, _)? = readYAML(file, range: yaml).root,
      let entry = entries.first(where: { $0.key.text == Self.key }),
      case .mapping(let parts, _) = entry.value,
      var editor = try? FrontMatterEditor(file.bytes, path: file.path)
    else { return nil }
    func part(_ name: String) -> String? { parts.first { $0.key.text == name }?.value.shown }
    guard let from = part("from"), let rowKey = part("key"), let hash = part("hash"),
      (try? editor.remove([Self.key])) != nil
    else { return nil }
    return (Provenance(from: from, key: rowKey, at: part("at") ?? "", hash: hash), editor.bytes)
  }
}

extension MarkdownText {
  /// Text of several lines as paragraphs and lists that say what it says: no line of it is a heading, a rule, a
  /// fence or a comment.
  static func lines(_ text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.map { line in
      let content = WordForm.trim(String(line))
      let escaped = escape(content)
      let isRule = !content.isEmpty && content.allSatisfy { "-=+ ".contains($0) }
      return isRule ? "\\" + escaped : escaped
    }
  }
}
