/// Why nothing is known of a register's history.
package enum HistoryAbsence: Error, Sendable, Hashable {
  /// The settings do not want it, or nobody asked.
  case off
  case noGit
  case noRepository
  /// git refuses a repository of somebody else.
  case notTrusted
  case noCommit
  /// No commit holds a record.
  case notCommitted
  /// Only the last commits were fetched.
  case shallow
  /// The folder of records is another repository that was not fetched, or is one in part.
  case submodule(path: String)
  case tooLarge
  /// git's own words.
  case failed(String)

  /// A sentence for pages and terminals.
  package var sentence: String {
    switch self {
    case .off: "History is turned off."
    case .noGit:
      "The program git is not installed here, so the history of the records is not known."
    case .noRepository:
      "The site is in no git repository here, so the history of the records is not known."
    case .notTrusted:
      "git does not trust this repository, which belongs to another user, so the history of the "
        + "records is not known; `git config --global --add safe.directory` with its folder "
        + "allows it."
    case .noCommit: "The repository has no commit yet, so the records have no history."
    case .notCommitted: "No commit holds a record yet, so the records have no history."
    case .shallow:
      "This is a shallow clone, which lacks the older commits, so the history of the records is not "
        + "known; a full clone has it (`git fetch --unshallow`)."
    case .submodule(let path):
      "\(path) is a repository of its own (a submodule), so the history of the records in it is "
        + "not known here."
    case .tooLarge: "The history is larger than can be read, so it is not known."
    case .failed(let words): "git could not read the history (\(words)), so it is not known."
    }
  }
}
