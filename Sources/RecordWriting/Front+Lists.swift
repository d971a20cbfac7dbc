import FrontMatter
import SourceText

extension Front {
  /// An item more in a list that is there; what stands alone becomes a list of one first.
  func appending(_ value: WrittenValue, to entry: YAMLEntry) throws(EditRefusal) -> ByteEdit {
    let range = entry.value.place.range.indices
    let item = value.flow(quotes: quotes, inside: true)
    switch entry.value {
    case .sequence(let items, _) where file.bytes[range].first == UInt8(ascii: "["):
      return insertion(of: item, before: range.upperBound - 1, isFirst: items.isEmpty)
    case .sequence(let items, let place): return try appending(value, to: items, place)
    case .mapping where file.bytes[range].first != UInt8(ascii: "{"):
      throw EditRefusal(
        "`\(entry.key.text)` is no list; put a hyphen before what is there", at: entry.key.place)
    case .scalar, .mapping:
      let text = file.text(entry.value.place.range)
      guard !text.utf8.contains(0x0A), !text.utf8.contains(0x0D) else {
        throw EditRefusal("`\(entry.key.text)` is no list", at: entry.key.place)
      }
      return ByteEdit(range: range, text: "[\(text), \(item)]")
    }
  }

  /// A line more of a list with hyphens.
  private func appending(
    _ value: WrittenValue, to items: [YAMLNode], _ place: Place
  ) throws(EditRefusal) -> ByteEdit {
    let hyphen = place.range.indices.lowerBound
    guard let indentation = indentation(before: hyphen), file.bytes[hyphen] == UInt8(ascii: "-"),
      let last = items.last
    else { throw EditRefusal("the list does not stand on lines of its own", at: place) }
    let end = last.place.range.indices
    let line = nextLine(after: end.isEmpty ? end.lowerBound : end.upperBound - 1)
    // Items are written like the last one: its blanks behind the hyphen, its keys on lines or in brackets.
    let start = end.lowerBound
    var gap = 0
    while start > gap, file.bytes[start - gap - 1] == 0x20 { gap += 1 }
    let blanks = String(repeating: " ", count: max(1, min(gap, 8)))
    let text: String
    if case .mapping = last, file.bytes[end].first != UInt8(ascii: "{"),
      case .mapping(let pairs) = value
    {
      let inner = indentation + " " + blanks
      text = pairs.map { $0.flow(quotes: quotes, inside: false) }
        .joined(separator: lineEnd + inner)
    } else {
      text = value.flow(quotes: quotes)
    }
    return ByteEdit(range: line..<line, text: "\(indentation)-\(blanks)\(text)\(lineEnd)")
  }

  /// A list with hyphens of one item, behind a key that is there without a value, or a new one.
  func listing(
    _ value: WrittenValue, behind key: String, order: [String]
  ) throws(EditRefusal) -> ByteEdit {
    let item = "- " + value.flow(quotes: quotes)
    guard let container = container(of: [key]) else {
      return listing(item, newly: key)
    }
    if let entry = container.entry(named: key) {
      guard entry.value.place.range.isEmpty,
        let indentation = indentation(before: entry.key.place.range.indices.lowerBound)
      else { return try replacing(entry, by: .list([value])) }
      let line = nextLine(after: entry.key.place.range.indices.upperBound)
      return ByteEdit(range: line..<line, text: "\(indentation)  \(item)\(lineEnd)")
    }
    guard !container.isInBrackets else {
      return try container.adding(
        WrittenValue.Pair(key, .list([value])), in: self, order: order)
    }
    let (at, indentation) = try container.newLine(for: key, in: self, order: order)
    return ByteEdit(
      range: at..<at,
      text: "\(indentation)\(key):\(lineEnd)\(indentation)  \(item)\(lineEnd)")
  }

  private func listing(_ item: String, newly key: String) -> ByteEdit {
    let lines = "\(key):\(lineEnd)  \(item)\(lineEnd)"
    guard let yaml = split.yaml else {
      return ByteEdit(range: 0..<0, text: "---\(lineEnd)\(lines)---\(lineEnd)")
    }
    let end = yaml.indices.upperBound
    return ByteEdit(range: end..<end, text: lines)
  }
}
