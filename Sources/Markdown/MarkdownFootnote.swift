import SourceText

/// A note of a text: `[^label]: words`, which `[^label]` leads to.
///
/// In the tree it stays where it is written, as the paragraph that begins with its label, so that
/// whoever reads the text for what it decides reads the note too.
package struct MarkdownFootnote: Sendable {
  /// In small letters.
  package let label: String
  /// Its blocks, directly below the document.
  package let nodes: Range<Int>
  /// The text of the label, in the first block.
  let mark: Int
}

extension MarkdownDocument {
  /// The index of the note that a node stands in.
  func footnote(holding node: Int) -> Int? {
    footnotes.firstIndex { $0.nodes.contains(node) }
  }

  /// The index of the note with a label; of two the first.
  func footnote(labelled label: ArraySlice<UInt8>) -> Int? {
    guard !label.isEmpty else { return nil }
    let name = String(decoding: label, as: UTF8.self).lowercased()
    return footnoteLabels[name]
  }
}
