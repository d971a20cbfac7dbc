/// The paths of submodules in a `.gitmodules`, which is written as all of git's settings are: keys in any
/// capitals, values in quotes or not, remarks behind `#` and `;`, a key in the line of its section.
struct GitModules {
  /// From the root, without `.` and empty parts.
  private(set) var paths: [String] = []

  init(_ text: String) {
    let continued = text.replacing("\r\n", with: "\n").replacing("\\\n", with: "")
    for line in continued.linesOfText {
      let line = Self.behindSection(Substring(line))
      guard let equals = line.firstIndex(of: "="),
        line[..<equals].filter({ !$0.isWhitespace }).lowercased() == "path"
      else { continue }
      let parts = Self.value(line[line.index(after: equals)...]).split(separator: "/")
      paths.append(parts.filter { $0 != "." }.joined(separator: "/"))
    }
  }

  /// What follows `[submodule "f"]`; brackets in quotes are the name's.
  private static func behindSection(_ line: Substring) -> Substring {
    let line = line.drop(while: \.isWhitespace)
    guard line.first == "[" else { return line }
    var isQuoted = false
    var isEscaped = false
    for index in line.indices {
      switch line[index] {
      case _ where isEscaped: isEscaped = false
      case "\\": isEscaped = true
      case "\"": isQuoted.toggle()
      case "]" where !isQuoted: return line[line.index(after: index)...]
      default: break
      }
    }
    return ""
  }

  private static func value(_ text: Substring) -> String {
    var value = ""
    // White space counts between two other characters only.
    var gap = ""
    var isQuoted = false
    var isEscaped = false
    func append(_ character: Character) {
      value += gap + String(character)
      gap = ""
    }
    for character in text {
      if isEscaped {
        append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        append(character)
      } else if character == "#" || character == ";" {
        break
      } else if character.isWhitespace {
        if !value.isEmpty { gap.append(character) }
      } else {
        append(character)
      }
    }
    return value
  }
}
