/// Who a record names, in a form in which two spellings of one person are equal.
enum Handle {
  /// Every name of a text such as `@rpc-dev`, `rpc-dev` or `@a, @b`: in lower case, without the
  /// `@` and without what stands behind it in brackets.
  static func all(in text: String) -> [String] {
    text.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") })
      .compactMap { one(in: $0) }
  }

  private static func one(in part: Substring.UTF8View) -> String? {
    var name = part.prefix { $0 != UInt8(ascii: "(") }
    while let last = name.last, last <= 0x20 { name.removeLast() }
    while let first = name.first, first <= 0x20 || first == UInt8(ascii: "@") { name.removeFirst() }
    guard !name.isEmpty else { return nil }
    guard name.contains(where: isCapital) else { return String(Substring(name)) }
    return String(decoding: name.map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
