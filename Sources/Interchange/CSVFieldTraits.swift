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
      default: if controlLength(text, at: index) > 0 { hasControls = true }
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

/// How many bytes the control character at an index has (C0 but for tab, LF and CR, DEL, C1); 0
/// where none stands there.
func controlLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  switch text[index] {
  case 0x09, 0x0A, 0x0D: 0
  case 0..<0x20, 0x7F: 1
  case 0xC2 where index + 1 < text.count && (0x80...0x9F).contains(text[index + 1]): 2
  default: 0
  }
}
