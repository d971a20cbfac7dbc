/// The beginning of a line: white space and the markers of quotes and list items.
struct MarkdownPrefix: ~Copyable {
  /// The first byte after the markers.
  private(set) var content: Int
  /// Columns of white space at the start of the line; a tab leads to the next multiple of four.
  private(set) var indent = 0
  /// Whether nothing follows but white space, which ends a paragraph. The line of a list item is
  /// never blank.
  private(set) var isBlank = false
  /// Whether an ATX heading begins here at the left edge.
  private(set) var isHeading = false
  private(set) var item = Item.none
  private(set) var quotes = 0
  /// Column of the first item's marker.
  private(set) var firstItem = 0
  /// Columns where the contents of the list items in the line begin: of the first, and, since most
  /// lines have no more, of the others apart.
  private(set) var firstContent: Int?
  private(set) var furtherContents: [Int] = []
  /// Column from which on lines below belong to the item that the line begins with.
  private(set) var itemContent = 0

  /// The list item that a line begins with, at the left edge (at most three columns in) and with
  /// a text.
  enum Item {
    case none, bullet
    /// Numbered 1, which may interrupt a paragraph, or otherwise, which may not.
    case first, later
  }

  /// How many markers are looked at: more than any limit, few enough that a line is read once.
  private static let mostMarkers = 1024

  /// List items that begin in the line.
  var items: Int { firstContent == nil ? 0 : 1 + furtherContents.count }

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    content = line.lowerBound
    let end = line.upperBound
    var column = 0
    var isFirst = true
    var afterMarker = 0
    var isFar = false
    while items + quotes < Self.mostMarkers {
      while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 {
        column = bytes[content] == 0x09 ? (column / 4 + 1) * 4 : column + 1
        content += 1
      }
      if isFirst { indent = column }
      if let firstContent, furtherContents.isEmpty, itemContent == 0 {
        itemContent = column - firstContent < 4 ? max(column, firstContent) : firstContent
      }
      guard content < end else {
        isBlank = firstContent == nil && !isFar
        // An item without a text does not interrupt a paragraph.
        if items == 1 { item = .none }
        return
      }
      if bytes[content] == UInt8(ascii: ">") {
        // A mark that stands further in may be the text of a paragraph.
        isFar = isFar || column - afterMarker > 3
        quotes += 1
        content += 1
        column += 1
        afterMarker = column
      } else if let marker = Self.markerEnd(bytes, content..<end) {
        if firstContent == nil, Self.isRule(bytes, content..<end) { return }
        if isFirst, indent <= 3, marker < end { item = Self.item(bytes, content..<marker) }
        if firstContent == nil { firstItem = column }
        column += marker - content
        content = marker
        if firstContent == nil {
          firstContent = column + 1
        } else {
          furtherContents.append(column + 1)
        }
      } else {
        break
      }
      isFirst = false
    }
    if isFirst, indent <= 3 { isHeading = Self.isHeading(bytes, content..<end) }
  }

  /// The offset after `-`, `*`, `+`, `1.` or `1)`, before white space or the line's end.
  private static func markerEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Int? {
    var offset = text.lowerBound
    switch bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): offset += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while offset < text.upperBound, offset < text.lowerBound + 9,
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset])
      {
        offset += 1
      }
      guard offset < text.upperBound,
        bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")")
      else { return nil }
      offset += 1
    default: return nil
    }
    guard offset < text.upperBound else { return offset }
    return bytes[offset] == 0x20 || bytes[offset] == 0x09 ? offset : nil
  }

  private static func item(
    _ bytes: UnsafeBufferPointer<UInt8>, _ marker: Range<Int>
  ) -> Item {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[marker.lowerBound]) else {
      return .bullet
    }
    return marker.count == 2 && bytes[marker.lowerBound] == UInt8(ascii: "1") ? .first : .later
  }

  private static func isRule(_ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>) -> Bool {
    let mark = bytes[text.lowerBound]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    for offset in text {
      let byte = bytes[offset]
      if byte != mark, byte != 0x20, byte != 0x09 { return false }
    }
    return true
  }

  private static func isHeading(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Bool {
    var offset = text.lowerBound
    while offset < text.upperBound, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    guard (1...6).contains(offset - text.lowerBound) else { return false }
    return offset == text.upperBound || bytes[offset] == 0x20 || bytes[offset] == 0x09
  }
}

/// How deep the lists and quotes are in which a line stands, at most.
struct MarkdownNesting {
  /// Columns where the contents of list items begin that may be open.
  private var open: [Int] = []

  /// An item at or right of another's content is inside it.
  mutating func take(_ prefix: borrowing MarkdownPrefix) -> Int {
    guard let first = prefix.firstContent else {
      return prefix.quotes > 0 ? prefix.quotes + open.count : 0
    }
    while let last = open.last, last > prefix.firstItem { open.removeLast() }
    open.append(first)
    if prefix.items > 1 { open += prefix.furtherContents }
    return open.count + prefix.quotes
  }
}
