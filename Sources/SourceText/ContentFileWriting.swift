import Glibc

/// Writes a file below the root, for example `content/published/2026-03.json`, as a whole or not at
/// all: beside its place first, then put into it in one step. Its folder is made where there is
/// none; links are refused, also on the way to it.
///
/// Throws `InputError`; what stood there stays then.
package func writeContentFile(_ content: [UInt8], root: String, path: String) throws {
  let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  let isInside = components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  guard isInside, !path.utf8.contains(0), let name = components.last else {
    throw InputError(path: path, reason: "a path outside the root")
  }
  do {
    let folder = try openRoot(root).folder(making: components.dropLast())
    try folder.replace(name, with: content)
  } catch let fault as SystemFault {
    if fault.meansReplaced { throw InputError(path: path, reason: "a symbolic link on its way") }
    throw InputError(path: path, fault)
  }
}

extension Folder {
  /// A folder below this one; what is missing of the way to it is made.
  func folder(making components: some Sequence<String>) throws(SystemFault) -> Folder {
    var current = try folder(CollectionOfOne("."))
    for component in components { current = try current.folder(making: component) }
    return current
  }

  private borrowing func folder(making name: String) throws(SystemFault) -> Folder {
    if mkdirat(number, name, 0o777) != 0, errno != EEXIST { throw .last }
    return try folder(CollectionOfOne(name))
  }

  /// Puts a file in the place of the one of that name. A folder or a link of that name is left, and
  /// the call fails.
  borrowing func replace(_ name: String, with content: [UInt8]) throws(SystemFault) {
    var status = stat()
    if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT != S_IFREG
    {
      throw SystemFault(code: ELOOP)
    }
    let temporary = ".\(name).\(getpid()).new"
    // What a killed process of the same number left behind is nobody's.
    unlinkat(number, temporary, 0)
    let file = openat(
      number, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last }
    do {
      try Self.write(content, to: file)
    } catch {
      close(file)
      unlinkat(number, temporary, 0)
      throw error
    }
    guard close(file) == 0, renameat(number, temporary, number, name) == 0 else {
      let fault = SystemFault.last
      unlinkat(number, temporary, 0)
      throw fault
    }
    // The name is written down with the folder.
    fsync(number)
  }

  private static func write(_ content: [UInt8], to file: Int32) throws(SystemFault) {
    var written = 0
    while written < content.count {
      let count = content[written...].withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw .last
      }
    }
    guard fsync(file) == 0 else { throw .last }
  }
}
