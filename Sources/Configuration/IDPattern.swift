/// A pattern of ids as the settings write it: `CHG-####-####`, `CR-@@-#*`.
package struct IDPattern: Sendable {
  package static let accepted =
    "capital letters, digits, hyphens and dots, with # for a digit, @ for a capital letter and #* "
    + "for digits as many as there are, such as CHG-####-####"

  private enum Piece: Sendable, Equatable { case byte(UInt8), digit, letter, digits }

  private let pieces: [Piece]

  /// Nil for a text that is no pattern, and for one that stands for a single id.
  package init?(_ text: String) {
    var pieces: [Piece] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "#"): pieces.append(.digit)
      case UInt8(ascii: "@"): pieces.append(.letter)
      case UInt8(ascii: "*"):
        guard pieces.last == .digit else { return nil }
        pieces[pieces.count - 1] = .digits
      case 0x30...0x39, 0x41...0x5A, UInt8(ascii: "-"), UInt8(ascii: "."):
        pieces.append(.byte(byte))
      default: return nil
      }
    }
    guard pieces.count <= 64, pieces.last == .digit || pieces.last == .digits else { return nil }
    self.pieces = pieces
  }

  /// Whether it stands for an id. Digits that may be many take all there are.
  package func matches(_ id: String) -> Bool {
    var rest = Substring(id).utf8
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    for piece in pieces {
      guard let next = rest.popFirst() else { return false }
      switch piece {
      case .byte(let byte): guard next == byte else { return false }
      case .letter: guard (0x41...0x5A).contains(next) else { return false }
      case .digit, .digits:
        guard isDigit(next) else { return false }
        if piece == .digits { rest = rest.drop(while: isDigit) }
      }
    }
    return rest.isEmpty
  }
}
