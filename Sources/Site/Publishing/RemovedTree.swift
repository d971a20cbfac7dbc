import Glibc

/// Removes a folder and all that is in it, links as links. The folder's own mark goes last, so that
/// what a killed build leaves of it can still be told from a user's folder.
///
/// - Returns: How many files it held at any depth, the mark not counted.
@discardableResult
func removeTree(
  _ name: String, below parent: borrowing Descriptor
) throws(PublishingError) -> Int {
  try remove(name, below: parent) { (_) throws(PublishingError) in true }
}

/// Removes an old site in the same way. Files of others that the site in its place lacks are put
/// into it first: somebody may have added one a moment ago.
///
/// - Returns: How many files of the program's own it held.
func removeSite(
  _ name: String, below parent: borrowing Descriptor, _ manifest: SiteManifest,
  keepingOthersIn site: borrowing Descriptor
) throws(PublishingError) -> Int {
  guard let old = Descriptor.open(name, below: parent.number, flags: O_RDONLY | O_DIRECTORY)
  else { throw .last("open the folder", name) }
  defer { withExtendedLifetime(old) {} }
  let keeping = Keeping(from: old.number, to: site.number)
  return try remove(name, below: parent) { (path) throws(PublishingError) in
    if manifest.owns(path) { return true }
    _ = try keeping.keep(path)
    return false
  }
}

/// - Parameter counts: Called with the path of each file before it is removed; whether it counts.
private func remove(
  _ name: String, below parent: borrowing Descriptor,
  _ counts: (String) throws(PublishingError) -> Bool
) throws(PublishingError) -> Int {
  var removed = 0
  // Folders on the way down, the deepest last; paths are relative to `parent`.
  var open = [name]
  var pending: [[String]] = []
  while let path = open.last {
    if pending.count < open.count {
      let (files, folders) = try contents(of: path, below: parent)
      for file in files where !(open.count == 1 && file == OutputFolder.mark) {
        let whole = "\(path)/\(file)"
        if try counts(String(whole.dropFirst(name.count + 1))) { removed += 1 }
        guard unlinkat(parent.number, whole, 0) == 0 else { throw .last("remove", whole) }
      }
      pending.append(folders)
    }
    if let child = pending[pending.count - 1].popLast() {
      open.append("\(path)/\(child)")
      continue
    }
    if open.count == 1 { unlinkat(parent.number, "\(path)/\(OutputFolder.mark)", 0) }
    guard unlinkat(parent.number, path, AT_REMOVEDIR) == 0 else { throw .last("remove", path) }
    open.removeLast()
    pending.removeLast()
  }
  return removed
}

private func contents(
  of path: String, below parent: borrowing Descriptor
) throws(PublishingError) -> (files: [String], folders: [String]) {
  guard
    let folder = Descriptor.open(path, below: parent.number, flags: O_RDONLY | O_DIRECTORY),
    let entries = entries(of: folder)
  else { throw .last("read the folder", path) }
  return (
    entries.filter { !$0.isFolder }.map(\.name), entries.filter(\.isFolder).map(\.name)
  )
}
