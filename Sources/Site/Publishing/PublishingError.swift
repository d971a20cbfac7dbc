import Glibc

/// Why a site could not be published. The old site is in place whenever this is thrown.
package struct PublishingError: Error, Sendable, Hashable {
  /// The file or folder that it is about.
  package let path: String
  package let reason: Reason

  package enum Reason: Sendable, Hashable {
    /// A call to the system failed; `operation` reads after "cannot", `code` is its `errno`.
    case system(operation: String, code: Int32)
    /// Empty, absolute, or with a part that is empty, `.`, `..`, reserved, too long or has a NUL.
    case unsafePath
    /// The path of the output folder ends in no name: it is empty, `/`, `.` or `..`.
    case noName
    case writtenTwice
    /// The folder has files and lacks the mark that a build leaves in it.
    case notOurs
    /// The folder is a git work tree.
    case holdsRepository
    case isLink
    case isNoFolder
    /// Its content lies on another file system than the folder around it.
    case isMountPoint
    /// Somebody else put another folder in its place while the site was written.
    case changedMeanwhile
    /// Another build held the lock for that many seconds.
    case busy(seconds: Int)
  }

  init(_ reason: Reason, _ path: String) {
    self.path = path
    self.reason = reason
  }

  /// The failure of the call that just returned.
  static func last(_ operation: String, _ path: String) -> PublishingError {
    PublishingError(.system(operation: operation, code: errno), path)
  }
}

extension PublishingError: CustomStringConvertible {
  /// A single sentence without a full stop.
  package var description: String {
    switch reason {
    case .system(let operation, let code):
      "cannot \(operation) \(path): \(String(cString: strerror(code)))"
    case .unsafePath: "cannot write \(path): not a plain path below the output folder"
    case .noName: "`\(path)` is no folder that can be replaced; name one, such as site"
    case .writtenTwice: "two pages would both be \(path)"
    case .notOurs:
      "\(path) has files that changebook did not write; choose another folder or empty it"
    case .holdsRepository: "\(path) is a git work tree; choose a folder inside it"
    case .isLink: "\(path) is a symbolic link; name the folder that it points to"
    case .isNoFolder: "\(path) is not a folder"
    case .isMountPoint:
      "\(path) is a mount point and cannot be replaced in one step; choose a folder inside it"
    case .changedMeanwhile: "\(path) was replaced by something else during the build"
    case .busy(let seconds): "another build of \(path) did not end within \(seconds) s"
    }
  }
}
