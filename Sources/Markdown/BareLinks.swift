import Glibc

/// Whether cmark's search for links without markup (`https://…`, `www.…`, mail addresses) can find
/// anything in a text.
///
/// False is certain, true is not: where a link without markup is told from a link with markup only
/// by parsing, the answer is true. The search looks for `://` and `www.` in the text as written and
/// for an at sign behind a letter, digit or one of `.+-_` once escapes and entities are resolved.
func mayHoldBareLinks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  // Nothing that an address may have stands before the at sign, which is written as itself.
  text.contains("@") { $0 > 0 && !isBlank(text[$0 - 1]) }
    || text.contains("&") { text.says("#", at: $0 + 1) || text.says("c", at: $0 + 1) }
    || text.contains(".") { text.says("www", at: $0 - 3) }
    || text.contains(":") { text.says("//", at: $0 + 1) && !isInsideLink(text, colon: $0) }
}

/// Whether the `://` of a text stands in the destination of a link whose like cmark takes for one
/// whatever is around it: `[words](https://…)` on one line, after white space.
private func isInsideLink(_ text: UnsafeBufferPointer<UInt8>, colon: Int) -> Bool {
  let bracket: Int
  if text.says("](https", at: colon - 7) {
    bracket = colon - 7
  } else if text.says("](http", at: colon - 6) {
    bracket = colon - 6
  } else {
    return false
  }
  var open = bracket - 1
  while open >= 0, isWord(text[open]) { open -= 1 }
  guard open >= 0, text[open] == UInt8(ascii: "["), open == 0 || isBlank(text[open - 1]) else {
    return false
  }
  var close = colon + 3
  while close < text.count, isPlainAddress(text[close]) { close += 1 }
  return close < text.count && text[close] == UInt8(ascii: ")")
}

/// A letter, a digit or a mark that means nothing in Markdown, and the space.
private func isWord(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x80..., 0x20, UInt8(ascii: "."), UInt8(ascii: ","),
    UInt8(ascii: "-"), UInt8(ascii: "'"):
    true
  default: false
  }
}

/// What a destination may hold without a thought of brackets, escapes, code, HTML or tables.
private func isPlainAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "-"),
    UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "="),
    UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "#"):
    true
  default: false
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte stands somewhere where `matches` holds of its index.
  fileprivate func contains(_ byte: Unicode.Scalar, where matches: (Int) -> Bool) -> Bool {
    guard let base = baseAddress else { return false }
    var start = 0
    while start < count, let found = memchr(base + start, Int32(byte.value), count - start) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if matches(index) { return true }
      start = index + 1
    }
    return false
  }

  /// Whether the bytes from an index on, which may lie outside, are those of a text.
  fileprivate func says(_ text: StaticString, at index: Int) -> Bool {
    guard let base = baseAddress, index >= 0, index + text.utf8CodeUnitCount <= count else {
      return false
    }
    return memcmp(base + index, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
