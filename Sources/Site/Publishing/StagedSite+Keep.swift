import Glibc
import Synchronization

extension StagedSite {
  /// Gives the files of others in the old site a place in the new one, and the empty folders: all
  /// that the old site's mark does not list. Nothing is written over and nothing left out; where one
  /// cannot be kept the build fails, and the old site stays.
  ///
  /// Has to come when all files of the new site are there, whose places it respects.
  func keepFilesOfOthers() throws(PublishingError) -> [KeptFile] {
    guard let old = oldSite.number else { return [] }
    let keeping = Keeping(from: old, to: staging.number, calls: calls)
    var kept: [KeptFile] = []
    var pending = [""]
    while let path = pending.popLast() {
      guard
        let folder = Descriptor.open(
          path.isEmpty ? "." : path, below: old, flags: O_RDONLY | O_DIRECTORY),
        let entries = entries(of: folder)
      else { throw .last("read the folder", path.isEmpty ? self.folder.path : path) }
      if entries.isEmpty, !path.isEmpty { try keeping.keepFolder(path) }
      for entry in entries {
        let place = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
        if entry.isFolder {
          pending.append(place)
        } else if !oldManifest.owns(place), !isWrittenAlike(place, below: old) {
          kept.append(try keeping.keep(place))
        }
      }
    }
    return kept.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether the new site has the very file, with the same bytes: nothing of it would be lost.
  private func isWrittenAlike(_ path: String, below old: Int32) -> Bool {
    guard let new = status(of: path, below: staging.number), new.kind == S_IFREG,
      let file = status(of: path, below: old), file.kind == S_IFREG
    else { return false }
    return Descriptor.isSame(new, file)
  }

  /// Puts the list of this site's files into its mark. Until then the folder is an unfinished one.
  func finishMark() throws(PublishingError) {
    let bytes = SiteManifest.mark(listing: paths.withLock { $0 })
    if let old = oldSite.number,
      let mark = Descriptor.open(OutputFolder.mark, below: old, flags: O_RDONLY | O_NONBLOCK),
      let status = mark.status, status.kind == S_IFREG, Int(status.st_size) == bytes.count,
      mark.holds(bytes),
      linkat(old, OutputFolder.mark, staging.number, OutputFolder.newMark, 0) == 0
    {
      // The old one's, with its time.
    } else {
      try writeNew(OutputFolder.newMark, bytes, modified: nil)
    }
    guard
      renameat(staging.number, OutputFolder.newMark, staging.number, OutputFolder.mark) == 0
    else { throw .last("write", OutputFolder.mark) }
    unflushed.withLock { paths in
      paths.removeAll { $0 == OutputFolder.newMark }
      paths.append(OutputFolder.mark)
    }
  }
}
