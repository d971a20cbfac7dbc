import Glibc

/// Something without which nothing can be read: the root, the content folder, the settings, or a
/// system that has no more to give. Nothing else throws while reading.
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

extension ReadingProblem {
  /// Why a file or folder that was listed could not be read.
  static func refusal(of path: String, _ fault: SystemFault) -> ReadingProblem {
    if fault.meansReplaced { return .refusal(of: path, .refusedFile(what: "symbolic link")) }
    let reason =
      fault.meansAbsent
      ? "it was removed meanwhile" : String(cString: strerror(fault.code))
    return .refusal(of: path, .unreadable(reason: reason))
  }
}

/// An `errno`.
struct SystemFault: Error {
  let code: Int32

  /// The system's words, for example `Permission denied`.
  var words: String { String(cString: strerror(code)) }

  static var last: SystemFault { SystemFault(code: errno) }

  /// What was listed is no longer there.
  var meansAbsent: Bool { code == ENOENT }
  /// It says nothing of the file: the process or the machine has no more to give.
  var meansExhausted: Bool { [EMFILE, ENFILE, ENOMEM].contains(code) }
  /// A link, or something other than a folder, where one was not expected: see `Folder`.
  var meansReplaced: Bool { code == ELOOP || code == ENOTDIR }
}
