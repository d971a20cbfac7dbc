/// What of a site's folder a preview is made from, and so has to be watched.
package struct WatchedPlaces: Sendable {
  /// The site's folder, of which everything counts that is not hidden: settings, and folders that come and go.
  package let root: String
  /// Folders that count with all that is in them, wherever they are there.
  package let folders: [String]
  /// Where git keeps what says that there is another commit; nil outside a repository.
  package let git: String?

  package init(root: String, git: String?) {
    self.root = root
    folders = ["content", "templates"].map { "\(root)/\($0)" }
    self.git = git
  }

  /// git's own files that change with a commit, by the folder that holds them.
  var gitFiles: [(folder: String, names: Set<String>)] {
    guard let git else { return [] }
    return [(git, ["HEAD", "index", "packed-refs"]), (git + "/logs", ["HEAD"])]
  }
}

/// Waits until something of a site is other than it was.
package protocol ChangeWatch: Sendable {
  /// True where something changed, false where it was ended.
  func wait() -> Bool

  /// Lets the one go who waits.
  func end()
}
