import Configuration
import SourceText

/// Which texts are ids of records: all of the usual form, or those of the settings' patterns alone.
package struct RecordIDForm: Sendable {
  private let patterns: [IDPattern]
  /// What an id looks like, for messages.
  package let expected: String

  package static let usual = RecordIDForm()

  package init(_ patterns: [Located<String>] = []) {
    self.patterns = patterns.compactMap { IDPattern($0.value) }
    expected =
      patterns.isEmpty
      ? RecordID.expected
      : "an id of the form \(patterns.map(\.value).joined(separator: " or ")), as `ids:` says"
  }

  package func isValid(_ text: String) -> Bool {
    RecordID.isValid(text) && (patterns.isEmpty || patterns.contains { $0.matches(text) })
  }

  /// The id that a file's name says, see `RecordID`.
  package func id(inName stem: String) -> String? {
    if patterns.isEmpty { return RecordID.id(inName: stem) }
    return RecordID.beginnings(ofName: stem).first(where: isValid)
  }
}
