import FrontMatter
import SourceText

/// The front matter of a file as an editor sees it: its nodes with their places, and how it is written.
struct Front {
  let file: SourceFile
  let split: FrontMatterSplit
  let root: YAMLNode?
  let meaning: YAMLMeaning

  /// Refused where it is not closed or cannot be read whole.
  init(_ file: SourceFile) throws(EditRefusal) {
    self.file = file
    split = splitFrontMatter(file)
    if split.isUnclosed {
      throw EditRefusal(
        "the front matter is not closed; end it with a line of `---`", at: Place(startOf: file))
    }
    guard let yaml = split.yaml else {
      root = nil
      meaning = .null
      return
    }
    let reading = readYAML(file, range: yaml)
    if let problem = reading.problems.first {
      throw EditRefusal(
        "the front matter cannot be read whole, and is not edited", at: problem.place)
    }
    root = reading.root
    meaning = YAMLMeaning(reading.root)
    switch reading.root {
    case .mapping?, nil: break
    case let node?:
      throw EditRefusal("the front matter is no list of keys and values", at: node.place)
    }
  }

  /// What follows the front matter.
  var body: ArraySlice<UInt8> { file.bytes[split.body.indices] }

  /// The line end that the file begins with.
  static func lineEnd(of file: SourceFile) -> String {
    guard let end = file.bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if file.bytes[end] == 0x0A { return "\n" }
    return end + 1 < file.bytes.count && file.bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  var lineEnd: String { Self.lineEnd(of: file) }

  /// The quotation marks that the front matter uses: those of its first quoted text.
  var quotes: YAMLScalarText.Quotes {
    guard let yaml = split.yaml,
      let first = file.bytes[yaml.indices].first(where: {
        $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"")
      })
    else { return .double }
    return first == UInt8(ascii: "'") ? .single : .double
  }

  // MARK: Nodes

  /// The entry at the end of some keys; nil where one of them is not there.
  func entry(at path: [String]) -> YAMLEntry? {
    var node = root
    var found: YAMLEntry?
    for key in path {
      guard case .mapping(let entries, _)? = node,
        let entry = entries.first(where: { $0.key.text == key })
      else { return nil }
      found = entry
      node = entry.value
    }
    return found
  }

  /// The innermost mapping on the way of some keys that is there; nil where the front matter has none.
  func container(of path: [String]) -> MappingPlace? {
    guard case .mapping(let entries, let place)? = root else { return nil }
    var found = MappingPlace(entries: entries, place: place, depth: 0)
    for key in path.dropLast() {
      guard let entry = found.entry(named: key), case .mapping(let entries, let place) = entry.value
      else { break }
      found = MappingPlace(entries: entries, place: place, depth: found.depth + 1)
    }
    return found
  }

  // MARK: Lines

  func lineStart(at offset: Int) -> Int { Int(file.lineStarts[file.line(at: offset) - 1]) }

  /// Behind the line end of the line that holds an offset.
  func nextLine(after offset: Int) -> Int {
    let line = file.line(at: offset)
    return line < file.lineStarts.count ? Int(file.lineStarts[line]) : file.bytes.count
  }

  /// The blanks at the beginning of a line up to an offset; nil where something else stands there.
  func indentation(before offset: Int) -> String? {
    let blanks = file.bytes[lineStart(at: offset)..<offset]
    return blanks.allSatisfy { $0 == 0x20 } ? String(decoding: blanks, as: UTF8.self) : nil
  }

  func place(_ offset: Int) -> Place { Place(file, SourceRange(offset, offset)) }

  // MARK: Edits

  /// The first key of a file that has none: in its empty front matter, or in one that is made.
  func creating(_ pair: WrittenValue.Pair) -> ByteEdit {
    let line = pair.flow(quotes: quotes, inside: false) + lineEnd
    guard let yaml = split.yaml else {
      return ByteEdit(range: 0..<0, text: "---\(lineEnd)\(line)---\(lineEnd)")
    }
    let end = yaml.indices.upperBound
    return ByteEdit(range: end..<end, text: line)
  }

  /// Another value behind a key.
  func replacing(_ entry: YAMLEntry, by value: WrittenValue) throws(EditRefusal) -> ByteEdit {
    let range = entry.value.place.range.indices
    if entry.value.isNothing, range.isEmpty {
      let colon = try self.colon(behind: entry)
      return ByteEdit(range: colon..<colon, text: " " + value.flow(quotes: quotes))
    }
    if case .scalar(let scalar) = entry.value {
      let inside = isInFlow(entry)
      guard case .text(let text) = value, !scalar.isPlain, let mark = file.bytes[range].first else {
        return ByteEdit(range: range, text: value.flow(quotes: quotes, inside: inside))
      }
      let style = mark == UInt8(ascii: "'") ? YAMLScalarText.Quotes.single : .double
      return ByteEdit(range: range, text: YAMLScalarText.quoted(text, style))
    }
    guard !file.bytes[range].contains(UInt8(ascii: "#")) else {
      throw EditRefusal(
        "the value of `\(entry.key.text)` holds a comment, which would be lost",
        at: entry.value.place)
    }
    return ByteEdit(range: range, text: value.flow(quotes: quotes))
  }

  /// Right behind the colon of a key without a value.
  private func colon(behind entry: YAMLEntry) throws(EditRefusal) -> Int {
    var index = entry.key.place.range.indices.upperBound
    while index < file.bytes.count, file.bytes[index] == 0x20 { index += 1 }
    guard index < file.bytes.count, file.bytes[index] == UInt8(ascii: ":") else {
      throw EditRefusal("`\(entry.key.text)` has no value behind a colon", at: entry.key.place)
    }
    return index + 1
  }

  /// Whether a key stands inside brackets: whether a mapping in them holds it.
  private func isInFlow(_ entry: YAMLEntry) -> Bool {
    var nodes = [root].compactMap(\.self)
    while let node = nodes.popLast() {
      let place = node.place.range.indices
      guard place.contains(entry.key.place.range.indices.lowerBound) else { continue }
      let first = file.bytes[place.lowerBound]
      switch node {
      case .scalar: continue
      case .sequence(let children, _):
        if first == UInt8(ascii: "[") { return true }
        nodes += children
      case .mapping(let entries, _):
        if first == UInt8(ascii: "{") { return true }
        nodes += entries.map(\.value)
      }
    }
    return false
  }
}

extension YAMLScalarText {
  /// In quotation marks also where it needs none; in double ones where single ones cannot write it.
  static func quoted(_ text: String, _ quotes: Quotes) -> String {
    let written = write(text, quotes: quotes)
    if written.utf8.first == UInt8(ascii: "'") || written.utf8.first == UInt8(ascii: "\"") {
      return written
    }
    let mark = quotes == .single ? "'" : "\""
    // A text that can stand plainly may hold marks and backslashes behind its first letter.
    let inner =
      quotes == .single
      ? text.replacing("'", with: "''")
      : text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return mark + inner + mark
  }
}
