import Glibc

/// A file of somebody else that a build found in the old site, and where it stands in the new one.
package struct KeptFile: Sendable, Hashable {
  package let path: String
  /// The same path, unless the new site has a file of its own there.
  package let place: String
}

/// Gives the files of others in one site a place in another: a second name where the file system
/// knows them, else a copy with the same mode and time.
struct Keeping {
  private let old: Int32
  private let new: Int32
  private let calls: SystemCalls

  /// Between two open folders, which have to outlive the value.
  init(from old: Int32, to new: Int32, calls: SystemCalls = SystemCalls()) {
    self.old = old
    self.new = new
    self.calls = calls
  }

  /// Keeps one file, link or device: in its place, or aside where something else stands there. What
  /// the new site has already, is left as it is.
  func keep(_ path: String) throws(PublishingError) -> KeptFile {
    guard let file = status(of: path, below: old) else { throw .last("keep", path) }
    for number in 0..<1000 {
      let place =
        switch number {
        case 0: path
        case 1: "\(OutputFolder.kept)/\(path)"
        default: "\(OutputFolder.kept)/\(path).\(number)"
        }
      if let there = status(of: place, below: new) {
        if Self.isSame(file, there) { return KeptFile(path: path, place: place) }
        continue
      }
      // Something on the way is no folder.
      if errno == ENOTDIR { continue }
      guard errno == ENOENT else { throw .last("keep", path) }
      guard try makeFolders(to: place, of: path) else { continue }
      if try give(path, file, place) { return KeptFile(path: path, place: place) }
    }
    throw PublishingError(.system(operation: "keep", code: EEXIST), path)
  }

  /// Keeps a folder that holds nothing.
  func keepFolder(_ path: String) throws(PublishingError) {
    _ = try makeFolders(to: "\(path)/.", of: "\(path)/.")
  }

  /// One file, or a copy as this type makes it.
  private static func isSame(_ a: stat, _ b: stat) -> Bool {
    if Descriptor.isSame(a, b) { return true }
    return a.kind == S_IFREG && b.kind == S_IFREG && a.st_size == b.st_size
      && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec
  }

  /// Makes the folders above a place, with the modes of those that the file lies in; false where
  /// something else stands in their way.
  private func makeFolders(to place: String, of path: String) throws(PublishingError) -> Bool {
    // Of a place aside, the parts of the path come last.
    let added = place.utf8.count > path.utf8.count ? OutputFolder.kept.utf8.count + 1 : 0
    let bytes = Array(place.utf8)
    for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
      let folder = String(decoding: bytes[..<slash], as: UTF8.self)
      guard mkdirat(new, folder, 0o777) == 0 else {
        if errno == EEXIST, status(of: folder, below: new)?.kind == S_IFDIR { continue }
        if errno == EEXIST || errno == ENOTDIR { return false }
        throw .last("make the folder", folder)
      }
      guard slash > added else { continue }
      let source = String(decoding: bytes[added..<slash], as: UTF8.self)
      if let mode = status(of: source, below: old)?.st_mode {
        fchmodat(new, folder, mode & 0o7777 | 0o700, 0)
      }
    }
    return true
  }

  /// False where something stands in the place by now.
  private func give(
    _ path: String, _ file: stat, _ place: String
  ) throws(PublishingError) -> Bool {
    let linked = retried { calls.linkAs(old, path, new, place) }
    if linked == 0 { return true }
    if errno == EEXIST { return false }
    switch file.kind {
    case S_IFREG: try copy(path, file, to: place)
    case S_IFLNK: try copyLink(path, to: place)
    default: throw .last("keep", path)
    }
    return true
  }

  private func copy(
    _ path: String, _ file: stat, to place: String
  ) throws(PublishingError) {
    guard let source = Descriptor.open(path, below: old, flags: O_RDONLY | O_NONBLOCK),
      let target = Descriptor.open(
        place, below: new, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
    else { throw .last("keep", path) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = retriedRead(source.number, &buffer)
      if count == 0 { break }
      guard count > 0, target.writeAll(Array(buffer[..<count]), by: calls.write) else {
        throw .last("keep", path)
      }
    }
    guard fchmod(target.number, file.st_mode & 0o7777) == 0,
      futimens(target.number, [file.st_mtim, file.st_mtim]) == 0,
      retried({ calls.flush(target.number) }) == 0
    else { throw .last("keep", path) }
  }

  private func retriedRead(_ file: Int32, _ buffer: inout [UInt8]) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private func copyLink(_ path: String, to place: String) throws(PublishingError) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlinkat(old, path, &target, Int(PATH_MAX)) > 0, symlinkat(target, new, place) == 0
    else { throw .last("keep", path) }
  }
}
