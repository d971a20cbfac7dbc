/// What `git ls-tree -r -z` writes, read.
enum CommittedTree {
  struct Entry: Sendable, Hashable {
    let path: String
    /// git's name of the text, or of the commit of a submodule.
    let hash: String
    let isSubmodule: Bool
  }

  /// `<mode> <type> <hash>`, a tab and the path. What does not have that form is passed over.
  static func parse(_ bytes: [UInt8]) -> [Entry] {
    bytes.split(separator: 0).compactMap { entry in
      guard let tab = entry.firstIndex(of: 0x09) else { return nil }
      let words = entry[..<tab].split(separator: 0x20)
      guard words.count == 3, GitLog.isHash(words[2]) else { return nil }
      return Entry(
        path: String(decoding: entry[(tab + 1)...], as: UTF8.self),
        hash: String(decoding: words[2], as: UTF8.self),
        isSubmodule: words[1].elementsEqual("commit".utf8))
    }
  }
}
