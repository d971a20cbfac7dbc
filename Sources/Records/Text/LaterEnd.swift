import Chronology
import PolicyReading
import SourceText

/// What a sentence or a remark says of a freeze whose end is written: that the end is later, or has not
/// come.
struct LaterEnd {
  let end: Instant
  let zone: Zone

  /// Whether a day comes only after the end. What ends at midnight has nothing of the day that begins.
  func isBehind(_ day: WrittenDay) -> Bool {
    if case .day(let day) = day { return end <= zone.start(of: day) }
    return day.isAfter(end)
  }

  /// The same of a day on which something ended: the one that begins with the end is meant by it.
  func isBehindLast(_ day: WrittenDay) -> Bool {
    if case .day(let day) = day { return end < zone.start(of: day) }
    return day.isAfter(end)
  }

  /// Days alone do, and a period that reaches beyond it; so does a word for an end beside a later day, one
  /// for a longer time, and one by which it still holds.
  func isSaid(in sentence: String) -> Bool {
    let words = WordForm.words(sentence)
    if GoingOn.saysMore(words) || GoingOn.isStill(words) || Self.adds(words) { return true }
    if extends(words, sentence) { return true }
    let days = WrittenDay.all(in: sentence)
    guard days.contains(where: isBehind) else { return false }
    return words.contains(where: Self.ofEnd.contains) || words.allSatisfy(Self.isWordOfDays)
      || !days.allSatisfy(isBehind) && Self.holdsPeriod(sentence)
  }

  /// `It was prolonged`, `extended by the board`; not `it may be extended`, nor to a day that is no later.
  func extends(_ words: [String], _ sentence: String) -> Bool {
    guard
      let index = words.firstIndex(where: { word in Self.longer.contains(where: word.hasPrefix) }),
      !words[..<index].contains(where: Self.leavesOpen)
    else { return false }
    let next = words.dropFirst(index + 1).first
    let isVerb =
      words[..<index].suffix(2).contains(where: Self.auxiliaries.contains) && next != "with"
      || next.map(Self.behindVerbs.contains) ?? true
    guard isVerb else { return false }
    let days = WrittenDay.all(in: sentence)
    return days.isEmpty || days.contains(where: isBehind)
  }

  private static func leavesOpen(_ word: String) -> Bool {
    open.contains(word) || ApprovalWords.isDenying(word)
  }

  /// `Two more days were added`, `another 12 hours`.
  private static func adds(_ words: [String]) -> Bool {
    words.indices.contains { index in
      guard units.contains(words[index]) else { return false }
      let around = words[max(0, index - 3)..<min(words.count, index + 2)]
      return around.contains(where: more.contains)
        && !words[..<index].contains(where: leavesOpen)
    }
  }

  /// Whether a text is nothing but days and what joins them.
  static func isOfDays(_ text: String) -> Bool { WordForm.words(text).allSatisfy(isWordOfDays) }

  private static func isWordOfDays(_ word: String) -> Bool {
    RemarkWords.days.contains(word) || word.unicodeScalars.contains(where: \.isNumeral)
      || ["to", "and", "until", "from"].contains(word)
  }

  /// A dash between two days: `9-14 June`, `9 June – 14 June`, not those of `2026-06-14`, nor one between two
  /// halves of a sentence.
  private static func holdsPeriod(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { index in
      guard "-–—".contains(characters[index]) else { return false }
      let before = WordForm.trim(String(characters[..<index]))
      let behind = WordForm.trim(String(characters[(index + 1)...]))
      let isParted = before.count < index || behind.count < characters.count - index - 1
      let digits = (
        before.reversed().prefix(while: \.isNumber).count, behind.prefix(while: \.isNumber).count
      )
      if isParted {
        let last = before.split(separator: " ").last.map { WordForm.fold(String($0)) } ?? ""
        return (digits.0 > 0 || RemarkWords.days.contains(last)) && digits.1 > 0
      }
      return (1...2).contains(digits.0) && (1...2).contains(digits.1)
        && before.dropLast(digits.0).last != "-" && behind.dropFirst(digits.1).first != "-"
    }
  }

  private static let ofEnd: Set<String> = [
    "until", "till", "through", "extended", "lasts", "ends", "continues", "to", "prolonged", "end",
    "over", "now",
  ]
  private static let longer = ["extend", "prolong", "lengthen", "reopen"]
  private static let open: Set<String> = [
    "may", "can", "could", "might", "would", "should", "if", "whether", "unless", "when",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "was", "be", "been", "has", "have", "had", "got", "we", "board", "they", "now", "and",
  ]
  private static let behindVerbs: Set<String> = ["by", "to", "until", "till", "for", "on", "again"]
  private static let units: Set<String> = ["day", "days", "hour", "hours", "week", "weeks"]
  private static let more: Set<String> = ["more", "another", "additional", "extra", "added"]
}
