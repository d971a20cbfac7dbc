import CLinux
import Glibc

/// The calls whose failures the tests bring about.
struct SystemCalls: Sendable {
  var write: Descriptor.Write = { Glibc.write($0, $1, $2) }
  /// Gives a file of one folder a second name in another, under the same path.
  var link: @Sendable (_ old: Int32, _ new: Int32, _ path: String) -> Int32 = { old, new, path in
    linkat(old, path, new, path, 0)
  }
  /// Exchanges two names of one folder.
  var exchange: @Sendable (_ folder: Int32, _ a: String, _ b: String) -> Int32 = { folder, a, b in
    renameat2(folder, a, folder, b, UInt32(CHANGEBOOK_RENAME_EXCHANGE))
  }
  /// Gives a file of one folder a second name in another, under a path of its own.
  var linkAs: @Sendable (_ old: Int32, _ path: String, _ new: Int32, _ place: String) -> Int32 = {
    linkat($0, $1, $2, $3, 0)
  }
  /// Has a file or folder written down.
  var flush: @Sendable (_ file: Int32) -> Int32 = { fsync($0) }
}
