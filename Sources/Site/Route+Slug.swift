extension Route {
  /// A name of one part for any id, the same on every file system: letters, digits, `-`, `_`, `.`
  /// and everything outside ASCII stay; other bytes, and a dot at either end, become `~` and two
  /// hexadecimal digits, as does the first letter of a name that the site itself gives to a page.
  /// Different ids have different slugs.
  ///
  /// An id of more than 120 bytes is cut and ends with the FNV-1a hash of all of it, because file
  /// systems end names at 255 bytes.
  package static func slug(_ id: String) -> String {
    if id.utf8.count <= longestSlug, id.utf8.first.map(isPlain) == true,
      id.utf8.last.map(isPlain) == true, id.utf8.allSatisfy(isSafe), !isOwn(id)
    {
      return id
    }
    let source = Array(id.utf8)
    var bytes: [UInt8] = []
    let isOwn = isOwn(id)
    for (index, byte) in source.enumerated() {
      let isAtEnd = index == 0 || index == source.count - 1
      if isSafe(byte), !(byte == UInt8(ascii: ".") && isAtEnd), !(isOwn && index == 0) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "~"), hexDigit(byte >> 4), hexDigit(byte & 0xF)]
      }
    }
    if bytes.isEmpty { return "~" }
    if bytes.count > longestSlug {
      var end = longestSlug - 18
      while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      bytes = bytes[..<end] + [UInt8(ascii: "~"), UInt8(ascii: "~")] + hexadecimal(hash(source))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let longestSlug = 120

  /// Whether a page of this name would stand where a section's or the page for what is not there does,
  /// on a file system without regard to case too.
  private static func isOwn(_ id: String) -> Bool {
    switch id.utf8.count {
    case 3: id == "404"
    case 5: id.lowercased() == "index"
    default: false
    }
  }

  /// Safe also at either end.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isSafe(byte) && byte != UInt8(ascii: ".")
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
  }

  private static func hexadecimal(_ number: UInt64) -> [UInt8] {
    (0..<16).map { hexDigit(UInt8(truncatingIfNeeded: number >> (60 - 4 * UInt64($0))) & 0xF) }
  }
}

/// The upper-case hexadecimal digit of a number below 16.
func hexDigit(_ number: UInt8) -> UInt8 {
  number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
}

/// RFC 3986: every byte but the unreserved ones and those of `kept` becomes `%` and two digits.
func percentEncoded(_ text: String, keeping kept: StaticString) -> String {
  var bytes: [UInt8] = []
  bytes.appendPercentEncoded(text.utf8, keeping: kept)
  return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
  mutating func appendPercentEncoded(_ text: some Collection<UInt8>, keeping kept: StaticString) {
    // Nearly every address is made of bytes that stay.
    if text.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "/") }), kept.holdsSlash {
      append(contentsOf: text)
      return
    }
    for byte in text {
      if isUnreserved(byte) || kept.withUTF8Buffer({ $0.contains(byte) }) {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 0xF))
      }
    }
  }
}

extension StaticString {
  fileprivate var holdsSlash: Bool { withUTF8Buffer { $0.contains(UInt8(ascii: "/")) } }
}

/// Letters, digits, `-`, `.`, `_` and `~`.
private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}
