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
