/// A file of the site.
package struct OutputFile: Sendable {
  /// Below the output folder, with `/` between its parts.
  package let path: String
  package let content: [UInt8]

  package init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
  }

  /// Whether a path stays below the output folder whatever stands there: relative, no part empty,
  /// `.` or `..`, none longer than a file system takes, no NUL, and not where the folder's own mark
  /// and files of others are kept.
  package static func isSafe(path: String) -> Bool {
    guard !path.hasPrefix(OutputFolder.mark) else { return false }
    var length = 0
    var dots = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        guard length > 0, !(dots == length && length <= 2) else { return false }
        (length, dots) = (0, 0)
        continue
      }
      guard byte != 0 else { return false }
      length += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
      guard length <= 255 else { return false }
    }
    return length > 0 && !(dots == length && length <= 2) && path.utf8.count < 4096
  }
}

/// Outputs that would be one file on a file system without regard to case or Unicode form, or of
/// which one would be a folder where another is a file.
package struct OutputCollision: Sendable, Hashable {
  /// Which of the paths, in the order they were given: two or more.
  package let indices: [Int]

  /// All collisions among the paths, by their first index.
  package static func find(in paths: [String]) -> [OutputCollision] {
    var firstOwner: [String: Int] = [:]
    firstOwner.reserveCapacity(paths.count)
    var groups: [Int: [Int]] = [:]
    let keys = paths.map(collisionKey)
    for (index, key) in keys.enumerated() {
      if let first = firstOwner[key] {
        groups[first, default: [first]].append(index)
      } else {
        firstOwner[key] = index
      }
    }
    for (index, key) in keys.enumerated() {
      var rest = key[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        guard let first = firstOwner[String(rest)] else { continue }
        groups[first, default: [first]].append(index)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { OutputCollision(indices: $0.value.sorted()) }
  }

  /// Equal for paths that a file system may hold to be one. `String` compares by canonical
  /// equivalence, so that Unicode forms need no further care.
  private static func collisionKey(_ path: String) -> String {
    guard path.utf8.allSatisfy({ $0 < 0x80 }) else { return path.uppercased().lowercased() }
    return String(
      decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
