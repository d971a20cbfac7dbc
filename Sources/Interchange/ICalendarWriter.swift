import SourceText

/// Writes an iCalendar stream (RFC 5545): lines end with CRLF and are folded at 75 octets, never
/// within a UTF-8 sequence.
///
/// Whatever a text holds, it stays the value of its property: its line ends are written as `\n`, and
/// characters that no content line may hold are left out, so that no text can begin a property or
/// end a component.
package struct ICalendarWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var lineStart = 0
  private var open: [String] = []
  /// The text that is being written ends with a return so far.
  private var endsWithReturn = false

  package init() {}

  /// What was written.
  package var bytes: [UInt8] { buffer.bytes }

  /// Bytes written so far.
  package var count: Int { buffer.count }

  // MARK: Components

  package mutating func begin(_ component: String) {
    open.append(component)
    property("BEGIN", value: component)
  }

  /// Ends the component that was begun last.
  /// - Precondition: one is open.
  package mutating func end() {
    precondition(!open.isEmpty, "an iCalendar component ends after it began")
    property("END", value: open.removeLast())
  }

  package mutating func component(_ name: String, _ content: (inout ICalendarWriter) -> Void) {
    begin(name)
    content(&self)
    end()
  }

  // MARK: Properties

  /// A property of the type TEXT.
  package mutating func property(_ name: String, text: String) {
    beginText(name)
    add(text)
    endText()
  }

  /// A property with several texts, separated by commas.
  package mutating func property(_ name: String, texts: [String]) {
    beginText(name)
    for (index, text) in texts.enumerated() {
      if index > 0 { addSeparator() }
      add(text)
    }
    endText()
  }

  /// A property of another type: a date, a rule, an address. Its value stands as it is, but for
  /// control characters.
  package mutating func property(
    _ name: String, _ parameters: KeyValuePairs<String, String>, value: String
  ) {
    startLine(name)
    for (parameter, value) in parameters {
      buffer.append(0x3B)
      buffer.append(text: parameter)
      buffer.append(0x3D)
      buffer.appendICalendarParameter(value)
    }
    buffer.append(0x3A)
    buffer.appendWithoutControls(value)
    endLine()
  }

  /// The same without parameters.
  package mutating func property(_ name: String, value: String) {
    startLine(name)
    buffer.append(0x3A)
    buffer.appendWithoutControls(value)
    endLine()
  }

  /// The same of bytes of UTF-8, in which there is no control character.
  package mutating func property(_ name: String, plain value: UnsafeBufferPointer<UInt8>) {
    startLine(name)
    buffer.append(0x3A)
    buffer.append(value)
    endLine()
  }

  package mutating func property(_ name: String, number: Int) {
    startLine(name)
    buffer.append(0x3A)
    buffer.append(decimal: Int64(number))
    endLine()
  }

  /// Components that another writer made and closed.
  package mutating func append(_ components: ArraySlice<UInt8>) {
    components.withUnsafeBufferPointer { buffer.append($0) }
    lineStart = buffer.count
  }

  // MARK: A text in parts

  /// Begins a property of the type TEXT, whose text is given part by part.
  package mutating func beginText(_ name: String) {
    startLine(name)
    buffer.append(0x3A)
    endsWithReturn = false
  }

  package mutating func add(_ part: String) {
    guard !part.isEmpty else { return }
    buffer.appendICalendarText(part)
    endsWithReturn = part.utf8.last == 0x0D
  }

  /// The next line of the same text.
  package mutating func addLineEnd() {
    // A return and the line feed after it are one line end.
    if !endsWithReturn { buffer.append("\\n") }
    endsWithReturn = false
  }

  /// The next text of the same property.
  package mutating func addSeparator() {
    buffer.append(0x2C)
    endsWithReturn = false
  }

  package mutating func endText() { endLine() }

  // MARK: Lines

  private mutating func startLine(_ name: String) {
    lineStart = buffer.count
    buffer.append(text: name)
  }

  /// RFC 5545, 3.1: no line is longer than 75 octets without its end; what follows a line end and a
  /// blank belongs to the line before.
  private mutating func endLine() {
    if buffer.count - lineStart > longestLine { foldLine() }
    buffer.append(0x0D)
    buffer.append(0x0A)
  }

  private mutating func foldLine() {
    let line = buffer.withBytes(from: lineStart) { Array($0) }
    buffer.cut(to: lineStart)
    var start = 0
    while start < line.count {
      if start > 0 {
        buffer.append(0x0D)
        buffer.append(0x0A)
        buffer.append(0x20)
      }
      let room = start > 0 ? longestLine - 1 : longestLine
      var end = min(start + room, line.count)
      while end < line.count, line[end] & 0xC0 == 0x80 { end -= 1 }
      line[start..<end].withUnsafeBufferPointer { buffer.append($0) }
      start = end
    }
  }
}

private let longestLine = 75

extension ByteBuffer {
  /// RFC 5545, 3.3.11. Line ends of every kind become `\n`; tabs stay, other control characters are
  /// left out.
  fileprivate mutating func appendICalendarText(_ text: String) {
    appendFiltered(text) { bytes, index in
      switch bytes[index] {
      case 0x5C: ("\\\\", 1)
      case 0x3B: ("\\;", 1)
      case 0x2C: ("\\,", 1)
      case 0x0A: ("\\n", 1)
      case 0x0D: ("\\n", index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
      default: otherControl(bytes, at: index).map { ($0.isLineEnd ? "\\n" : "", $0.length) }
      }
    }
  }

  /// RFC 5545, 3.2: in quotes where the value holds a separator; quotes, line ends and carets as
  /// RFC 6868 writes them.
  fileprivate mutating func appendICalendarParameter(_ text: String) {
    let needsQuotes = text.utf8.contains { $0 == 0x3A || $0 == 0x3B || $0 == 0x2C }
    if needsQuotes { append(0x22) }
    appendFiltered(text) { bytes, index in
      switch bytes[index] {
      case 0x22: ("^'", 1)
      case 0x5E: ("^^", 1)
      case 0x0A: ("^n", 1)
      case 0x0D: ("^n", index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
      default: otherControl(bytes, at: index).map { ($0.isLineEnd ? "^n" : "", $0.length) }
      }
    }
    if needsQuotes { append(0x22) }
  }

  fileprivate mutating func appendWithoutControls(_ text: String) {
    appendFiltered(text) { bytes, index in
      switch bytes[index] {
      case 0x0A, 0x0D: ("", 1)
      default: otherControl(bytes, at: index).map { ("", $0.length) }
      }
    }
  }

  /// Appends a text with some of its bytes replaced: `replacing` gives what stands for the bytes at
  /// an index, and for how many; nil for a byte that stays.
  private mutating func appendFiltered(
    _ text: String,
    replacing: (UnsafeBufferPointer<UInt8>, Int) -> (replacement: StaticString, length: Int)?
  ) {
    text.withBytes { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        guard mayBeReplaced(bytes[index]), let (replacement, length) = replacing(bytes, index)
        else {
          index += 1
          continue
        }
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(replacement)
        index += length
        start = index
      }
      append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }
}

/// Whether one of the ways to write a text has to look at a byte: most are letters and digits.
private func mayBeReplaced(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x22, 0x2C, 0x3B, 0x5C, 0x5E, 0xC2, 0xE2: true
  default: byte < 0x20 || byte == 0x7F
  }
}

/// A control character other than CR and LF at an index: C0 without the tab, DEL, C1, and the
/// separators of lines and paragraphs, at which some readers end a line. Nil for any other byte.
private func otherControl(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (isLineEnd: Bool, length: Int)? {
  let byte = bytes[index]
  if byte >= 0x20, byte < 0x7F { return nil }
  switch byte {
  case 0x09: return nil
  case 0x0B, 0x0C: return (true, 1)
  case 0..<0x20, 0x7F: return (false, 1)
  case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
    return (bytes[index + 1] == 0x85, 2)
  case 0xE2
  where index + 2 < bytes.count && bytes[index + 1] == 0x80
    && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
    return (true, 3)
  default: return nil
  }
}
