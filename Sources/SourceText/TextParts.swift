extension String {
  /// The parts between ASCII separators, found by bytes: to find `Character`s takes ten times as
  /// long.
  package func parts(at separator: Unicode.Scalar, keepingEmpty: Bool = false) -> [String] {
    let separator = UInt8(ascii: separator)
    var parts: [String] = []
    withBytes { bytes in
      func take(_ range: Range<Int>) {
        guard keepingEmpty || !range.isEmpty else { return }
        parts.append(String(decoding: bytes[range], as: UTF8.self))
      }
      var start = 0
      for index in bytes.indices where bytes[index] == separator {
        take(start..<index)
        start = index + 1
      }
      take(start..<bytes.count)
    }
    return parts
  }
}

extension String {
  /// The parts between any of some signs, without empty ones. Found by scalars, as above.
  package func parts(atAnyOf signs: String) -> [String] {
    let signs = Array(signs.unicodeScalars)
    return unicodeScalars.split { signs.contains($0) }.map { String($0) }
  }

  /// The parts before, between and behind another text, empty ones too.
  package func parts(between separator: String) -> [String] {
    let separator = Array(separator.utf8)
    var parts: [String] = []
    withBytes { bytes in
      var (start, index) = (0, 0)
      while index + separator.count <= bytes.count, !separator.isEmpty {
        guard bytes[index..<index + separator.count].elementsEqual(separator) else {
          index += 1
          continue
        }
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += separator.count
        start = index
      }
      parts.append(String(decoding: bytes[start...], as: UTF8.self))
    }
    return parts
  }
}

extension String {
  /// The lines that are not empty, without what ends them.
  package var linesOfText: [String] {
    unicodeScalars.split { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }.map { String($0) }
  }
}
