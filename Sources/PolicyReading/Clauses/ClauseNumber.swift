/// The number in front of a heading.
enum ClauseNumber {
  /// `6.1` and `Review` from `6.1 Review`, `6.1. Review`, `§6.1 Review`, `Section 6.1: Review` and
  /// `A.1 Review`. A heading such as `2026 in review` has no number.
  static func parting(_ heading: String) -> (number: String?, title: String) {
    let text = WordForm.trim(heading)
    var rest = Substring(text)
    if rest.hasPrefix("§") { rest = rest.dropFirst() }
    for word in ["section ", "clause ", "article "] where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count)
    }
    rest = rest.drop { $0 == " " }
    let candidate = rest.prefix { !$0.isWhitespace }
    let number =
      candidate.last.map { ".:)".contains($0) } == true ? candidate.dropLast() : candidate
    let title = WordForm.trim(String(rest.dropFirst(candidate.count)))
    guard isNumber(number), !title.isEmpty else { return (nil, text) }
    return (String(number), WordForm.trim(title) { "–—-:".unicodeScalars.contains($0) })
  }

  private static func isNumber(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isLettered = parts.count > 1 && parts[0].count == 1 && parts[0].allSatisfy(\.isUppercase)
    let digits = isLettered ? parts.dropFirst() : parts[...]
    return digits.allSatisfy { part in
      (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }
}
