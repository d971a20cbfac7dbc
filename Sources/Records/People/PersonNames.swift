import PolicyReading
import SourceText

/// Names in one cell of the list of people: two of one person, or of two people.
enum PersonNames {
  /// Whether a cell names more than one person: `Cy Miller & Dan Roe`, `Cy Miller, Dan Roe`. Between commas
  /// they are one where the handle or the address has words of both, as of `García López, Ana María`.
  static func areSeveral(in cell: Located<String>, at address: String) -> Bool {
    if cell.place.text.lowercased().contains("<br") { return true }
    let text = cell.value
    let (outside, inside) = WordForm.partingBrackets(text)
    if inside.contains(where: { ["with", "and"].contains(WordForm.words($0).first ?? "") }) {
      return true
    }
    if ["&", "+"].contains(where: outside.holds) {
      let parts = outside.parts(atAnyOf: "&+").map(WordForm.trim)
      if parts.count > 1, parts.allSatisfy(startsAsName) { return true }
    }
    let parts = outside.parts(at: ",").map(WordForm.trim)
    guard parts.count > 1, parts.prefix(2).allSatisfy(isFullName) else { return false }
    return !parts.allSatisfy { part in
      WordForm.words(part).contains { $0.utf8.count > 2 && address.holds($0) }
    }
  }

  /// What a cell calls somebody besides: `Cy Miller (Bob Jones)`, `Cy Miller aka Bob Jones`, and then the
  /// first name alone.
  static func others(in text: String) -> [String] {
    let (outside, inside) = WordForm.partingBrackets(text)
    var names = inside.filter(isFullName)
    let words = outside.parts(at: " ")
    let parts = words.split { also.contains(WordForm.fold($0)) }.map { $0.joined(separator: " ") }
    if parts.count > 1 || inside.contains(where: startsWithAlso) {
      names += parts
    } else if !names.isEmpty {
      names.append(WordForm.trim(outside))
    }
    names += inside.filter(startsWithAlso).map {
      $0.parts(at: " ").dropFirst().joined(separator: " ")
    }
    return names.filter { $0.parts(at: " ").count > 1 }
  }

  private static func startsWithAlso(_ text: String) -> Bool {
    text.parts(at: " ").first.map { also.contains(WordForm.fold($0)) } ?? false
  }

  private static func startsAsName(_ text: String) -> Bool {
    text.unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Two or three words with a capital each, none of them a post's or a group's.
  private static func isFullName(_ text: String) -> Bool {
    let words = text.parts(at: " ")
    return (2...3).contains(words.count) && words.allSatisfy(startsAsName)
      && !text.isOfCapitals && !NonPerson.isGroup(WordForm.words(text))
      && !NonPerson.isPost(WordForm.words(text))
  }

  private static let also: Set<String> = ["aka", "a k a", "alias", "formerly", "née", "nee", "né"]
}
