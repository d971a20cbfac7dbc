import PolicyReading
import SourceText

/// The form of a system's name where no list says which there are.
package enum SystemName {
  static let accepted =
    "names of systems, such as `rpc-gateway` or `rpc-gateway, explorer`, or `all`; "
    + "content/systems.md may list others"

  /// Whether a text holds nothing but letters, digits and the signs that names have.
  static func holdsSignsOfNames(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      isLetterOrDigit(scalar) || signs.contains(scalar)
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Whether a text means every system: `all`, `All systems`, `every service`, `*`.
  static func meansAll(_ text: String) -> Bool {
    if text == "*" { return true }
    let words = WordForm.words(text)
    guard let first = words.first else { return false }
    if words == ["everything"] || words == ["everywhere"] { return true }
    return ["all", "every", "any", "each"].contains(first)
      && words.dropFirst().allSatisfy(general.contains)
  }

  /// Whether a name, folded, is nothing but words for what most systems are part of: where no list says
  /// that it is one of them, it may be any, or all.
  package static func isGeneral(_ folded: String) -> Bool {
    let words = folded.parts(at: " ")
    if words.isEmpty { return false }
    // `non-explorer` is all the others.
    if words.count > 1, words[0] == "non" || words[0] == "not" { return true }
    func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    // `tier 1`, `zone 2`: one of several kinds. `node-1` is one name, and written so.
    return words.allSatisfy { general.contains($0) || wide.contains($0) || isNumber($0) }
      && !words.allSatisfy(isNumber)
  }

  /// Several words of which one is a number, `ring 2`, `phase 1`: which systems that are nobody knows.
  static func isNumbered(_ text: String) -> Bool {
    let words = text.parts(at: " ")
    return words.count > 1
      && words.contains { word in word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// `2 systems`, `three services`: how many, and not which.
  private static func isCount(_ folded: String) -> Bool {
    let words = folded.parts(at: " ")
    guard words.count > 1, let first = words.first else { return false }
    let isNumber = first.utf8.allSatisfy { (0x30...0x39).contains($0) } || numbers.contains(first)
    return isNumber && words.dropFirst().allSatisfy { general.contains($0) || wide.contains($0) }
  }

  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "dozen", "couple", "few",
  ]

  /// Whether a name, folded, may as well be one for several systems: `core services`.
  static func mayBeSeveral(_ folded: String) -> Bool {
    guard let last = folded.parts(at: " ").last else { return false }
    return sets.contains(last)
  }

  private static let sets: Set<String> = [
    "systems", "services", "components", "applications", "apps", "family", "suite",
  ]

  private static let general: Set<String> = [
    "system", "systems", "service", "services", "component", "components", "application",
    "applications", "of", "the", "our", "them", "production",
  ]
  private static let wide: Set<String> = [
    "global", "globally", "prod", "platform", "platforms", "entire", "entirety", "complete", "full",
    "total", "infrastructure", "infra", "environment", "environments", "estate", "company",
    "fleet", "site", "mainnet", "network", "customer", "facing", "public", "true", "yes", "tier",
    "investigating", "organisation", "organization", "wide", "world", "worldwide", "everyone",
    "anything",
    "anywhere", "both", "live", "false", "no", "on", "off", "null", "level", "criticality", "class",
    "critical", "high", "medium", "low", "highest", "major", "minor", "important", "essential",
    "vital", "sensitive", "severity", "priority", "backend", "backends", "frontend", "frontends",
    "external", "externally", "internal", "private", "shared", "legacy", "upstream", "downstream",
    "core", "central", "edge", "cloud", "hosted", "business", "user", "users", "dependencies",
    "dependents", "backing",
  ]

  /// Whether a text has the form of a name: at most four words of letters, digits and the signs that
  /// names have, none of which only stands in sentences.
  static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 96, !text.contains("://"), text.utf8.last != UInt8(ascii: ":"),
      let first = text.unicodeScalars.first, isLetterOrDigit(first)
    else { return false }
    // `a + b` and `Criticality: High` are more than one name.
    guard !text.contains(" + "), !text.contains(": "), holdsSignsOfNames(text),
      text.unicodeScalars.contains(where: { isLetterOrDigit($0) && !("0"..."9" ~= $0) })
    else { return false }
    let folded = WordForm.fold(text)
    guard !NonName.matches(folded: folded) else { return false }
    let words = text.parts(at: " ")
    guard words.count <= 4, !isCount(folded) else { return false }
    // One letter is a name, though it may be a word too.
    if folded.utf8.count == 1 { return true }
    return !words.contains { ofSentences.contains(WordForm.fold($0)) }
  }

  /// Whether a text ends where a name goes on: `rpc-`, `rpc/`, `rpc...`.
  static func isCut(_ text: String) -> Bool {
    guard let last = text.utf8.last else { return false }
    return "-_/".utf8.contains(last) || text.hasSuffix("..")
  }

  /// Whether a text begins with a letter and ends with a letter or digit, and holds nothing but letters, digits, hyphens, underscores
  /// and full stops of ASCII.
  static func isSimple(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, (0x61...0x7A).contains(first | 0x20), text.count <= 96,
      let last = text.last, (0x30...0x39).contains(last) || (0x61...0x7A).contains(last | 0x20)
    else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
  }

  /// Whether one word means a system, and neither all of them nor none.
  static func isOrdinary(folded: String) -> Bool {
    (!ofSentences.contains(folded) || folded.utf8.count == 1) && !NonName.matches(folded: folded)
      && !meansAll(folded)
  }

  /// Whether a name is of several words, or of several parts that may be names themselves.
  static func isPhrase(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case 0x20, UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "("): true
      default: false
      }
    }
  }

  /// Whether a word, folded, stands in sentences and never in a name.
  static func standsInSentences(_ word: String) -> Bool { ofSentences.contains(word) }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.isNumeral
  }

  private static let signs: Set<Unicode.Scalar> = [
    " ", "-", "_", ".", "/", ":", "+", "'", "’", "(", ")", "‑", "–",
  ]

  private static let ofSentences: Set<String> = [
    "a", "about", "above", "across", "affected", "after", "al", "all", "also", "an", "and", "any",
    "are",
    "as", "at", "be", "been", "before", "behind", "being", "below", "both", "but", "by", "can",
    "could", "depends", "each", "either", "else", "etc", "ff", "every", "everybody", "everyone",
    "everything", "except", "few", "for", "from", "has", "have", "here", "how", "if", "impacted",
    "in", "including", "is", "it", "its", "list", "mainly", "many", "may", "maybe", "might",
    "mostly", "more", "most",
    "multiple", "must", "nearly", "no", "nobody", "none", "not", "nothing", "of", "on", "one",
    "only", "or",
    "other", "others", "our", "own", "per", "perhaps", "please", "possibly", "probably", "rest",
    "same", "see", "several", "should", "some", "somebody", "someone", "such", "tba", "tbc", "tbd",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "through", "ticket", "to", "todo", "unknown", "various", "via", "was", "we", "were", "what",
    "when", "where", "which", "who", "whole", "will", "with", "without", "would", "you", "your",
  ]
}
