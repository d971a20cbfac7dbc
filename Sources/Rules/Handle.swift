/// Who a record names, in a form in which two spellings of one person are equal.
enum Handle {
  /// Every name of a text such as `@rpc-dev`, `rpc-dev` or `@a, @b`: in lower case, without the
  /// `@` and without what stands behind it in brackets.
  static func all(in text: String) -> [String] {
    text.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
      .compactMap { one(in: $0) }
  }

  private static func one(in part: Substring.UTF8View) -> String? {
    var bytes = Array(part.prefix { $0 != UInt8(ascii: "(") })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let start = bytes.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: "@") } ?? bytes.endIndex
    guard start < bytes.endIndex else { return nil }
    return String(
      decoding: bytes[start...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
  }
}
