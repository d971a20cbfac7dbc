import Markdown
import PolicyReading
import SourceText

/// The test levels of a policy's matrix, by the words that records use for them.
struct TestLevels: Sendable {
  /// With the bytes of their words, folded.
  private let levels: [(name: String, words: [[UInt8]])]

  init(policy: Policy) {
    levels = (policy.testingMatrix?.levels ?? []).map { level in
      (level, WordForm.words(level).map { Array($0.utf8) })
    }
  }

  var names: [String] { levels.map(\.name) }

  /// The level that a text is about: the first all of whose words stand in it, else the first
  /// whose last word does (`Canary healthy` is `Mainnet Canary`).
  func level(of text: String) -> String? {
    let words = FoldedWords(text)
    return
      (levels.first { !$0.words.isEmpty && $0.words.allSatisfy(words.contains) }
      ?? levels.first { level in level.words.last.map(words.contains) ?? false })?.name
  }

  /// The evidence of a section's ticked boxes.
  func evidence(_ content: Range<Int>, in document: MarkdownDocument) -> [Evidence] {
    content.compactMap { index in
      guard case .taskItem(isChecked: true) = document.nodes[index].kind else { return nil }
      guard let level = level(of: document.plainText(of: index)) else { return nil }
      return Evidence(level: Located(level, document.place(of: index)), proof: nil)
    }
  }
}
