import Glibc
import SourceText

/// The site's own `templates` folder, where it may be read.
struct OwnTheme: Sendable {
  /// Nil where the folder, or one of those in it that are read, is reached through a link: what
  /// that leads to may lie outside the site.
  let path: String?
  let problems: [ReadingProblem]

  /// - Parameter root: The folder of the site.
  init(root: String) {
    let parts = TemplateKind.allCases.map(\.rawValue) + ["assets"]
    let folders = ["templates"] + parts.map { "templates/\($0)" }
    let linked = folders.filter { status(of: "\(root)/\($0)", below: AT_FDCWD)?.kind == S_IFLNK }
    problems = linked.map { folder in
      ReadingProblem(
        .templateProblem(
          message: "a symbolic link is not opened", help: "put a folder in its place"),
        at: Place(startOf: SourceFile(path: folder, bytes: [])))
    }
    path = linked.isEmpty ? root + "/templates" : nil
  }
}
