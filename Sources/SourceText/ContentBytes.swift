/// A file that is no text, as it was read.
package enum ContentBytes: Sendable {
  case bytes([UInt8])
  case absent
  case tooLarge(Int)
  /// What it is instead of a file, or why the system does not give it.
  case refused(String)
}

/// Reads one file below the root in whole. Links are refused, also on the way to it.
package func readContentBytes(root: String, path: String, limit: Int) -> ContentBytes {
  let parts = path.parts(at: "/")
  guard let name = parts.last, !parts.contains("."), !parts.contains(".."), !path.utf8.contains(0)
  else { return .absent }
  do {
    let folder = try Folder.root(root).folder(parts.dropLast())
    switch try folder.content(of: name, limit: limit) {
    case .bytes(let bytes): return .bytes(bytes)
    case .tooLarge(let size): return .tooLarge(size)
    case .special: return .refused("folder, device, pipe or socket")
    }
  } catch {
    if error.meansAbsent { return .absent }
    return .refused(error.meansReplaced ? "symbolic link" : error.words)
  }
}
