/// A file of a site that is other than at an earlier commit.
package struct TouchedFile: Sendable, Hashable {
  /// From the site's root, as it is: repaired where it is no text.
  package let path: String
  /// The text at that commit, by its hash; nil where there was no file.
  let before: String?
  /// There it was a link, or something else that is no file.
  var wasNoFile = false
  /// It is another repository's commit, and no file.
  var isRepository = false

  /// What `git diff --raw -z` writes, read: `:100644 100644 <before> <after> M`, then the path.
  static func list(_ bytes: [UInt8]) -> [TouchedFile] {
    var files: [TouchedFile] = []
    var entry: [String]?
    for part in bytes.split(separator: 0) {
      if let words = entry {
        entry = nil
        if let file = file(words, path: String(decoding: part, as: UTF8.self)) {
          files.append(file)
        }
      } else if part.first == UInt8(ascii: ":") {
        let words = part.dropFirst().split(separator: 0x20)
          .map { String(decoding: $0, as: UTF8.self) }
        entry = words.count == 5 && GitLog.isHash(words[2].utf8) ? words : nil
      }
    }
    return files
  }

  private static func file(_ words: [String], path: String) -> TouchedFile? {
    guard !path.isEmpty else { return nil }
    let wasThere = words[0] != "000000"
    let isRepository = words[0] == repository || words[1] == repository
    return TouchedFile(
      path: path, before: wasThere ? words[2] : nil,
      wasNoFile: wasThere && !words[0].hasPrefix("100"),
      isRepository: isRepository)
  }

  /// The mode of a submodule.
  private static let repository = "160000"
}
