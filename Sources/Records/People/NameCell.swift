import PolicyReading
import SourceText

/// The cell of the list of people that names somebody, with what else it calls them.
struct NameCell {
  private let text: String
  private let outside: String
  /// What stands in brackets.
  private let inside: [String]

  init(_ text: String) {
    self.text = text
    (outside, inside) = WordForm.partingBrackets(text)
  }

  /// Names in brackets, `Cy Miller (Bob Jones)`: whoever has such a name is the same person.
  var otherNames: [String] {
    inside.map { text in
      let words = text.parts(at: " ").drop { Self.calling.contains(WordForm.fold($0)) }
      return words.joined(separator: " ")
    }.filter(Self.isFullName)
  }

  private static let calling: Set<String> = [
    "aka", "alias", "formerly", "born", "née", "also", "called",
  ]

  /// Whether it is somebody's name and nothing else: letters, and the signs that names have. What stands in
  /// brackets may be anything that says nothing of whether they still act.
  var isName: Bool {
    let isSigned = outside.unicodeScalars.contains { scalar in
      !scalar.properties.isAlphabetic && !scalar.properties.isWhitespace
        && scalar.properties.generalCategory != .nonspacingMark
        && !".'’-‑–—,&\"@_<>+".unicodeScalars.contains(scalar)
        && !(text.utf8.contains(UInt8(ascii: "@")) && "0"..."9" ~= scalar)
    }
    if isSigned || NonPerson.matches(text) || PeopleColumn.isMachine(outside) || namesTwo {
      return false
    }
    let parts = outside.parts(atAnyOf: ",-–—")
    if inside.contains(where: { Self.saysEnd($0) || PeopleColumn.isMachine($0) })
      || parts.dropFirst().contains(where: Self.saysEnd)
    {
      return false
    }
    // `Billie Holiday` is a name, and `Bea Jones left` is none.
    let words = outside.parts(at: " ")
    return !(words.count == 1 && Self.saysEnd(outside))
      && !words.contains { word in
        word.unicodeScalars.first.map { "a"..."z" ~= $0 } ?? false && Self.saysEnd(word)
      }
  }

  /// `Ann Smith and Cy Miller`, `Ann Smith & Cy Miller`, `Ann Smith, Cy Miller`, `Ann Smith (with Cy)`,
  /// `Ann Smith aka Cy Miller`; not `Miller, Cy` nor `Miller & Sons`.
  private var namesTwo: Bool {
    if WordForm.words(outside).contains(where: Self.joining.contains) { return true }
    if inside.contains(where: { WordForm.words($0).contains(where: Self.joiningInside.contains) }) {
      return true
    }
    if outside.utf8.contains(UInt8(ascii: "@")) { return false }
    func areNames(_ sign: String, one: Bool) -> Bool {
      let parts = outside.parts(atAnyOf: sign).map(WordForm.trim)
      return parts.count > 1
        && (parts.allSatisfy(Self.isFullName)
          || one && parts.allSatisfy { $0.parts(at: " ").count == 1 })
    }
    return areNames("&", one: true) || areNames("+", one: true) || areNames(",", one: false)
  }

  private static let joining: Set<String> = [
    "and", "or", "und", "et", "with", "plus", "aka", "alias",
  ]

  /// Two to four words, the first and the last in capitals, of which none says what somebody is: `Bob
  /// Jones`, `Cy van der Berg`, not `Platform Lead`.
  static func isFullName(_ text: String) -> Bool {
    let words = WordForm.trim(text).parts(at: " ")
    func isCapital(_ word: String?) -> Bool {
      word?.unicodeScalars.first?.properties.isUppercase ?? false
    }
    return words.count > 1 && words.count < 5 && isCapital(words.first) && isCapital(words.last)
      && !WordForm.words(text).contains(where: posts.contains)
  }

  /// Months and days are first names as often: `April Roe`, `Jan Meier`.
  private static let posts = RemarkWords.neutral.subtracting(RemarkWords.days)
  private static let joiningInside = joining.subtracting(calling)

  private static func saysEnd(_ text: String) -> Bool {
    StandingText.isOver(WordForm.fold(text)) || PeopleColumn.isMachine(text)
  }
}
