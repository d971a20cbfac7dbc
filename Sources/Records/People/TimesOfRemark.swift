import PolicyReading
import SourceText

/// The numbers and the words of days in a remark beside a name, and which of them are understood: as parts of
/// a day that is read, or as the number of something.
///
/// `12:00`, `1.12.`, `in December` and `Q1 2027` may all be times at which somebody is going to approve.
struct TimesOfRemark {
  private let tokens: [String]
  private let words: [[String]]
  private let holdsDay: Bool

  /// - Parameter pieces: All of the remark, of which the tokens are a part.
  init(_ tokens: [String], besides pieces: [String]) {
    self.tokens = tokens
    words = tokens.map(WordForm.words)
    holdsDay = pieces.contains { !WrittenDay.all(in: $0).isEmpty }
  }

  /// Whether a token is part of a day that was read, of a time on it, or the number of something.
  func isRead(_ index: Int) -> Bool {
    isNumberOfSomething(index) || isOfDay(index) || holdsDay && isBesideDay(index)
  }

  /// Whether a word, which is no name, speaks of a time that is not known.
  func leavesOpen(_ word: String) -> Bool { !holdsDay && RemarkWords.occasions.contains(word) }

  /// Without it another day would be read, or none.
  private func isOfDay(_ index: Int) -> Bool {
    var others = tokens
    others.remove(at: index)
    return WrittenDay.all(in: tokens.joined(separator: " "))
      != WrittenDay.all(in: others.joined(separator: " "))
  }

  /// A time of day, a name of a day, or a zone.
  private func isBesideDay(_ index: Int) -> Bool {
    if tokens[index].utf8.contains(UInt8(ascii: ":")) { return true }
    if let first = words[index].first, first.hasPrefix("utc") || first.hasPrefix("gmt") {
      return true
    }
    return words[index].allSatisfy { word in
      RemarkWords.times.contains(word) || word.hasSuffix("am") || word.hasSuffix("pm")
    }
  }

  /// `#12`, `PR 12`, `item 4`, `OPS-3`, `4f2a9c1`
  private func isNumberOfSomething(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.utf8.contains(UInt8(ascii: "#")) || token.utf8.contains(UInt8(ascii: "!")) {
      return true
    }
    guard let first = words[index].first else { return true }
    if index > 0, let before = words[index - 1].last, Self.numbered.contains(before) { return true }
    let isKey =
      words[index].count > 1 && token.utf8.contains(UInt8(ascii: "-")) && first.utf8.count > 1
      && first.unicodeScalars.allSatisfy(\.isLetter) && !Self.ofCalendars.contains(first)
      && !RemarkWords.times.contains(first)
    let isHash =
      first.utf8.count >= 7 && words[index].count == 1
      && first.unicodeScalars.contains(where: \.isLetter)
      && first.unicodeScalars.contains(where: \.isNumeral)
    return isKey || isHash
  }

  /// Words before a number that is theirs.
  private static let numbered: Set<String> = [
    "pr", "mr", "request", "item", "point", "ticket", "issue", "page", "section", "number", "no",
    "nr", "id", "ref", "reference", "commit", "comment", "minutes", "merge", "change", "record",
    "thread", "jira", "github", "gitlab", "level", "tier", "room",
  ]

  /// Numbers of weeks, quarters and halves of years.
  private static let ofCalendars: Set<String> = ["kw", "cw", "wk", "week"]
}
