import Markdown

/// The sentences under a page's title: text, with what is counted in it leading to where it is.
struct Lead: Sendable {
  private var pieces: [Piece]

  fileprivate struct Piece: Sendable {
    let text: String
    /// Nil for what leads nowhere.
    let href: String?
  }

  init(_ text: String) { pieces = [Piece(text: text, href: nil)] }

  /// For literals that are longer than a line.
  static func + (a: Lead, b: Lead) -> Lead { "\(a)\(b)" }

  /// Sentences, with a blank between each two.
  static func sentences(_ sentences: [Lead]) -> Lead {
    var all = Lead("")
    for (index, sentence) in sentences.enumerated() {
      if index > 0 { all.pieces.append(Piece(text: " ", href: nil)) }
      all.pieces += sentence.pieces
    }
    return all
  }

  var html: HTML {
    var writer = HTMLWriter()
    for piece in pieces { writer.link(piece.text, href: piece.href) }
    return writer.finish()
  }
}

extension Lead: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { append(literal, nil) }

    mutating func appendInterpolation(_ text: String) { append(text, nil) }

    mutating func appendInterpolation(_ lead: Lead) { pieces += lead.pieces }

    /// - Parameter href: A reference from the page; nil where the text leads nowhere.
    mutating func appendInterpolation(_ text: String, to href: String?) { append(text, href) }

    private mutating func append(_ text: String, _ href: String?) {
      if !text.isEmpty { pieces.append(Piece(text: text, href: href)) }
    }
  }
}
