/// Why a site cannot be compared with a revision of git's.
package enum RevisionFault: Error, Sendable, Hashable {
  case noGit
  case noRepository
  /// git refuses a repository of somebody else.
  case notTrusted
  case noCommit
  /// Only the last commits were fetched.
  case shallow
  /// Nothing here has that name.
  case unknown(String)
  /// It shares no commit with what is checked out.
  case unrelated(String)
  /// A folder of the site is another repository, whose earlier texts this one does not have.
  case submodule(path: String)
  /// The clone is a partial one, without the texts of that revision.
  case partial
  case tooLarge
  /// git's own words.
  case failed(String)

  /// A sentence for terminals, without its full stop.
  package var sentence: String {
    switch self {
    case .noGit: "the program git is not installed here"
    case .noRepository: "the site is in no git repository here"
    case .notTrusted:
      "git does not trust this repository, which belongs to another user; "
        + "`git config --global --add safe.directory` with its folder allows it"
    case .noCommit: "the repository has no commit yet"
    case .shallow:
      "this is a shallow clone, which lacks the older commits, so that what was touched since is "
        + "not known; a full clone has them (`git fetch --unshallow`, `fetch-depth: 0`)"
    case .unknown(let name):
      "no commit is called \(name) here; `git fetch` brings those of others"
    case .unrelated(let name): "\(name) shares no commit with what is checked out"
    case .submodule(let path):
      "\(path) is a repository of its own (a submodule), whose earlier texts are not here"
    case .partial:
      "this is a partial clone, which lacks the texts of earlier commits; a full clone has them"
    case .tooLarge: "git says more than can be read"
    case .failed(let words): "git could not tell (\(words))"
    }
  }

  init(_ absence: HistoryAbsence) {
    self =
      switch absence {
      case .noGit: .noGit
      case .noRepository: .noRepository
      case .notTrusted: .notTrusted
      case .noCommit: .noCommit
      case .shallow: .shallow
      case .submodule(let path): .submodule(path: path)
      case .tooLarge: .tooLarge
      case .failed(let words): .failed(words)
      case .off, .notCommitted: .failed(absence.sentence)
      }
  }
}
