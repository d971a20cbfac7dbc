/// How much room a text takes in a drawing, estimated on the wide side: no font is known when a page
/// is built, so every estimate is that of the widest common one.
enum TextFit {
  /// In the units of the drawing; `size` is the height of the type.
  static func width(_ text: String, size: Double = 12, isBold: Bool = false) -> Double {
    var total = 0.0
    for scalar in text.unicodeScalars { total += advance(scalar) }
    return total * size * (isBold ? 1.1 : 1)
  }

  /// The text where it fits, else as much of its beginning as does, with an ellipsis; empty where
  /// not even that has room.
  static func cut(
    _ text: String, to width: Double, size: Double = 12, isBold: Bool = false
  ) -> String {
    let room = width / (size * (isBold ? 1.1 : 1))
    if let fitting = plainLength(of: text, room: room) {
      return fitting == text.utf8.count
        ? text : ending(String(decoding: text.utf8.prefix(fitting), as: UTF8.self), room: room)
    }
    var used = 0.0
    var kept = ""
    var keptBeforeEllipsis = ""
    for character in text {
      // Marks heaped on one letter are no text.
      let scalars = character.unicodeScalars.prefix(mostScalars + 1)
      guard scalars.count <= mostScalars else { return ending(keptBeforeEllipsis, room: room) }
      used += scalars.reduce(0) { $0 + advance($1) }
      guard used <= room else { return ending(keptBeforeEllipsis, room: room) }
      kept.append(character)
      if used + ellipsis <= room { keptBeforeEllipsis = kept }
    }
    return kept
  }

  /// How many bytes of a text of printable ASCII alone, as nearly all are, fit: all of them, or
  /// those before an ellipsis. Nil for any other text, whose letters may be of several scalars.
  private static func plainLength(of text: String, room: Double) -> Int? {
    var used = 0.0
    var count = 0
    var beforeEllipsis = 0
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte) else { return nil }
      guard used <= room else { continue }
      used += advance(Unicode.Scalar(byte))
      count += 1
      if used + ellipsis <= room { beforeEllipsis = count }
    }
    return used <= room ? count : beforeEllipsis
  }

  private static let ellipsis = 1.0
  /// A family of emoji has eleven.
  private static let mostScalars = 12

  private static func ending(_ kept: String, room: Double) -> String {
    if kept.isEmpty { return room >= 1 ? "…" : "" }
    return kept.last == " " ? kept.dropLast() + "…" : kept + "…"
  }

  /// Of the height of the type.
  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0xA0: 0.36
    case 0x30...0x39: 0.65
    case 0x61...0x7A:
      switch scalar {
      case "i", "j", "l": 0.36
      case "f", "r", "t": 0.46
      case "m", "w": 1.0
      default: 0.65
      }
    case 0x41...0x5A: scalar == "M" || scalar == "W" ? 1.0 : scalar == "I" ? 0.4 : 0.8
    case 0x21...0x2F, 0x3A...0x3B, 0x5B...0x5D, 0x7B...0x7D:
      scalar == "%" || scalar == "&" || scalar == "#" ? 1.0 : 0.55
    case 0x21...0x7E: 1.0
    case 0x2009, 0x200A, 0x202F: 0.3
    case 0x2026: 1.0
    case 0x2010...0x2013, 0x2018...0x201F: 0.6
    case 0x80...0x24F: 0.85
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F: 0.2
    case 0x250...0x10FF: 1.0
    // Words and numerals that are one sign.
    case 0xFDF0...0xFDFF, 0x12000...0x1254F, 0x2E3A, 0x2E3B: 12
    default: 1.35
    }
  }
}
