import SourceText

extension [LoggedCommit] {
  /// Paths whose last text in the log is not that of the last commit: a merge took another parent's, or
  /// dropped the file, and wrote nothing itself.
  func unexplained(_ head: [String: String]) -> [String: String?] {
    var last: [String: String?] = [:]
    for change in lazy.flatMap(\.changes) where last[change.path] == nil {
      last.updateValue(change.after, forKey: change.path)
    }
    return last.filter { $0.value != head[$0.key] }
  }

  /// With the merges that chose, as the newest entries; of each path the newest merge that dropped the text
  /// which the log ends with, else the newest that took what the last commit has.
  ///
  /// - Parameter merges: The newest first, once for each parent.
  func explaining(
    _ unexplained: [String: String?], _ head: [String: String], by merges: [LoggedCommit]
  ) -> [LoggedCommit] {
    let chosen = unexplained.sorted { $0.key.precedesInBytes($1.key) }.compactMap {
      path, last -> LoggedCommit? in
      func merge(dropping text: String?) -> LoggedCommit? {
        merges.first { merge in
          merge.changes.contains {
            $0.path == path && $0.after == head[path] && (text == nil || $0.before == text)
          }
        }
      }
      guard let merge = merge(dropping: last) ?? merge(dropping: nil) else { return nil }
      let change = FileChange(path: path, before: last, after: head[path], isSubmodule: false)
      return LoggedCommit(commit: merge.commit, changes: [change])
    }
    return chosen + self
  }
}
