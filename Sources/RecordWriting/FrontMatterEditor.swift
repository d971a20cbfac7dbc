import FrontMatter
import SourceText

/// Edits keys of a file's front matter and leaves every other byte as it is: line ends, a byte order mark,
/// indentation, quotation marks, comments, blanks at the ends of lines, a missing line end at the end.
///
/// 1. The front matter is read, and the place of an edit is found by the places of its nodes.
/// 2. The edit is made, and the result is read again.
/// 3. It is taken only where it says what was asked and nothing else has changed; otherwise the edit is
///    refused with its place, and the text stays as it was.
package struct FrontMatterEditor: Sendable {
  /// As it is now, without a byte order mark.
  package private(set) var file: SourceFile
  private let mark: [UInt8]
  /// Keys in the order in which records have them: a new one comes behind those that are before it.
  private let order: [String]

  /// - Parameters:
  ///   - bytes: The whole file as it is on disk.
  ///   - order: The usual order of keys, see above.
  package init(_ bytes: [UInt8], path: String, order: [String] = []) throws(EditRefusal) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let reading = SourceFile.reading(path: path, bytes: bytes)
    self.mark = bytes.starts(with: mark) ? mark : []
    self.order = order
    file = reading.file
    guard file.bytes.elementsEqual(bytes.dropFirst(self.mark.count)) else {
      let problem = reading.problems.first?.place ?? Place(startOf: file)
      throw EditRefusal("the file is not plain text in UTF-8, and is not edited", at: problem)
    }
  }

  /// The whole file, as it is to be on disk.
  package var bytes: [UInt8] { mark + file.bytes }

  /// Puts a value behind a key, or a key inside others, whatever stood there.
  package mutating func set(_ path: [String], to value: WrittenValue) throws(EditRefusal) {
    let front = try Front(file)
    let expected = front.meaning.setting(path[...], to: YAMLMeaning(value))
    if front.meaning.isSame(as: expected) { return }
    try apply(setting(path, to: value, in: front), expected, at: front)
  }

  /// Adds an item to the list behind a key, which is made where there is none.
  package mutating func append(
    _ value: WrittenValue, to path: [String]
  ) throws(EditRefusal) {
    let front = try Front(file)
    let list = front.meaning.value(at: path).appending(YAMLMeaning(value))
    let expected = front.meaning.setting(path[...], to: list)
    try apply(appending(value, to: path, in: front), expected, at: front)
  }

  /// Takes a key out with its value; nothing where there is none.
  package mutating func remove(_ path: [String]) throws(EditRefusal) {
    let front = try Front(file)
    guard front.entry(at: path) != nil else { return }
    try apply(removing(path, in: front), front.meaning.removing(path[...]), at: front)
  }

  /// Adds lines behind the end of the file, with its own line ends.
  package mutating func appendToBody(_ lines: [String]) {
    let end = Front.lineEnd(of: file)
    var added = file.bytes.isEmpty || file.bytes.last == 0x0A || file.bytes.last == 0x0D ? "" : end
    added += lines.map { $0 + end }.joined()
    file = SourceFile(path: file.path, bytes: file.bytes + Array(added.utf8))
  }

  /// Makes an edit, and takes it where the result says what it has to.
  private mutating func apply(
    _ edit: ByteEdit, _ expected: YAMLMeaning, at front: Front
  ) throws(EditRefusal) {
    let edited = SourceFile(path: file.path, bytes: edit.applied(to: file.bytes))
    let place = Place(file, SourceRange(edit.range))
    guard let result = try? Front(edited), result.meaning.isSame(as: expected),
      result.body.elementsEqual(front.body)
    else {
      throw EditRefusal(
        "this part of the front matter is written in a way that cannot be edited safely", at: place)
    }
    file = edited
  }

  // MARK: Places of edits

  private func setting(
    _ path: [String], to value: WrittenValue, in front: Front
  ) throws(EditRefusal) -> ByteEdit {
    guard let container = front.container(of: path) else {
      return front.creating(WrittenValue.Pair(path: path[...], value))
    }
    let rest = path[container.depth...]
    guard let entry = container.entry(named: rest.first ?? "") else {
      let pair = WrittenValue.Pair(path: rest, value)
      return try container.adding(pair, in: front, order: container.depth == 0 ? order : [])
    }
    let inner =
      rest.count == 1 ? value : WrittenValue.Pair(path: rest.dropFirst(), value).asMapping
    return try front.replacing(entry, by: inner)
  }

  private func appending(
    _ value: WrittenValue, to path: [String], in front: Front
  ) throws(EditRefusal) -> ByteEdit {
    if let entry = front.entry(at: path), !entry.value.isNothing {
      return try front.appending(value, to: entry)
    }
    guard path.count == 1, case .mapping = value else {
      return try setting(path, to: .list([value]), in: front)
    }
    return try front.listing(value, behind: path[0], order: order)
  }

  private func removing(_ path: [String], in front: Front) throws(EditRefusal) -> ByteEdit {
    guard let container = front.container(of: path), path.count == container.depth + 1,
      let entry = container.entry(named: path[path.count - 1])
    else { throw EditRefusal("the key cannot be removed", at: Place(startOf: file)) }
    return try container.removing(entry, in: front)
  }
}

/// Bytes in the place of a range.
struct ByteEdit {
  let range: Range<Int>
  let text: String

  func applied(to bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<range.lowerBound]) + Array(text.utf8) + Array(bytes[range.upperBound...])
  }
}

extension WrittenValue.Pair {
  /// `a: {b: value}` for the keys a and b; there is at least one.
  init(path: ArraySlice<String>, _ value: WrittenValue) {
    let inner = path.dropFirst().reversed().reduce(value) { .mapping([Self($1, $0)]) }
    self.init(path.first ?? "", inner)
  }

  var asMapping: WrittenValue { .mapping([self]) }
}

extension YAMLNode {
  /// Nothing stands there, or a word for nothing.
  var isNothing: Bool {
    if case .scalar(let scalar) = self { scalar.isNull } else { false }
  }
}
