import SourceText

/// A style sheet or a script of the built-in theme without what only its authors need: indentation,
/// empty lines, and comments that stand on lines of their own; lines that obviously go on are joined, and
/// the rules of a style sheet lose the blanks around their signs. Any other file as it is.
///
/// The theme's scripts have no text of several lines, in which blanks would count, and no comment behind
/// what ends so.
func tightened(_ content: [UInt8], named name: String) -> [UInt8] {
  let isScript = name.hasSuffix(".js")
  guard isScript || name.hasSuffix(".css") else { return content }
  var kept: [UInt8] = []
  var isComment = false
  for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let text = line.drop { $0 == 0x20 }
    if isScript ? text.starts(with: "//".utf8) : isComment || text.starts(with: "/*".utf8) {
      // A comment of a style sheet ends with its line or goes on.
      isComment = !isScript && text.suffix(2) != Array("*/".utf8)[...]
    } else if let last = text.last {
      if isScript { kept += text } else { kept += withoutBlanks(text) }
      if !"{;,(".utf8.contains(last) { kept.append(0x0A) }
    }
  }
  if content.last != 0x0A, kept.last == 0x0A { kept.removeLast() }
  return kept
}

/// A line of a style sheet without the blanks behind `:` and `;` and before `{` and `}`. What stands behind
/// a quotation mark stays, since blanks may count there.
private func withoutBlanks(_ line: ArraySlice<UInt8>) -> [UInt8] {
  let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'")]
  let end = line.firstIndex(where: quotes.contains) ?? line.endIndex
  var kept: [UInt8] = []
  for index in line.startIndex..<end {
    let byte = line[index]
    switch byte {
    case 0x20:
      let next = index + 1 < end ? line[index + 1] : 0
      let isDropped =
        next == UInt8(ascii: "{") || next == UInt8(ascii: "}") || kept.last == UInt8(ascii: ":")
        || kept.last == UInt8(ascii: ";") || kept.last == UInt8(ascii: "{")
      if !isDropped { kept.append(byte) }
    default: kept.append(byte)
    }
  }
  return kept + line[end...]
}
