import Testing

/// Reports markup whose tags do not balance, with an element or attribute that is not expected, or
/// with a bare `<` or `&`.
func checkTags(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let elements: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "code", "hr",
    "br",
    "em", "strong", "del", "a", "img", "span", "div", "table", "thead", "tbody", "tr", "th", "td",
    "input", "details", "summary", "sub", "sup", "kbd",
  ]
  let attributes: Set = [
    "id", "class", "href", "rel", "title", "src", "alt", "loading", "start", "scope", "tabindex",
    "role", "aria-label", "width", "height", "type", "checked", "disabled",
  ]
  let empty: Set = ["hr", "br", "img", "input"]
  var open: [String] = []
  let bytes = Array(html.utf8)
  var index = 0
  func fail(_ what: String) {
    Issue.record("\(what): \(html)", sourceLocation: sourceLocation)
    index = bytes.count
  }
  while index < bytes.count {
    guard bytes[index] == UInt8(ascii: "<") else {
      if bytes[index] < 0x20, bytes[index] != 9, bytes[index] != 10, bytes[index] != 13 {
        fail("control character")
      }
      index += 1
      continue
    }
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
      return fail("open tag")
    }
    let tag = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    index = end + 1
    if tag.hasPrefix("/") {
      if open.popLast() != String(tag.dropFirst()) { fail("</\(tag)>") }
      continue
    }
    // Values hold no quotation mark and no `<`, so that every second part is a value.
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    let words = parts.enumerated().filter { $0.offset % 2 == 0 }
      .flatMap { $0.element.split(whereSeparator: { $0 == " " || $0 == "=" }) }.map(String.init)
    guard let name = words.first, elements.contains(name), parts.count % 2 == 1 else {
      return fail("<\(tag)>")
    }
    if let strange = words.dropFirst().first(where: { !attributes.contains($0) }) {
      return fail("attribute \(strange)")
    }
    if !empty.contains(name) { open.append(name) }
  }
  if !open.isEmpty { fail("not closed: \(open)") }
}

extension SeededGenerator {
  /// A number from 0 on, less than a bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
