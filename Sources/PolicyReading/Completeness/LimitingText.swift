/// What a short text beside something that decides may take from it, or add to it: a name, a heading,
/// a head of a column, a remark.
///
/// A row says when it holds in the cells that are read. Whatever else stands there must not say
/// anything of the kind, for nobody would hear it.
struct LimitingText {
  private let text: String
  /// Folded, `not` for every way to write it; a single blank in front of each word in `bytes`.
  private let list: [String]
  private let bytes: [UInt8]
  private let sentence: DecidingSentence

  /// - Parameter known: To repeat them is nothing new.
  init(_ text: String, without known: KnownPhrases = []) {
    self.text = text
    sentence = DecidingSentence(text, without: known)
    list = sentence.list
    bytes = sentence.words
  }

  /// It says that something does not hold: `closed`, `suspended`, `no changes`, `not used`, `draft`.
  var reverses: Bool {
    list.contains(where: DecidingWords.negations.contains) || finds(DecidingWords.closings)
  }

  /// It says that something holds here and not there: `except`, `only`, `until`, `staging`.
  var narrows: Bool {
    list.contains(where: DecidingWords.limits.contains) || finds(DecidingWords.limitingPhrases)
      || finds(DecidingWords.surroundings)
  }

  /// It says that something holds longer or wider than stated: `plus a week`, `also`.
  var extends: Bool {
    list.contains(where: DecidingWords.extensions.contains) || finds(DecidingWords.extending)
  }

  /// Whoever wrote it was not sure, or points to a note elsewhere: `All?`, `Yes*`, `TBD`.
  var isUncertain: Bool {
    if text.unicodeScalars.contains(where: Self.doubts.contains) || text.contains("[^") {
      return true
    }
    return list.contains(where: DecidingWords.uncertainties.contains)
  }

  /// It is in a language that the reader does not know.
  var isForeign: Bool { WrittenLanguage(text).isForeign }

  /// As a name, a heading or a head it says that what it names does not hold, or not everywhere. A name
  /// may begin with `Only`: what there is only of, the row's cells say.
  var isLimitingName: Bool {
    guard list.first == "only", list.count > 1 else {
      return reverses || narrows || isUncertain || isForeign
    }
    return LimitingText(list.dropFirst().joined(separator: " ")).isLimitingName || isUncertain
  }

  /// As a remark it says when something holds, or what for.
  var isLimitingRemark: Bool {
    if reverses || narrows || extends || isUncertain || isForeign { return true }
    if list.contains(where: DecidingWords.provisos.contains) { return true }
    return (sentence.saysWhen || saysLength) && !finds(DecidingWords.errands)
  }

  /// `a week`, `3 days`.
  private var saysLength: Bool {
    list.indices.dropFirst().contains { index in
      DecidingWords.lengths.contains(list[index])
        && (list[index - 1].allSatisfy(\.isNumber)
          || ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "ten", "another"]
            .contains(list[index - 1]))
    }
  }

  private func finds(_ beginnings: [StaticString]) -> Bool {
    beginnings.contains { WordSearch.finds($0, in: bytes) }
  }

  private static let doubts: Set<Unicode.Scalar> = [
    "?", "？", "¿", "*", "†", "‡", "¹", "²", "³", "≈", "~", "!", "≠", "‽",
  ]
}
