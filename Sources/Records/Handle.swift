import SourceText

/// Who a record names, in a form in which two spellings of one person are equal.
package enum Handle {
  /// Every name of a text such as `@rpc-dev`, `rpc-dev` or `@a, @b`: in lower case, without the
  /// `@` and without what stands behind it in brackets.
  package static func all(in text: String) -> [String] {
    text.withBytes { bytes in
      var names: [String] = []
      var rest = bytes[...]
      while let separator = rest.firstIndex(where: isSeparator) {
        if let name = one(in: rest[..<separator]) { names.append(name) }
        rest = rest[(separator + 1)...]
      }
      if let name = one(in: rest) { names.append(name) }
      return names
    }
  }

  private static func one(in part: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var name = part[..<(part.firstIndex(of: UInt8(ascii: "(")) ?? part.endIndex)]
    while let last = name.last, last <= 0x20 { name.removeLast() }
    while let first = name.first, first <= 0x20 || first == UInt8(ascii: "@") { name.removeFirst() }
    guard !name.isEmpty else { return nil }
    return String(unsafeUninitializedCapacity: name.count) { lowered in
      for (index, byte) in name.enumerated() {
        lowered.initializeElement(at: index, to: isCapital(byte) ? byte | 0x20 : byte)
      }
      return name.count
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
