/// A destination that may stand in a page: `http`, `https`, `mailto`, a relative path or a fragment.
///
/// Everything else makes no value: other schemes, `//host`, controls, backslashes (browsers read
/// them as slashes), and the spellings that hide such a thing behind percent signs or entities.
/// Entities and backslash escapes of Markdown are already resolved when it comes here.
package struct LinkDestination: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case web, mail, relative, fragment }

  package let kind: Kind
  package let text: String

  /// Nil for a destination that is not allowed, and for an empty one.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20,
      !bytes.contains(where: Self.isRefused)
    else { return nil }
    let head = bytes.prefix { !":/?#".utf8.contains($0) }
    if head.count < bytes.count, bytes[head.count] == UInt8(ascii: ":") {
      guard let kind = Self.kind(ofScheme: head, rest: bytes[(head.count + 1)...]) else {
        return nil
      }
      self.kind = kind
    } else {
      guard Self.isPlainReference(bytes) else { return nil }
      kind = first == UInt8(ascii: "#") ? .fragment : .relative
    }
    self.text = text
  }

  /// Controls and the backslash.
  private static func isRefused(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\\")
  }

  /// The kind of a destination with an allowed scheme and something behind it.
  private static func kind(ofScheme scheme: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) -> Kind? {
    let name = scheme.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if name.elementsEqual("mailto".utf8) {
      return rest.isEmpty || decoded(rest).contains(where: isRefused) ? nil : .mail
    }
    guard name.elementsEqual("http".utf8) || name.elementsEqual("https".utf8) else { return nil }
    guard rest.starts(with: "//".utf8), let host = rest.dropFirst(2).first,
      !"/?#@:%".utf8.contains(host)
    else { return nil }
    return .web
  }

  /// Whether a reference without a scheme has none either after its percent signs are resolved,
  /// and no entity where a scheme would stand.
  private static func isPlainReference(_ bytes: [UInt8]) -> Bool {
    let decoded = decoded(bytes[...])
    guard !decoded.starts(with: "//".utf8), !decoded.contains(where: isRefused) else {
      return false
    }
    let head = decoded.prefix { !"/?#".utf8.contains($0) }
    guard !head.contains(UInt8(ascii: ":")) else { return false }
    let segment = bytes.prefix { !"/?".utf8.contains($0) }
    guard let entity = segment.firstIndex(of: UInt8(ascii: "&")) else { return true }
    return bytes.first == UInt8(ascii: "#") || !segment[entity...].contains(UInt8(ascii: ";"))
  }

  /// `%6A` to `j`, until no such pair is left to resolve; at most three times.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var current = Array(bytes)
    for _ in 0..<3 where current.contains(UInt8(ascii: "%")) {
      var next: [UInt8] = []
      next.reserveCapacity(current.count)
      var index = 0
      while index < current.count {
        if current[index] == UInt8(ascii: "%"), index + 2 < current.count,
          let high = digit(current[index + 1]), let low = digit(current[index + 2])
        {
          next.append(high << 4 | low)
          index += 3
        } else {
          next.append(current[index])
          index += 1
        }
      }
      current = next
    }
    return current
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// As it stands in an attribute: what no address may hold is written with percent signs.
  package var address: String {
    guard text.utf8.contains(where: Self.needsPercent) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if Self.needsPercent(byte) {
        bytes += [
          UInt8(ascii: "%"), Self.hexDigits[Int(byte >> 4)], Self.hexDigits[Int(byte & 15)],
        ]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static func needsPercent(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}
