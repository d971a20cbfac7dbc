import PolicyReading
import SourceText

/// A text in the place of a name that somebody or some program has yet to fill in: `{{cab}}`, `$CAB`, `[cab]`,
/// `CAB_APPROVER`, `to be named`, `@lead-name`. No list of people makes one somebody.
enum PlaceholderName {
  /// - Parameter isBare: There is no handle and no address in it, so that all of it is the name.
  static func matches(_ text: String, isBare: Bool) -> Bool {
    // Handles and names have none of the signs.
    guard isBare || text.utf8.contains(where: signs.contains) else { return false }
    let text = WordForm.trim(text)
    if text.parts(at: " ").contains(where: isOfTemplate) || isInBrackets(text) { return true }
    return isBare
      && (isVariable(text) || asksForName(WordForm.words(text)) || text.hasPrefix("#")
        || text.hasPrefix("&"))
  }

  /// Whether words say that a name is to come, or which one: `to be named`, `cab approver name`.
  static func asksForName(_ words: [String]) -> Bool {
    if words.starts(with: ["to", "be"]) || words.starts(with: ["yet", "to"]) { return true }
    guard words.count > 1, let last = words.last else { return false }
    if words[0] == "name" { return ["of", "the", "your", "here"].contains(words[1]) }
    return asked.contains(last) || ["enter", "insert", "add", "fill"].contains(words[0])
  }

  /// One word with a sign of templates or shells: `{cab}`, `@$CAB`, `%CAB%`.
  private static func isOfTemplate(_ word: String) -> Bool {
    let name = word.hasPrefix("@") ? word.dropFirst() : word[...]
    guard let sign = name.utf8.first, let last = name.utf8.last else { return false }
    if name.utf8.contains(UInt8(ascii: "{")) || last == UInt8(ascii: "}") { return true }
    return "$%".utf8.contains(sign) && name.utf8.dropFirst().contains(where: isASCIILetter)
  }

  /// `[cab]`, `@[cab]`: a link shows its words alone, and has no brackets.
  private static func isInBrackets(_ text: String) -> Bool {
    let bare = text.hasPrefix("@") ? String(text.dropFirst()) : text
    guard let first = bare.utf8.first, let last = bare.utf8.last else { return false }
    return first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
      || first == UInt8(ascii: "<") && last == UInt8(ascii: ">") && !bare.utf8.contains(0x40)
  }

  /// `CAB_APPROVER`: capitals joined by underscores, as variables are written.
  private static func isVariable(_ text: String) -> Bool {
    let bytes = WordForm.trim(text) { $0 == "_" }.utf8
    return bytes.contains(UInt8(ascii: "_")) && bytes.contains { (0x41...0x5A).contains($0) }
      && bytes.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
  }

  private static let signs = Array("{}$%[]<>".utf8)
  private static let asked: Set<String> = [
    "name", "handle", "username", "placeholder", "here", "tbd", "tba", "tbc", "todo",
  ]
}
