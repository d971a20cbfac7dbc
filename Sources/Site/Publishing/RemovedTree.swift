import Glibc

/// Removes a folder and all that is in it, links as links. The folder's own mark goes last, so that
/// what a killed build leaves of it can still be told from a user's folder.
///
/// - Returns: How many files it held at any depth, the mark not counted.
func removeTree(
  _ name: String, below parent: borrowing Descriptor
) throws(PublishingError) -> Int {
  var removed = 0
  // Folders on the way down, the deepest last; paths are relative to `parent`.
  var open = [name]
  var pending: [[String]] = []
  while let path = open.last {
    if pending.count < open.count {
      let (files, folders) = try contents(of: path, below: parent)
      for file in files where !(open.count == 1 && file == OutputFolder.mark) {
        guard unlinkat(parent.number, "\(path)/\(file)", 0) == 0 else {
          throw .last("remove", "\(path)/\(file)")
        }
        removed += 1
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
