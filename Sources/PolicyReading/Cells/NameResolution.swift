/// Finds the name that a table defines from what another table calls it.
struct NameResolution {
  /// As defined, in order.
  let names: [String]
  private let folded: [String]

  init(_ names: [String]) {
    self.names = names
    folded = names.map { Self.key($0) }
  }

  /// The name itself, without regard to case, emphasis, punctuation, a plural or the word
  /// "change"; or the only name that begins with what is written. Nil otherwise.
  func resolve(_ text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    if let index = folded.firstIndex(of: key) { return names[index] }
    let matches = folded.indices.filter { folded[$0].utf8.starts(with: key.utf8) }
    return matches.count == 1 && key.utf8.count >= 3 ? names[matches[0]] : nil
  }

  /// The first name that begins with what is written.
  func beginningAlike(_ text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    return folded.firstIndex { $0.utf8.starts(with: key.utf8) }.map { names[$0] }
  }

  /// `and` and `or` are left out because lists are parted at them, also inside a name.
  private static func key(_ text: String) -> String {
    var words = WordForm.words(text).filter { $0 != "and" && $0 != "or" }
    if words.count > 1, let last = words.last, last == "change" || last == "changes" {
      words.removeLast()
    }
    if let last = words.last, last.utf8.count > 3, last.hasSuffix("s"), !last.hasSuffix("ss") {
      words[words.count - 1] = String(last.dropLast())
    }
    return words.joined(separator: " ")
  }
}
