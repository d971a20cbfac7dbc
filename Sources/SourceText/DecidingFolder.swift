/// A folder of the content whose files decide something: what is allowed, when, and what was done. No
/// file in it may be passed over, because nobody would see that it does not count.
package enum DecidingFolder: String, CaseIterable, Sendable {
  case policy, freezes, incidents, changes

  package var path: String { "content/\(rawValue)" }

  /// The one that holds a path; nil for everything else.
  package init?(holding path: String) {
    let match = path.withBytes { bytes in
      Self.prefixes.first { bytes.count > $0.bytes.count && bytes.starts(with: $0.bytes) }
    }
    guard let match else { return nil }
    self = match.folder
  }

  /// Records come in tens of thousands: nothing is made anew for each.
  private static let prefixes = allCases.map { (folder: $0, bytes: Array("\($0.path)/".utf8)) }

  /// By the names of the folders on the way from the root.
  init?(on way: [String]) {
    guard way.count > 1, way[0] == "content", let folder = Self(rawValue: way[1]) else {
      return nil
    }
    self = folder
  }

  /// The one that a folder of another name beside them was most likely meant to be: in other
  /// capitals, in the other number, with other marks, or a letter away.
  init?(meantBy name: String) {
    guard let folder = Self.allCases.first(where: { isNearlyNamed(name, $0.rawValue) }) else {
      return nil
    }
    self = folder
  }

  /// The name under which a file would be read, where it looks like text: `x.MD`, `x.md.txt`,
  /// `.x.md` and `x.yaml` are `x.md`. Nil where it does not.
  static func intendedName(of name: String) -> String? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
    var isText = parts.count == 1
    while parts.count > 1, let last = parts.last, texts.contains(last.lowercased()) {
      parts.removeLast()
      isText = true
    }
    return isText ? "\(parts.joined(separator: ".")).md" : nil
  }

  /// Endings of text that may have been meant as a record.
  private static let texts: Set<String> = [
    "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx", "rmd", "txt", "text", "yaml", "yml",
    "orig", "bak",
  ]
}

extension UInt32 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

/// What git, its hosts and editors read or keep in any folder, and what file managers leave behind: no
/// place for a record.
enum FilesOfOthers {
  static func contains(_ name: String) -> Bool { names.contains(name) || isOfAnEditor(name) }

  private static let names: Set<String> = [
    ".git", ".gitattributes", ".gitignore", ".gitmodules", ".DS_Store", "Thumbs.db", "desktop.ini",
    "CODEOWNERS", "OWNERS", ".editorconfig", ".markdownlint.json", ".markdownlint.yaml",
    ".markdownlint.yml",
  ]

  /// What an editor keeps while a file is open, and the text before the last change: `.x.md.swp`,
  /// `x.md~`, `#x.md#`, `.#x.md`.
  private static func isOfAnEditor(_ name: String) -> Bool {
    let bytes = name.utf8
    guard bytes.count > 2, let first = bytes.first, let last = bytes.last else { return false }
    let hash = UInt8(ascii: "#")
    if last == UInt8(ascii: "~") || first == hash && last == hash || name.hasPrefix(".#") {
      return true
    }
    return first == UInt8(ascii: ".") && bytes.count > 5
      && [".swp", ".swo", ".swn", ".swx"].contains { name.hasSuffix($0) }
  }
}
