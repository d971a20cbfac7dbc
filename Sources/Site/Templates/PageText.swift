import Mustache

/// A text as templates meet it: shown as it is, absent where it is empty.
///
/// The engine looks into a bare `String` by reflection, and takes an empty one to be there.
struct PageText: MustacheCustomRenderable, MustacheParent {
  let renderText: String

  init(_ text: String) { renderText = text }

  /// Stands for a model or a list that is not there.
  static let none = PageText("")

  var isNull: Bool { renderText.utf8.isEmpty }

  func child(named: String) -> Any? { nil }
}

/// Escapes every text that a template shows.
///
/// The engine's own escaper compares grapheme clusters, so that a quote with a combining mark after
/// it would end an attribute; this one goes by bytes.
struct PageEscaping: MustacheContentType {
  /// The name in the pragma that each template begins with.
  static let name = "PAGE"

  func escapeText(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: Self.needsEscape) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count + 16)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "<"): escaped += "&lt;".utf8
        case UInt8(ascii: ">"): escaped += "&gt;".utf8
        case UInt8(ascii: "&"): escaped += "&amp;".utf8
        case UInt8(ascii: "\""): escaped += "&quot;".utf8
        case UInt8(ascii: "'"): escaped += "&#39;".utf8
        default: escaped.append(byte)
        }
      }
      return String(decoding: escaped, as: UTF8.self)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
