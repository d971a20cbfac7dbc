/// A submodule of git in a folder that decides, whose files were not fetched: an empty folder, or none,
/// would say that there are none.
enum UnfetchedSubmodule {
  /// - Parameter folders: Those that are read.
  static func problems(
    in folders: [String], below root: borrowing Folder
  ) -> [ReadingProblem] {
    guard let bytes = try? root.start(of: ".gitmodules", count: 65_536), !bytes.isEmpty else {
      return []
    }
    var found: [ReadingProblem] = []
    for path in GitModules(String(decoding: bytes, as: UTF8.self)).paths
    where decides(path) && folders.contains(where: { lies(path, in: $0) }) {
      let folder = path.parts(at: "/")
      guard (try? root.folder(folder).entries(withHidden: true))?.isEmpty ?? true else { continue }
      found.append(
        .refusal(
          of: path,
          .unreadable(
            reason:
              "it is a submodule that is not there yet: `git submodule update --init` fetches it")))
    }
    return found
  }

  private static func decides(_ path: String) -> Bool {
    (DecidingFolder.allCases.map(\.path) + NameList.allCases.map(\.folder)
      + [ContentListing.holidays.joined(separator: "/")]).contains { lies(path, in: $0) }
  }

  private static func lies(_ path: String, in folder: String) -> Bool {
    path == folder || path.utf8.starts(with: "\(folder)/".utf8)
  }
}
