import Glibc

/// The paths of everything of one name below a folder, in the order of their bytes, hidden folders
/// left out: no file is opened. The folders are those below the root that are no links; one that is
/// not there holds nothing.
///
/// Throws `InputError` where the system does not let us list a folder.
package func findFiles(named name: String, below folder: String, root: String) throws -> [String] {
  let root = try openRoot(root)
  // To list the names of a hundred thousand records takes longer than all the rest of a call.
  let quick = try search(for: name, below: folder, root: root, trustsLinkCounts: true)
  return quick.isEmpty
    ? try search(for: name, below: folder, root: root, trustsLinkCounts: false) : quick
}

/// Paths of the files below a folder whose names satisfy a test. Every name is looked at, which takes
/// long where there are many: `findFiles(named:below:root:)` asks for one name alone.
package func findFiles(
  below folder: String, root: String, where fits: (String) -> Bool
) throws -> [String] {
  let root = try openRoot(root)
  return try visit(below: folder, root: root) { open throws(SystemFault) in
    (try open.entries().filter { $0.kind == .file && fits($0.name) }.map(\.name), false)
  }
}

private func search(
  for name: String, below folder: String, root: borrowing Folder, trustsLinkCounts: Bool
) throws(InputError) -> [String] {
  try visit(below: folder, root: root) { open throws(SystemFault) in
    let wanted = try open.holds(name) ? [name] : []
    return (wanted, trustsLinkCounts ? try open.isLeaf : false)
  }
}

/// - Parameter names: of a folder, those that are wanted, and whether no folder is in it.
private func visit(
  below folder: String, root: borrowing Folder,
  _ names: (borrowing Folder) throws(SystemFault) -> (wanted: [String], isLeaf: Bool)
) throws(InputError) -> [String] {
  var found: [String] = []
  var pending = [folder.split(separator: "/").map(String.init)]
  while let components = pending.popLast() {
    let path = components.joined(separator: "/")
    do {
      let open = try root.folder(components)
      let (wanted, isLeaf) = try names(open)
      found += wanted.map { "\(path)/\($0)" }
      if isLeaf { continue }
      // Deeper folders are refused when the whole tree is read.
      guard components.count <= deepestFolder else { continue }
      pending += try open.folders().map { components + [$0] }
    } catch {
      if error.meansAbsent || error.meansReplaced { continue }
      throw InputError(path: path, error)
    }
  }
  return found.sorted { $0.precedesInBytes($1) }
}

extension Folder {
  /// Whether something of that name is in the folder, whatever it is.
  fileprivate borrowing func holds(_ name: String) throws(SystemFault) -> Bool {
    do {
      _ = try status(of: name)
      return true
    } catch {
      guard error.meansAbsent else { throw error }
      return false
    }
  }

  /// Whether no folder is in this one, by the number of its links: its name in the folder above,
  /// its own `.`, and the `..` of each folder in it. Some file systems count otherwise; those that
  /// do not count say 1.
  fileprivate var isLeaf: Bool {
    borrowing get throws(SystemFault) { try status(of: ".").st_nlink == 2 }
  }

  /// The names of the folders in this one that are not hidden.
  fileprivate borrowing func folders() throws(SystemFault) -> [String] {
    var folders: [String] = []
    try forEachEntry { name, kind in
      if name.first != UInt8(ascii: "."), kind() == .folder {
        folders.append(String(decoding: name, as: UTF8.self))
      }
    }
    return folders
  }
}
