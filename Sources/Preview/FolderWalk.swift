import Glibc

/// Goes through folders, with everything in them that is no link.
enum FolderWalk {
  /// More folders inside one another are refused where the site is read.
  private static let deepest = 40

  struct Entry {
    let name: String
    let path: String
    let status: stat

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  }

  /// The folder itself and all below it, each with what it holds, in no order. One that is not there, or
  /// cannot be read, is left out.
  static func visit(_ folder: String, _ take: (_ folder: String, _ entries: [Entry]) -> Void) {
    var pending = [(path: folder, depth: 0)]
    var first = stat()
    guard lstat(folder, &first) == 0, first.st_mode & S_IFMT == S_IFDIR else { return }
    while let (path, depth) = pending.popLast() {
      let entries = entries(of: path)
      take(path, entries)
      if depth < deepest {
        pending += entries.filter(\.isFolder).map { ($0.path, depth + 1) }
      }
    }
  }

  static func entries(of folder: String) -> [Entry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let path = "\(folder)/\(name)"
      if lstat(path, &status) == 0 { entries.append(Entry(name: name, path: path, status: status)) }
    }
    return entries
  }
}
