import SourceText

/// The words of another organisation, as the settings map them to those that are read: `values:`,
/// `roles:`, `types:`, `fields:` and `records:`, each in the order of the file.
package struct AdoptedWords: Sendable {
  /// Texts of the policy, each with what is read in its place.
  package var values: [MappedWord] = []
  /// Names of approvers, each with the role that it is.
  package var roles: [MappedWord] = []
  /// Names of change types, each with what it is.
  package var types: [(name: Located<String>, kind: TypeKind)] = []
  /// Names of required fields, each with the field that it is, or with the kind of its value.
  package var fields: [MappedWord] = []
  /// Keys and labels of records, each with the one that is read in its place.
  package var recordKeys: [MappedWord] = []
  /// Values of records, each with what is read in its place.
  package var recordValues: [MappedWord] = []
  /// Keys of front matter that mean nothing here.
  package var ignoredKeys: [Located<String>] = []

  package init() {}
}

/// A word of the organisation, and what it means.
package struct MappedWord: Sendable, Hashable {
  package let written: Located<String>
  package let meaning: Located<String>

  package init(_ written: Located<String>, means meaning: Located<String>) {
    self.written = written
    self.meaning = meaning
  }
}

/// What a change type is, whatever it is called.
package enum TypeKind: String, Sendable, Hashable, CaseIterable {
  case emergency, standard, normal

  package static let accepted = "emergency, standard or normal"
}
