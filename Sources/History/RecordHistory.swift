import Chronology
import Records

/// What git knows of one record.
package struct RecordHistory: Sendable {
  /// The oldest first; what is not committed comes last.
  package let edits: [RecordEdit]

  /// The commits that touched it.
  package var commits: Int { edits.count { $0.commit != nil } }

  /// The latest instant of a commit whose clock can be gone by.
  package var lastCommitted: Instant? {
    edits.compactMap { $0.clock == nil ? $0.commit?.committed : nil }.max()
  }

  package var isCommitted: Bool { edits.allSatisfy { $0.commit != nil } }
}

/// A record that is gone.
package struct LostRecord: Sendable {
  /// By its last text; the id of its file's name where there is none.
  package let id: String
  /// From the site's root.
  package let path: String
  /// Its last version; nil where that is not here.
  package let last: Change?
  /// What removed it; nil where it stands in the last commit still, or where no commit is found that did.
  package let commit: Commit?
  package let clock: ClockFault?
  /// It is gone from the folder, and the last commit has it.
  package let isCommitted: Bool
  /// The id of the other record that was written over it, or that has its id now; nil where the file is gone.
  package let replacement: String?
}
