import SourceText

/// What keeps a text from standing in a table of comma-separated values as it is.
struct CSVFieldTraits {
  /// A comma, a quote or a line end.
  private(set) var needsQuotes = false
  /// A character that controls a device and has no place in a text.
  private(set) var hasControls = false

  var areAny: Bool { needsQuotes || hasControls }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if let block = ByteBlock(text, at: index), block.isPlainField {
        index += 8
        continue
      }
      switch text[index] {
      case 0x2C, 0x22, 0x0D, 0x0A: needsQuotes = true
      default: if ControlCharacters.character(in: text, at: index) != nil { hasControls = true }
      }
      index += 1
    }
  }
}

extension ByteBlock {
  /// None of its bytes asks for quotes, is a control character or may begin one.
  fileprivate var isPlainField: Bool {
    Self.isNone(
      controls | places(of: 0x22) | places(of: 0x2C) | places(of: 0x7F) | places(of: 0xC2))
  }
}
