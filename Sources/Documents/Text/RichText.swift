import Chronology

/// Running text, before anybody knows how it is shown.
///
/// It is written as an interpolated string whose pieces keep what they are: an instant stays an
/// instant and a link its target until a renderer words them.
package struct RichText: Sendable {
  package private(set) var pieces: [Inline]

  package init(_ pieces: [Inline] = []) { self.pieces = pieces }

  package init(_ text: String) { pieces = text.isEmpty ? [] : [.text(text)] }

  /// What stands between back quotes is code; a quote without a partner is itself.
  package init(sentence: String) {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    pieces = []
    for (index, part) in parts.enumerated() where !part.isEmpty {
      if index.isMultiple(of: 2) {
        pieces.append(.text(String(part)))
      } else if index == parts.count - 1 {
        pieces.append(.text("`\(part)"))
      } else {
        pieces.append(.code(String(part)))
      }
    }
  }

  package static func + (a: RichText, b: RichText) -> RichText { RichText(a.pieces + b.pieces) }

  package static func += (a: inout RichText, b: RichText) { a.pieces += b.pieces }

  package var isEmpty: Bool { pieces.isEmpty }
}

extension RichText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: consuming StringInterpolation) {
    self.init(stringInterpolation.finish())
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    private var closed: [Inline] = []
    /// The text that the next text goes on with; nil after another piece.
    private var open: String?

    package init(literalCapacity: Int, interpolationCount: Int) {
      closed.reserveCapacity(2 * interpolationCount + 1)
    }

    consuming func finish() -> [Inline] {
      if let open { closed.append(.text(open)) }
      return closed
    }

    package mutating func appendLiteral(_ literal: String) { append(literal) }

    package mutating func appendInterpolation(_ text: String) { append(text) }

    package mutating func appendInterpolation(_ number: Int) { append("\(number)") }

    /// A text that leads somewhere; the text alone for no target.
    package mutating func appendInterpolation(_ text: String, to target: LinkTarget?) {
      if let target { appendInterpolation(Inline.link(target, text)) } else { append(text) }
    }

    package mutating func appendInterpolation(_ piece: Inline) {
      if case .text(let text) = piece { return append(text) }
      if let open { closed.append(.text(open)) }
      open = nil
      closed.append(piece)
    }

    package mutating func appendInterpolation(_ text: RichText) {
      for piece in text.pieces { appendInterpolation(piece) }
    }

    private mutating func append(_ text: String) {
      guard !text.isEmpty else { return }
      if open == nil { open = text } else { open?.append(text) }
    }
  }
}

extension Sequence<RichText> {
  /// With a text between each two.
  package func joined(by separator: String) -> RichText {
    var result = RichText()
    for (index, text) in enumerated() {
      if index > 0 { result += RichText(separator) }
      result += text
    }
    return result
  }
}

extension DefaultStringInterpolation {
  /// A piece of running text is no plain text: in one it would stand as the program writes it for its makers.
  @available(*, unavailable, message: "interpolate pieces into a RichText")
  package mutating func appendInterpolation(_ inline: Inline) {}

  @available(*, unavailable, message: "interpolate pieces into a RichText")
  package mutating func appendInterpolation(_ text: RichText) {}
}
