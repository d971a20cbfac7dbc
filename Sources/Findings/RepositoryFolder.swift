import SourceText

/// Where the site's folder lies in its repository. Paths in reports for a pipeline start at the
/// repository's root, because that is where those who show them look for files.
package struct RepositoryFolder: Sendable, Hashable {
  /// Empty where the site is the repository, else parts that each end with a slash.
  private let prefix: String

  /// The site's folder is the repository's root.
  package static let root = RepositoryFolder("")

  /// - Parameter path: From the repository's root to the site's folder, such as `docs/changes`;
  ///   empty where they are the same.
  package init(_ path: String) {
    prefix = path.split(separator: "/").map { $0 + "/" }.joined()
  }

  /// The path of one of the site's files from the repository's root.
  package func path(of file: SourceFile) -> String {
    prefix.isEmpty ? file.path : prefix + file.path
  }
}
