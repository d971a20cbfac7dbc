extension [UInt8] {
  /// Text of an XML 1.0 document, in an element or an attribute; what XML cannot hold becomes
  /// U+FFFD.
  package mutating func appendXML(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: self += "&amp;".utf8
      case 0x3C: self += "&lt;".utf8
      case 0x3E: self += "&gt;".utf8
      case 0x22: self += "&quot;".utf8
      case 0x09, 0x0A, 0x0D: self += "&#\(scalar.value);".utf8
      case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: self += "\u{FFFD}".utf8
      default: self += String(scalar).utf8
      }
    }
  }
}
