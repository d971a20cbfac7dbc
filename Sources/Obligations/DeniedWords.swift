import PolicyReading
import SourceText

/// A text parted into what it affirms and what it denies, clause by clause: of `These are not log level
/// changes but a migration` everything is denied, of `raise the log level without a restart` the restart.
struct DeniedWords {
  /// The words of each clause that nothing denies.
  private(set) var affirmed: [[String]] = []
  private(set) var denied: [[String]] = []

  init(_ text: String) {
    for clause in text.parts(atAnyOf: ".,;:!?()\n–—") {
      for words in Self.parts(of: PreApprovedPattern.words(of: clause)) { take(words) }
    }
  }

  private mutating func take(_ words: [String]) {
    guard let start = words.firstIndex(where: Self.denying.contains) else {
      affirmed.append(words)
      return
    }
    let isWhole = Self.ofClauses.contains(words[start])
    affirmed.append(isWhole ? [] : Array(words[..<start]))
    denied.append(isWhole ? words : Array(words[start...]))
  }

  /// Cut where another statement begins: `it raises the log level and does not touch production`.
  private static func parts(of words: [String]) -> [[String]] {
    words.split { ["and", "but", "which", "while", "so"].contains($0) }.map(Array.init)
  }

  /// What denies its clause as a whole.
  private static let ofClauses: Set<String> = [
    "not", "never", "isnt", "arent", "doesnt", "wasnt", "cannot", "neither",
  ]
  private static let denying: Set<String> = ofClauses.union([
    "no", "without", "instead", "unlike", "beyond", "except", "than", "rather", "nor",
    "exceed", "besides", "none",
  ])

  /// Words by which a denied clause speaks of the list itself.
  static let ofList: Set<String> = [
    "standard", "preapproved", "pre", "catalogue", "catalog", "covered", "qualify", "qualified",
    "eligible", "routine",
  ]
}
