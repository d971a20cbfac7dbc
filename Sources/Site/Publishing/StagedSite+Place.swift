import Glibc
import Synchronization

extension StagedSite {
  enum Placement { case new, replaced, unchanged }

  /// Puts one file into the folder beside the target.
  func place(
    _ path: String, _ bytes: [UInt8]
  ) throws(PublishingError) -> Placement {
    guard let old = oldSite.number,
      let file = Descriptor.open(path, below: old, flags: O_RDONLY | O_NONBLOCK),
      let status = file.status, status.kind == S_IFREG
    else {
      try writeNew(path, bytes, modified: nil)
      return .new
    }
    guard Int(status.st_size) == bytes.count, file.holds(bytes) else {
      try writeNew(path, bytes, modified: nil)
      return .replaced
    }
    let linked = try makingFolders(of: path) { calls.link(old, staging.number, path) }
    if linked == 0 { return .unchanged }
    guard errno != EEXIST else { throw PublishingError(.writtenTwice, path) }
    // The file belongs to somebody else, has too many names, or the file system knows no second
    // names: a copy with the same time does as well.
    try writeNew(path, bytes, modified: status.st_mtim)
    return .unchanged
  }

  func writeNew(
    _ path: String, _ bytes: [UInt8], modified: timespec?
  ) throws(PublishingError) {
    let number = try makingFolders(of: path) {
      openat(staging.number, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    guard number >= 0 else {
      throw errno == EEXIST ? PublishingError(.writtenTwice, path) : .last("write", path)
    }
    let file = Descriptor(number)
    guard file.writeAll(bytes, by: calls.write) else { throw .last("write", path) }
    if let modified {
      _ = futimens(file.number, [modified, modified])
    }
    unflushed.withLock { $0.append(path) }
  }

  /// Makes a call, and again after the folders of the path were made where it found none.
  private func makingFolders(
    of path: String, _ call: () -> Int32
  ) throws(PublishingError) -> Int32 {
    let result = retried(call)
    guard result < 0, errno == ENOENT else { return result }
    let bytes = Array(path.utf8)
    for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
      let folder = bytes[..<slash]
      guard makeFolder(folder) else {
        throw .last("make the folder", String(decoding: folder, as: UTF8.self))
      }
    }
    return retried(call)
  }

  /// False with `errno` set. Another thread may make it at the same time.
  private func makeFolder(_ path: ArraySlice<UInt8>) -> Bool {
    mkdirat(staging.number, String(decoding: path, as: UTF8.self), 0o777) == 0 || errno == EEXIST
  }
}
