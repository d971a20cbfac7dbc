import Chronology

/// A commit: what it says of itself. Nobody vouches for a name or a time in it.
package struct Commit: Sendable, Hashable {
  /// All its digits.
  package let id: String
  /// The commits that it was made from.
  package let parents: [String]
  package let author: CommitPerson
  package let committer: CommitPerson
  /// When it was written; nil outside the years 1970 to 2200.
  package let authored: Instant?
  /// When it was made, which is later where it was moved or mended.
  package let committed: Instant?
  /// The first line of its message.
  package let subject: String

  /// As people write it.
  package var shortID: String { String(id.prefix(12)) }
}

/// Who wrote or made a commit, by the computer's settings there.
package struct CommitPerson: Sendable, Hashable {
  /// After `.mailmap`, which says on purpose which of somebody's names are one.
  package let name: String
  /// As it stands in the commit: nothing that can be edited afterwards says whose it is.
  package let email: String

  /// For sentences.
  package var title: String { name.isEmpty ? (email.isEmpty ? "somebody" : email) : name }
}

/// What a commit does to a file.
struct FileChange: Sendable, Hashable {
  /// From the root of the repository, as it is: repaired where it is no text.
  let path: String
  /// The text before, by its hash; nil where there was none. Of a merge the first parent's.
  let before: String?
  /// Of a merge the texts of the other parents, in their order.
  var otherBefores: [String?] = []
  /// Nil where the file is removed.
  let after: String?
  /// It is another repository's commit, and no file.
  let isSubmodule: Bool
}

/// A commit and what it does, in the order of paths.
struct LoggedCommit: Sendable, Hashable {
  let commit: Commit
  var changes: [FileChange]
}
