import SourceText

/// A style sheet or a script of the built-in theme without what only its authors need: indentation,
/// empty lines, and comments that stand on lines of their own; lines that obviously go on are joined. Any
/// other file as it is.
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
      kept += text
      if !"{;,(".utf8.contains(last) { kept.append(0x0A) }
    }
  }
  if content.last != 0x0A, kept.last == 0x0A { kept.removeLast() }
  return kept
}
