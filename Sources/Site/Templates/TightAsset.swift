import SourceText

/// A style sheet or a script of the built-in theme without what only its authors need: indentation,
/// empty lines, and comments that stand on lines of their own. Any other file as it is.
///
/// The theme's scripts have no text of several lines, in which blanks would count.
func tightened(_ content: [UInt8], named name: String) -> [UInt8] {
  let isScript = name.hasSuffix(".js")
  guard isScript || name.hasSuffix(".css") else { return content }
  var kept: [ArraySlice<UInt8>] = []
  var isComment = false
  for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
    let text = line.drop { $0 == 0x20 }
    if isScript ? text.starts(with: "//".utf8) : isComment || text.starts(with: "/*".utf8) {
      // A comment of a style sheet ends with its line or goes on.
      isComment = !isScript && text.suffix(2) != Array("*/".utf8)[...]
    } else if !text.isEmpty {
      kept.append(text)
    }
  }
  let isEnded = content.last == 0x0A
  return Array(kept.joined(separator: [0x0A])) + (isEnded ? [0x0A] : [])
}
