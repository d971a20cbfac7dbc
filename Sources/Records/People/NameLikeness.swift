import Foundation
import PolicyReading
import SourceText

/// Whether names, handles and first parts of addresses may be one person's: `D. Brown` and `Dana Brown`,
/// `@dbrown` and `Dana Brown`, `José` and `Jose`, `Müller` and `Mueller`. Two people whom readers
/// would take for one are told apart by the list of people.
struct NameLikeness: Sendable, Hashable {
  /// Words of a name, or of a handle at its signs, without marks and titles.
  private let words: [String]
  private let isName: Bool
  private let isAddress: Bool

  init(name: String) {
    words = Self.words(of: name).filter { !Self.titles.contains($0) }
    isName = true
    isAddress = false
  }

  init(handle: String, isAddress: Bool = false) {
    words = Self.words(of: handle)
    isName = false
    self.isAddress = isAddress
  }

  /// Of two handles the words have to be the same, since each is an account of its own; of two
  /// addresses nothing tells.
  func mayBeOne(with other: NameLikeness) -> Bool {
    guard !words.isEmpty, !other.words.isEmpty, !(isAddress && other.isAddress) else {
      return false
    }
    if words.joined() == other.words.joined() { return true }
    switch (isName, other.isName) {
    case (false, false): return isAddress != other.isAddress && Self.agree(words, other.words)
    case (true, true): return Self.agree(words, other.words)
    case (true, false): return isCalled(other.words)
    case (false, true): return other.isCalled(words)
    }
  }

  /// Whether every word of the shorter name is one of the longer, or its initial.
  private static func agree(_ a: [String], _ b: [String]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    // A single letter is nobody's name.
    guard short.contains(where: { $0.utf8.count > 1 }) || short.count > 1 else { return false }
    var left = long
    for word in short {
      guard let index = left.firstIndex(where: { areAlike($0, word) }) else { return false }
      left.remove(at: index)
    }
    return true
  }

  private static func areAlike(_ a: String, _ b: String) -> Bool {
    a == b || a.utf8.count == 1 && b.hasPrefix(a) || b.utf8.count == 1 && a.hasPrefix(b)
  }

  /// Whether a handle is made of the name: `dbrown`, `danab`, `brown-d`, `db`.
  private func isCalled(_ handle: [String]) -> Bool {
    if Self.agree(words, handle) { return true }
    guard words.count > 1, let first = words.first, let last = words.last,
      let f = first.first, let l = last.first
    else { return false }
    let initials = String(words.compactMap(\.first))
    let forms = [
      "\(f)\(last)", "\(first)\(l)", "\(last)\(f)", "\(l)\(first)", initials, last + first,
    ]
    return forms.contains(handle.joined())
  }

  private static let titles: Set<String> = [
    "dr", "prof", "mr", "mrs", "ms", "mx", "ing", "jr", "sr", "phd", "msc", "ba",
  ]

  /// Folded, letters without their marks, and the letters that stand for marked ones as well.
  private static func words(of text: String) -> [String] {
    WordForm.words(text).map(plain)
  }

  private static func plain(_ word: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in word.decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      letters.append(contentsOf: (unmarked[scalar] ?? String(scalar)).unicodeScalars)
    }
    // `ü` is written `ue` as well, and `ß` is `ss`.
    return String(letters).replacing("ae", with: "a").replacing("oe", with: "o")
      .replacing("ue", with: "u").replacing("ss", with: "s")
  }

  private static let unmarked: [Unicode.Scalar: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o", "ß": "s", "ı": "i",
    "ħ": "h",
  ]
}
