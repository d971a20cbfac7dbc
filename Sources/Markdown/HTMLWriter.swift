import Interchange
import SourceText

/// Writes markup; every text and every attribute value goes through one escaper.
///
/// Names of elements and attributes are literals of the program, never input.
package struct HTMLWriter: ~Copyable {
  private var buffer = ByteBuffer()

  package init() {}

  package mutating func reserve(_ count: Int) { buffer.reserve(count) }

  /// Bytes written so far.
  package var count: Int { buffer.count }

  /// `<name a="…">`. An attribute whose value is nil is left out; one with an empty value is
  /// written with its name alone.
  package mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
  ) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    for (attribute, value) in attributes {
      if let value { self.attribute(attribute, value) }
    }
    buffer.append(UInt8(ascii: ">"))
  }

  /// `<name>`.
  package mutating func open(_ name: StaticString) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
  }

  /// `<name class="…">`, without the list of attributes: most elements have just this one.
  package mutating func open(_ name: StaticString, class value: StaticString) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    buffer.append(" class=\"")
    buffer.append(value)
    buffer.append("\">")
  }

  /// `<name a="…">`, without the list of attributes; `<name>` for nil.
  package mutating func open(
    _ name: StaticString, _ attribute: StaticString, _ value: String?
  ) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    if let value { self.attribute(attribute, value) }
    buffer.append(UInt8(ascii: ">"))
  }

  /// The same around a text and nothing else.
  package mutating func element(_ name: StaticString, class value: StaticString, _ text: String) {
    open(name, class: value)
    escape(text)
    close(name)
  }

  /// The same around a text and nothing else.
  package mutating func element(
    _ name: StaticString, _ attribute: StaticString, _ value: String?, _ text: String
  ) {
    open(name, attribute, value)
    escape(text)
    close(name)
  }

  /// A text that leads somewhere.
  package mutating func link(_ text: String, to href: String) {
    element("a", "href", href, text)
  }

  package mutating func close(_ name: StaticString) {
    buffer.append("</")
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
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

  /// Tags that are the same wherever they stand, several at once.
  package mutating func markup(_ literal: StaticString) { buffer.append(literal) }

  /// Bytes of a template, which its author answers for.
  ///
  /// - Parameter range: Of the bytes.
  package mutating func append(template bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  package mutating func text(_ text: String) { escape(text) }

  /// The same for bytes of valid UTF-8.
  package mutating func text(utf8 text: some Sequence<UInt8>) {
    let isWritten: Void? = text.withContiguousStorageIfAvailable { buffer.append(escaping: $0) }
    if isWritten == nil {
      Array(text).withUnsafeBufferPointer { buffer.append(escaping: $0) }
    }
  }

  package mutating func append(_ html: HTML) {
    html.bytes.withUnsafeBufferPointer { buffer.append($0) }
  }

  /// White space between elements.
  package mutating func newline() { buffer.append(0x0A) }

  /// What was written so far.
  package func finish() -> HTML { HTML(trusted: buffer.bytes) }

  private mutating func attribute(_ name: StaticString, _ value: String) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(name)
    guard !value.utf8.isEmpty else { return }
    buffer.append("=\"")
    escape(value)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
    text.withBytes { buffer.append(escaping: $0) }
  }
}
