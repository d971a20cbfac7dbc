import Glibc

/// Finds the next comment of HTML, `<!-- … -->`, at or after an index; nil where there is none. One
/// that nothing closes is none, so that it hides nothing.
package func nextComment(
  in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0
) -> Range<Int>? {
  guard let opening = offset(of: "<!--", in: bytes, from: start),
    let closing = offset(of: "-->", in: bytes, from: opening + 2)
  else { return nil }
  // `<!-->` and `<!--->` are whole comments, whose two marks share their hyphens.
  return opening..<closing + 3
}

/// HTML without its comments; nil where it has none.
package func withoutComments(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  guard var comment = nextComment(in: html) else { return nil }
  var shown: [UInt8] = []
  var start = 0
  while true {
    shown += html[start..<comment.lowerBound]
    start = comment.upperBound
    guard let next = nextComment(in: html, from: start) else { break }
    comment = next
  }
  shown += html[start...]
  // What is left of a block of nothing but comments is its line ends.
  return shown.allSatisfy { $0 <= 0x20 } ? [] : shown
}

private func offset(
  of mark: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
) -> Int? {
  guard let base = bytes.baseAddress else { return nil }
  return mark.withUTF8Buffer { mark in
    guard let first = mark.first else { return nil }
    var index = start
    while index + mark.count <= bytes.count {
      guard let found = memchr(base + index, Int32(first), bytes.count - index) else { return nil }
      index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if bytes[index...].starts(with: mark) { return index }
      index += 1
    }
    return nil
  }
}
