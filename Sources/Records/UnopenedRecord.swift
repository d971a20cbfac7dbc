import SourceText

/// A file among the records of changes of which nothing was read: it is not opened, is no text, or has a
/// name under which nobody looks for a record. Whether it is one, and of which time, nobody can tell.
package struct UnopenedRecord: Sendable {
  /// From the site's root; a folder where nothing in it is opened.
  package let path: String
  /// Why, as the readers found it.
  package let problem: ReadingProblem

  /// The id that its name says, else its path.
  package var name: String { SourceFile(path: path, bytes: []).idInName ?? path }
}

extension Register {
  /// Those of the content, by path.
  package var unopened: [UnopenedRecord] {
    let folder = DecidingFolder.changes.path
    let suspects = problems.filter { problem in
      if case .strayFolder(.changes) = problem.kind { return true }
      let path = problem.place.file.path
      return path == folder || path.utf8.starts(with: "\(folder)/".utf8)
    }
    if suspects.isEmpty { return [] }
    var known = Set(changes.map(\.file.path) + pages.map(\.file.path))
    return suspects.compactMap { problem in
      let path = problem.place.file.path
      return known.insert(path).inserted ? UnopenedRecord(path: path, problem: problem) : nil
    }.sorted { $0.path.precedesInBytes($1.path) }
  }
}
