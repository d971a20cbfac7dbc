/// A folder that decides, is empty, and is a submodule of git: its files were not fetched, and an empty
/// folder would say that there are none.
enum UnfetchedSubmodule {
  /// - Parameter empty: Paths of empty folders from the root.
  static func problems(_ empty: [String], below root: borrowing Folder) -> [ReadingProblem] {
    guard !empty.isEmpty, let bytes = try? root.start(of: ".gitmodules", count: 65_536) else {
      return []
    }
    let paths = Set(String(decoding: bytes, as: UTF8.self).linesOfText.compactMap(path(in:)))
    return empty.filter(paths.contains).map {
      .refusal(
        of: $0,
        .unreadable(
          reason:
            "it is a submodule that is not there yet: `git submodule update --init` fetches it"))
    }
  }

  /// `path = content/freezes`
  private static func path(in line: String) -> String? {
    let parts = line.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "path" else { return nil }
    let path = parts[1].drop(while: \.isWhitespace)
    return String(path.reversed().drop { $0.isWhitespace || $0 == "/" }.reversed())
  }
}
