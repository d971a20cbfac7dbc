import Foundation

/// The files that a call is about, by their paths below the root.
struct PathSelection {
  /// Empty for all.
  let paths: [String]

  /// Paths are taken from the current folder, or else from the root; each has to exist in the site.
  init(_ paths: [String], root: String) throws {
    let root = Self.standardised(root)
    self.paths = try paths.map { path in
      let manager = FileManager.default
      let candidates = [path, root + "/" + path].map(Self.standardised)
      guard let found = candidates.first(where: manager.fileExists(atPath:)) else {
        throw Failure("\(path): no such file or folder")
      }
      guard found != root else { return "" }
      guard found.hasPrefix(root + "/") else {
        throw Failure("\(path) is not below the site's folder \(root)")
      }
      return String(found.dropFirst(root.count + 1))
    }
  }

  func holds(_ path: String) -> Bool {
    paths.isEmpty
      || paths.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether a path, which need not exist, is a folder of the site or lies below it.
  static func lies(_ path: String, in folder: String) -> Bool {
    let folder = standardised(folder)
    // Links are resolved only in what exists, so that each folder on the way is looked at.
    var way = URL(filePath: path).standardizedFileURL
    // Where the current folder is gone a path from it has no beginning, and would only grow.
    while way.path.hasPrefix("/"), way.path != "/" {
      if standardised(way.path) == folder { return true }
      way.deleteLastPathComponent()
    }
    return false
  }

  private static func standardised(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
