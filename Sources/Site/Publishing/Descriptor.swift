import Glibc

/// An open file or folder, closed with the value's end.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a path below a folder without following a link at its end; nil with `errno` set.
  static func open(
    _ path: String, below folder: Int32, flags: Int32, mode: mode_t = 0o666
  ) -> Descriptor? {
    let number = retried { openat(folder, path, flags | O_NOFOLLOW | O_CLOEXEC, mode) }
    return number < 0 ? nil : Descriptor(number)
  }

  var status: stat? {
    var status = stat()
    return fstat(number, &status) == 0 ? status : nil
  }

  /// Whether two values describe one file.
  static func isSame(_ a: stat, _ b: stat) -> Bool { a.st_dev == b.st_dev && a.st_ino == b.st_ino }
}

extension stat {
  /// `S_IFREG`, `S_IFDIR`, `S_IFLNK` and so on.
  var kind: mode_t { st_mode & S_IFMT }
}

/// The status of a path below a folder, of a link itself rather than its target; nil with `errno`
/// set.
func status(of path: String, below folder: Int32) -> stat? {
  var status = stat()
  return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
}

/// Repeats a call as long as a signal interrupts it.
func retried(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

/// The entries of an open folder but `.` and `..`, in no order; nil with `errno` set.
func entries(of folder: borrowing Descriptor) -> [(name: String, isFolder: Bool)]? {
  // A second descriptor, because `closedir` closes what it was given.
  let copy = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
  guard copy >= 0 else { return nil }
  guard let stream = fdopendir(copy) else {
    close(copy)
    return nil
  }
  defer { closedir(stream) }
  var names: [(String, Bool)] = []
  errno = 0
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
    guard name != ".", name != ".." else { continue }
    let isFolder =
      switch Int(entry.pointee.d_type) {
      case Int(DT_DIR): true
      case Int(DT_UNKNOWN): status(of: name, below: folder.number)?.kind == S_IFDIR
      default: false
      }
    names.append((name, isFolder))
    errno = 0
  }
  return errno == 0 ? names : nil
}
