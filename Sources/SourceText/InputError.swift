import Glibc

/// A file or folder that the system would not let us read. Nothing else throws while reading.
package struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Relative to the root; the root itself where it is empty.
  package let path: String
  /// The system's words, for example `Permission denied`.
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(path: String, _ fault: SystemFault) {
    self.init(path: path, reason: String(cString: strerror(fault.code)))
  }

  package var description: String { "\(path.isEmpty ? "root folder" : path): \(reason)" }
}

/// An `errno`.
struct SystemFault: Error {
  let code: Int32

  static var last: SystemFault { SystemFault(code: errno) }

  /// What was listed is no longer there.
  var meansAbsent: Bool { code == ENOENT }
  /// A link, or something other than a folder, where one was not expected: see `Folder`.
  var meansReplaced: Bool { code == ELOOP || code == ENOTDIR }
}
