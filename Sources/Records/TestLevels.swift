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

  /// The evidence of a section's ticked boxes; one whose text says that the tests failed or were not
  /// run shows nothing, nor does one that is struck out.
  func evidence(_ content: Range<Int>, in document: MarkdownDocument) -> [Evidence] {
    content.compactMap { index in
      guard case .taskItem(isChecked: true) = document.nodes[index].kind else { return nil }
      let text = document.plainText(of: index)
      guard let level = level(of: text), EvidenceText.shows(text),
        !document.isStruck(index)
      else { return nil }
      return Evidence(level: Located(level, document.place(of: index)), proof: nil)
    }
  }
}

extension MarkdownDocument {
  /// Whether text of an item is struck out.
  fileprivate func isStruck(_ index: Int) -> Bool {
    nodes[index..<Int(nodes[index].end)].contains { $0.kind == .strikethrough }
  }
}
