import SourceText

/// Edits of one file that mend a finding.
package struct TextFix: Sendable, Hashable {
  /// What is done, in the imperative: `rename the key to "requester"`.
  package let words: String
  /// In the order of their ranges, which do not overlap.
  package let edits: [TextEdit]

  package init(words: String, edits: [TextEdit]) {
    self.words = words
    self.edits = edits
  }
}

/// Bytes that are put in the place of a range of a file, as it was read.
package struct TextEdit: Sendable, Hashable {
  package let place: Place
  package let text: String

  package init(_ place: Place, _ text: String) {
    self.place = place
    self.text = text
  }
}
