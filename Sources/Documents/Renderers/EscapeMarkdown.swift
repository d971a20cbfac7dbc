import Findings

/// A text as itself in Markdown: one line, nothing of it markup. A handle is set as code, so that no
/// host takes it for a call to that person.
package func escapeMarkdown(_ text: String) -> String {
  var result = ""
  var rest = VisibleText.line(text).unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar {
    case "@":
      let name = rest.prefix(while: isHandleScalar)
      if name.isEmpty {
        result.unicodeScalars.append(scalar)
      } else {
        result += "`@\(String(String.UnicodeScalarView(name)))`"
        rest = rest.dropFirst(name.count)
      }
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "#":
      result.unicodeScalars.append("\\")
      result.unicodeScalars.append(scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isHandleScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "/": true
  default: false
  }
}
