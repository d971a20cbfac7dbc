import PolicyReading
import SourceText

/// A text parted into words, with the standards that it names.
struct StandardNaming {
  /// In capitals, `A.8.32` in one.
  let tokens: [String]
  /// Folded, `a`, `8`, `32` apart.
  let words: Set<String>
  /// In the order of the text, each once.
  let standards: [Standard]
  /// The first token behind each name, in the order of the text.
  private let starts: [(standard: Standard, name: Int, behind: Int)]

  init(_ text: String) {
    tokens = text.parts(atAnyOf: " ,;/()[]:&\t").map { $0.uppercased() }
    let words = tokens.enumerated().flatMap { token, text in
      WordForm.fold(text).parts(at: " ").map { (word: $0, token: token) }
    }
    self.words = Set(words.map(\.word))
    var starts: [(standard: Standard, name: Int, behind: Int)] = []
    var index = 0
    while index < words.count {
      let found = Self.names.first { name in
        words[index...].prefix(name.words.count).map(\.word) == name.words
      }
      guard let found else {
        index += 1
        continue
      }
      let last = words[index + found.words.count - 1].token
      starts.append((found.standard, words[index].token, last + 1))
      index += found.words.count
    }
    self.starts = starts
    var seen: Set<Standard> = []
    standards = starts.map(\.standard).filter { seen.insert($0).inserted }
  }

  /// What stands behind a standard's name and before the next other one; of a text that names one standard
  /// also what stands before it.
  func tokens(behind standard: Standard) -> [String] {
    if standards.count == 1, let first = starts.first {
      return Array(tokens[first.behind...] + tokens[..<first.name])
    }
    return starts.indices.filter { starts[$0].standard == standard }.flatMap { index in
      let end = index + 1 < starts.count ? starts[index + 1].name : tokens.count
      return tokens[starts[index].behind..<max(starts[index].behind, end)]
    }
  }

  /// The longest first.
  private static let names = Standard.allCases.flatMap { standard in
    standard.names.map { (standard: standard, words: $0.parts(at: " ")) }
  }.sorted { $0.words.count > $1.words.count }
}
