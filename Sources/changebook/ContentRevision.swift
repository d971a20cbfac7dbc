import Foundation

/// The revision that a working tree stands at, read from git's own files: no program is started.
enum ContentRevision {
  /// The first twelve digits of the commit; nil outside a repository, before the first commit, and
  /// where git keeps its references in another form.
  static func find(root: String) -> String? {
    guard let git = repository(holding: URL(filePath: root).standardizedFileURL),
      let head = text(git.appending(path: "HEAD"))
    else { return nil }
    guard head.hasPrefix("ref: ") else { return digits(head) }
    let name = String(head.dropFirst(5))
    let shared = text(git.appending(path: "commondir")).map { common in
      common.hasPrefix("/") ? URL(filePath: common) : git.appending(path: common)
    }
    for folder in [git, shared].compactMap({ $0 }) {
      if let found = text(folder.appending(path: name)).flatMap(digits) { return found }
      if let packed = text(folder.appending(path: "packed-refs")) {
        for line in packed.split(separator: "\n") where line.hasSuffix(" " + name) {
          return digits(String(line))
        }
      }
    }
    return nil
  }

  /// The folder that git keeps its own files in; nil outside a repository.
  static func folder(root: String) -> String? {
    repository(holding: URL(filePath: root).standardizedFileURL)?.path
  }

  /// The folder `.git`, or the one that a file of that name leads to, here or further up.
  private static func repository(holding folder: URL) -> URL? {
    var folder = folder
    // Where the current folder is gone a path from it has no beginning, and would only grow.
    while folder.path.hasPrefix("/") {
      let git = folder.appending(path: ".git")
      var isDirectory: ObjCBool = false
      if FileManager.default.fileExists(atPath: git.path, isDirectory: &isDirectory) {
        if isDirectory.boolValue { return git }
        guard let link = text(git), link.hasPrefix("gitdir: ") else { return nil }
        let path = String(link.dropFirst(8))
        return path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
      }
      let parent = folder.deletingLastPathComponent()
      guard parent.path != folder.path else { return nil }
      folder = parent
    }
    return nil
  }

  private static func text(_ file: URL) -> String? {
    guard let data = try? Data(contentsOf: file) else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func digits(_ line: String) -> String? {
    let digits = line.prefix { $0.isHexDigit }
    return digits.count >= 40 ? String(digits.prefix(12)) : nil
  }
}
