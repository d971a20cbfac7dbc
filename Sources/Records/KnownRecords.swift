import SourceText
import Synchronization

/// Changes as they were read before, for whoever reads a site again and again: one whose text is the same, where all
/// that its reading depends on is, is taken as it was.
///
/// That is compared byte by byte: the settings, the policies, and the files that name systems, people, and what is
/// frozen.
package final class KnownRecords: Sendable {
  private struct Known {
    /// What the reading depends on.
    var basis: [SourceFile] = []
    /// By path.
    var changes: [String: Change] = [:]
  }

  private let known = Mutex(Known())

  package init() {}

  /// Reads some files, those alone that are other than they were.
  ///
  /// - Parameter basis: All files besides their own that the reading depends on, in an order that does not change
  ///   by itself.
  func changes(
    of files: [SourceFile], on basis: [SourceFile], jobs: Jobs,
    _ read: @Sendable (SourceFile) -> Change
  ) -> [Change] {
    let before = known.withLock { known in
      known.basis.isSame(as: basis) ? known.changes : [:]
    }
    let changes = jobs.map(files) { file in
      if let change = before[file.path], change.file.bytes == file.bytes { return change }
      return read(file)
    }
    known.withLock {
      $0 = Known(
        basis: basis,
        changes: Dictionary(
          changes.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    return changes
  }
}

extension [SourceFile] {
  fileprivate func isSame(as others: [SourceFile]) -> Bool {
    count == others.count
      && zip(self, others).allSatisfy { $0.path == $1.path && $0.bytes == $1.bytes }
  }
}
