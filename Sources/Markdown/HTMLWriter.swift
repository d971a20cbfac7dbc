/// Writes markup; every text and every attribute value goes through one escaper.
///
/// Names of elements and attributes are literals of the program, never input.
package struct HTMLWriter {
  private var bytes: [UInt8] = []

  package init() { bytes.reserveCapacity(512) }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Bytes written so far.
  package var count: Int { bytes.count }

  /// `<name a="…">`. An attribute whose value is nil is left out; one with an empty value is
  /// written with its name alone.
  package mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
  ) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for case (let attribute, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(attribute)
      guard !value.isEmpty else { continue }
      raw("=\"")
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// `<name>`.
  package mutating func open(_ name: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// `<name class="…">`, without the list of attributes: most elements have just this one.
  package mutating func open(_ name: StaticString, class value: StaticString) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    raw(" class=\"")
    raw(value)
    raw("\">")
  }

  /// The same around a text and nothing else.
  package mutating func element(_ name: StaticString, class value: StaticString, _ text: String) {
    open(name, class: value)
    escape(text)
    close(name)
  }

  package mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element that holds a text and nothing else.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, _ text: String
  ) {
    open(name, attributes)
    escape(text)
    close(name)
  }

  /// The same without attributes.
  package mutating func element(_ name: StaticString, _ text: String) {
    open(name)
    escape(text)
    close(name)
  }

  package mutating func text(_ text: String) { escape(text) }

  /// The same for bytes of valid UTF-8.
  package mutating func text(utf8 text: some Sequence<UInt8>) { escapeBytes(text) }

  package mutating func append(_ html: HTML) { bytes += html.bytes }

  /// White space between elements.
  package mutating func newline() { bytes.append(0x0A) }

  package func finish() -> HTML { HTML(trusted: bytes) }

  private mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func escape(_ text: String) {
    var text = text
    text.withUTF8 { escapeBytes($0) }
  }

  private mutating func escapeBytes(_ text: some Sequence<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { escapeRuns($0) }
    if copied == nil {
      let bytes = Array(text)
      bytes.withUnsafeBufferPointer { escapeRuns($0) }
    }
  }

  /// Copies the stretches between characters that need another spelling. Control characters have
  /// none in HTML; the replacement character stands for them.
  private mutating func escapeRuns(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte <= UInt8(ascii: ">") || byte == 0x7F else { continue }
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case UInt8(ascii: "'"): replacement = "&#39;"
      case 0x09, 0x0A, 0x0D, 0x20...0x7E: continue
      default: replacement = "\u{FFFD}"
      }
      bytes.append(contentsOf: text[start..<index])
      raw(replacement)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }
}
