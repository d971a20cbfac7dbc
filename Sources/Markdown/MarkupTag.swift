/// A tag of one of the few elements of HTML that a page may have from a text.
///
/// None is passed through: an element is written anew, without its attributes but for a name to
/// lead to. All other tags stay the text that they are.
struct MarkupTag: Equatable {
  enum Element: Equatable { case lineBreak, details, summary, subscript_, superscript, key, anchor }
  enum Form: Equatable { case opening, closing, empty }

  let element: Element
  let form: Form
  /// As it is written, where it is a plain name.
  let id: String?

  /// The name that the element is written with. An anchor is no link, and may stand in one.
  var name: StaticString {
    switch element {
    case .lineBreak: "br"
    case .details: "details"
    case .summary: "summary"
    case .subscript_: "sub"
    case .superscript: "sup"
    case .key: "kbd"
    case .anchor: "span"
    }
  }

  /// Whether it stands in running text.
  var isInline: Bool { element != .details && element != .summary }
}

/// HTML as it is written, in pieces.
struct MarkupPieces {
  enum Piece: Equatable {
    /// Indices of the bytes; tags that are not re-made are text.
    case text(Range<Int>)
    case tag(MarkupTag, Range<Int>)
  }

  private(set) var pieces: [Piece] = []
  /// A tag that is re-made.
  private(set) var hasTags = false
  /// A tag that is not.
  private(set) var hasOtherTags = false
  private(set) var hasFolds = false
  /// A tag with a name to lead to.
  private(set) var hasNames = false

  /// Bytes of a tag that are looked at; a longer one is text.
  private static let longestTag = 512

  init(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let end = min(bytes.endIndex, index + Self.longestTag)
      var reader = MarkupTagReader(bytes[index..<end])
      switch reader.read() {
      case .known(let tag):
        if start < index { pieces.append(.text(start..<index)) }
        pieces.append(.tag(tag, index..<reader.index))
        hasTags = true
        if tag.element == .details { hasFolds = true }
        if tag.id != nil { hasNames = true }
        index = reader.index
        start = index
      case .other:
        hasOtherTags = true
        index += 1
      case .none: index += 1
      }
    }
    if start < bytes.endIndex { pieces.append(.text(start..<bytes.endIndex)) }
  }

  /// Whether the block is more than text: it folds something, or all of its tags are re-made.
  var isRemade: Bool { hasFolds || hasTags && !hasOtherTags }

  /// The tag, where it is all there is.
  var onlyTag: MarkupTag? {
    if pieces.count == 1, case .tag(let tag, _) = pieces[0] { tag } else { nil }
  }
}

/// Reads one tag.
private struct MarkupTagReader {
  enum Found {
    case known(MarkupTag)
    case other, none
  }

  private let bytes: ArraySlice<UInt8>
  /// Of the byte after what was read.
  private(set) var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex + 1
  }

  mutating func read() -> Found {
    let isClosing = take(UInt8(ascii: "/"))
    let name = takeName()
    guard !name.isEmpty else {
      return index < bytes.endIndex && "!?".utf8.contains(bytes[index]) ? .other : .none
    }
    var names: [String: ArraySlice<UInt8>] = [:]
    var isSelfClosed = false
    while true {
      let isApart = skipBlanks()
      guard index < bytes.endIndex else { return .none }
      if take(UInt8(ascii: ">")) { break }
      if take(UInt8(ascii: "/")) {
        isSelfClosed = true
        continue
      }
      isSelfClosed = false
      guard isApart, let (attribute, value) = takeAttribute() else { return .none }
      if names[attribute] == nil { names[attribute] = value }
    }
    guard let element = Self.elements[name] else { return .other }
    let isEmpty = element == .lineBreak || element == .anchor && isSelfClosed
    let form: MarkupTag.Form = isClosing ? .closing : isEmpty ? .empty : .opening
    if element == .lineBreak, isClosing { return .other }
    let written = names["id"] ?? (element == .anchor ? names["name"] : nil)
    let id = written.flatMap(Self.plainName)
    // A link in HTML is no place to lead to.
    if element == .anchor, !isClosing, written == nil || names["href"] != nil { return .other }
    return .known(MarkupTag(element: element, form: form, id: id))
  }

  private static let elements: [String: MarkupTag.Element] = [
    "br": .lineBreak, "details": .details, "summary": .summary, "sub": .subscript_,
    "sup": .superscript, "kbd": .key, "a": .anchor,
  ]

  /// A name that may be an id: letters, digits, `.`, `_`, `:`, `-` and what is not ASCII.
  private static func plainName(_ value: ArraySlice<UInt8>) -> String? {
    guard (1...100).contains(value.count), value.allSatisfy(isPlain) else { return nil }
    let name = String(decoding: value, as: UTF8.self)
    return name.unicodeScalars.allSatisfy {
      $0.isASCII || $0.properties.isAlphabetic || $0.properties.numericType != nil
    } ? name : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80..., UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.endIndex, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Letters and digits, in small letters.
  private mutating func takeName() -> String {
    var name: [UInt8] = []
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x41...0x5A: name.append(bytes[index] | 0x20)
      case 0x61...0x7A: name.append(bytes[index])
      case 0x30...0x39 where !name.isEmpty, UInt8(ascii: "-") where !name.isEmpty,
        UInt8(ascii: ":") where !name.isEmpty, UInt8(ascii: "_") where !name.isEmpty:
        name.append(bytes[index])
      default: return String(decoding: name, as: UTF8.self)
      }
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether there were any.
  private mutating func skipBlanks() -> Bool {
    let start = index
    while index < bytes.endIndex, Self.isBlank(bytes[index]) { index += 1 }
    return index > start
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A name, and its value where it has one.
  private mutating func takeAttribute() -> (name: String, value: ArraySlice<UInt8>)? {
    let name = takeName()
    guard !name.isEmpty else { return nil }
    let end = index
    _ = skipBlanks()
    guard take(UInt8(ascii: "=")) else {
      index = end
      return (name, [])
    }
    _ = skipBlanks()
    guard index < bytes.endIndex else { return nil }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let start = index
      guard let close = bytes[start...].firstIndex(of: quote) else { return nil }
      index = close + 1
      return (name, bytes[start..<close])
    }
    let start = index
    while index < bytes.endIndex, !Self.isBlank(bytes[index]),
      !"\"'=<>`".utf8.contains(bytes[index])
    {
      index += 1
    }
    return index > start ? (name, bytes[start..<index]) : nil
  }
}
