import Glibc

/// Writes a file below the root, for example `content/published/2026-03.json`, as a whole or not at
/// all: beside its place first, then put into it in one step. Its folder is made where there is
/// none; links are refused, also on the way to it.
///
/// Throws `InputError`; what stood there stays then.
package func writeContentFile(_ content: [UInt8], root: String, path: String) throws {
  try writing(path, below: root) { folder, name throws(SystemFault) in
    try folder.replace(name, with: content)
  }
}

/// Writes a file below the root that is not there yet, as a whole or not at all, and makes its folder
/// where there is none; links are refused, also on the way to it.
///
/// Throws `InputError`, also where something of that name is there, which stays as it is.
package func createContentFile(_ content: [UInt8], root: String, path: String) throws {
  try writing(path, below: root) { folder, name throws(SystemFault) in
    try folder.replace(name, with: content, .nothing)
  }
}

/// Puts a file in the place of one whose bytes are still `before`, with the same rights; links are refused,
/// also on the way to it.
///
/// Throws `InputError`, also where the file was changed or removed meanwhile; what stands there stays then.
package func editContentFile(
  _ content: [UInt8], from before: [UInt8], root: String, path: String
) throws {
  try writing(path, below: root) { folder, name throws(SystemFault) in
    try folder.replace(name, with: content, .file(before))
  }
}

/// Opens the folder of a path below the root, made where it is missing, and hands it on with the name in it.
private func writing(
  _ path: String, below root: String,
  _ write: (borrowing Folder, String) throws(SystemFault) -> Void
) throws {
  let components = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  let isInside = components.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  guard isInside, !path.utf8.contains(0), let name = components.last else {
    throw InputError(path: path, reason: "a path outside the root")
  }
  let top = try openRoot(root)
  do throws(SystemFault) {
    let folder = try top.folder(making: components.dropLast())
    try write(folder, name)
  } catch {
    if error.meansReplaced { throw InputError(path: path, reason: "a symbolic link on its way") }
    if error.code == EEXIST { throw InputError(path: path, reason: "it is there already") }
    if error.code == ESTALE {
      throw InputError(path: path, reason: "it was changed by somebody else meanwhile")
    }
    throw InputError(path: path, error)
  }
}

/// What has to stand in a file's place when the new one is put there.
enum FormerContent {
  case anything, nothing
  case file([UInt8])
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
  /// the call fails. Where something else is in its place than has to be, the call fails with EEXIST or ESTALE.
  borrowing func replace(
    _ name: String, with content: [UInt8], _ former: FormerContent = .anything
  ) throws(SystemFault) {
    var status = stat()
    let isThere = fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0
    if isThere {
      if case .nothing = former { throw SystemFault(code: EEXIST) }
      guard status.st_mode & S_IFMT == S_IFREG else { throw SystemFault(code: ELOOP) }
    }
    let temporary = ".\(name).\(getpid()).new"
    // What a killed process of the same number left behind is nobody's.
    unlinkat(number, temporary, 0)
    let file = openat(
      number, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last }
    do throws(SystemFault) {
      if case .file = former, isThere, fchmod(file, status.st_mode & 0o777) != 0 { throw .last }
      try Self.write(content, to: file)
    } catch {
      close(file)
      unlinkat(number, temporary, 0)
      throw error
    }
    do throws(SystemFault) {
      guard close(file) == 0 else { throw SystemFault.last }
      try put(temporary, at: name, former)
    } catch {
      unlinkat(number, temporary, 0)
      throw error
    }
    // The name is written down with the folder.
    fsync(number)
  }

  private borrowing func put(
    _ temporary: String, at name: String, _ former: FormerContent
  ) throws(SystemFault) {
    switch former {
    case .anything: break
    case .nothing:
      // A second name fails where there is something; not every file system can give one.
      if linkat(number, temporary, number, name, 0) == 0 {
        unlinkat(number, temporary, 0)
        return
      }
      let fault = SystemFault.last
      guard [EPERM, EOPNOTSUPP, EMLINK].contains(fault.code) else { throw fault }
      var status = stat()
      if fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        throw SystemFault(code: EEXIST)
      }
    case .file(let before):
      guard case .bytes(before) = try content(of: name, limit: before.count) else {
        throw SystemFault(code: ESTALE)
      }
    }
    guard renameat(number, temporary, number, name) == 0 else { throw .last }
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
