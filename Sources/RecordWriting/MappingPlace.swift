import FrontMatter
import SourceText

/// A mapping of front matter, and how deep it lies: 0 for the whole.
struct MappingPlace {
  let entries: [YAMLEntry]
  let place: Place
  let depth: Int

  func entry(named key: String) -> YAMLEntry? { entries.first { $0.key.text == key } }

  /// Whether it stands in brackets.
  var isInBrackets: Bool {
    place.file.bytes[place.range.indices].first == UInt8(ascii: "{")
  }

  /// A key more: behind those that the order has before it, else at the end.
  func adding(
    _ pair: WrittenValue.Pair, in front: Front, order: [String]
  ) throws(EditRefusal) -> ByteEdit {
    if isInBrackets {
      return insertion(of: pair.flow(quotes: front.quotes, inside: true), in: front)
    }
    let (at, indentation) = try newLine(for: pair.key, in: front, order: order)
    return ByteEdit(
      range: at..<at,
      text: indentation + pair.flow(quotes: front.quotes, inside: false) + front.lineEnd)
  }

  /// Where the line of a new key of a mapping in lines begins, and with which blanks.
  func newLine(
    for key: String, in front: Front, order: [String]
  ) throws(EditRefusal) -> (offset: Int, indentation: String) {
    let before = order.firstIndex(of: key).map { Set(order[..<$0]) } ?? []
    let neighbour = entries.last { before.contains($0.key.text) } ?? entries.last
    guard !isInBrackets, let first = entries.first, let neighbour,
      let indentation = front.indentation(before: first.key.place.range.indices.lowerBound)
    else {
      // The first key of an item stands behind a hyphen.
      guard !isInBrackets, entries.count > 1, let neighbour,
        let indentation = front.indentation(before: entries[1].key.place.range.indices.lowerBound)
      else { throw EditRefusal("no key can be added here", at: place) }
      return (front.nextLine(after: Self.end(of: neighbour)), indentation)
    }
    return (front.nextLine(after: Self.end(of: neighbour)), indentation)
  }

  /// The last byte of an entry's value, or of its key where it has none.
  private static func end(of entry: YAMLEntry) -> Int {
    let key = entry.key.place.range.indices.upperBound
    let value = entry.value.place.range.indices
    return value.isEmpty ? key : max(key, value.upperBound - 1)
  }

  /// Text before the closing bracket, behind a comma where one is needed.
  private func insertion(of text: String, in front: Front) -> ByteEdit {
    front.insertion(of: text, before: place.range.indices.upperBound - 1, isFirst: entries.isEmpty)
  }

  func removing(_ entry: YAMLEntry, in front: Front) throws(EditRefusal) -> ByteEdit {
    let key = entry.key.place.range.indices.lowerBound
    guard isInBrackets else {
      guard front.indentation(before: key) != nil, depth == 0 || entries.count > 1 else {
        throw EditRefusal("the key does not stand on lines of its own", at: entry.key.place)
      }
      return ByteEdit(
        range: front.lineStart(at: key)..<front.nextLine(after: Self.end(of: entry)), text: "")
    }
    let index = entries.firstIndex { $0.key.place == entry.key.place } ?? 0
    if index + 1 < entries.count {
      let next = entries[index + 1].key.place.range.indices.lowerBound
      return ByteEdit(range: key..<next, text: "")
    }
    let end = max(
      entry.value.place.range.indices.upperBound, entry.key.place.range.indices.upperBound)
    let start = index > 0 ? entries[index - 1].value.place.range.indices.upperBound : key
    return ByteEdit(range: start..<end, text: "")
  }
}

extension Front {
  /// Text before a closing bracket at an offset.
  func insertion(of text: String, before bracket: Int, isFirst: Bool) -> ByteEdit {
    var end = bracket
    while end > 0, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    if isFirst { return ByteEdit(range: end..<end, text: text) }
    let hasComma = file.bytes[end - 1] == UInt8(ascii: ",")
    return ByteEdit(range: end..<end, text: hasComma ? " \(text)" : ", \(text)")
  }
}
