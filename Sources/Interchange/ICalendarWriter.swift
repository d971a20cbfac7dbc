/// Writes an iCalendar stream (RFC 5545): lines end with CRLF and are folded at 75 octets, never
/// within a UTF-8 sequence.
///
/// Whatever a text holds, it stays the value of its property: its line ends are written as `\n`, and
/// characters that no content line may hold are left out, so that no text can begin a property or
/// end a component.
package struct ICalendarWriter {
  package private(set) var bytes: [UInt8] = []
  private var lineStart = 0
  private var open: [String] = []

  package init() {}

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
    startLine(name)
    bytes.append(0x3A)
    bytes.appendICalendarText(text)
    endLine()
  }

  /// A property with several texts, separated by commas.
  package mutating func property(_ name: String, texts: [String]) {
    startLine(name)
    for (index, text) in texts.enumerated() {
      bytes.append(index == 0 ? 0x3A : 0x2C)
      bytes.appendICalendarText(text)
    }
    if texts.isEmpty { bytes.append(0x3A) }
    endLine()
  }

  /// A property of another type: a date, a rule, an address. Its value stands as it is, but for
  /// control characters.
  package mutating func property(
    _ name: String, _ parameters: KeyValuePairs<String, String> = [:], value: String
  ) {
    startLine(name)
    for (parameter, value) in parameters {
      bytes.append(0x3B)
      bytes += parameter.utf8
      bytes.append(0x3D)
      bytes.appendICalendarParameter(value)
    }
    bytes.append(0x3A)
    bytes.appendWithoutControls(value)
    endLine()
  }

  /// Components that another writer made and closed.
  package mutating func append(_ components: some Sequence<UInt8>) {
    bytes += components
    lineStart = bytes.count
  }

  // MARK: Lines

  private mutating func startLine(_ name: String) {
    lineStart = bytes.count
    bytes += name.utf8
  }

  /// RFC 5545, 3.1: no line is longer than 75 octets without its end; what follows a line end and a
  /// blank belongs to the line before.
  private mutating func endLine() {
    if bytes.count - lineStart > longestLine {
      let line = Array(bytes[lineStart...])
      bytes.removeSubrange(lineStart...)
      var start = 0
      while start < line.count {
        if start > 0 { bytes.append(0x20) }
        let room = start > 0 ? longestLine - 1 : longestLine
        var end = min(start + room, line.count)
        while end < line.count, line[end] & 0xC0 == 0x80 { end -= 1 }
        bytes += line[start..<end]
        bytes += [0x0D, 0x0A]
        start = end
      }
    } else {
      bytes += [0x0D, 0x0A]
    }
  }
}

private let longestLine = 75

extension [UInt8] {
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
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        guard let (replacement, length) = replacing(bytes, index) else {
          index += 1
          continue
        }
        append(contentsOf: bytes[start..<index])
        replacement.withUTF8Buffer { append(contentsOf: $0) }
        index += length
        start = index
      }
      append(contentsOf: bytes[start..<bytes.count])
    }
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
