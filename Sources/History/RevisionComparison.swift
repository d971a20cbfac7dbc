import SourceText

/// A site's folder beside a revision of git's: which files are other than they were there.
///
/// They are compared with the commit that the revision and what is checked out share last, so that
/// what others did on the revision's side since then is nobody's touch here. What is not committed and
/// what git does not know count as touched; what it ignores does, below `content` and `templates`,
/// because it is read all the same.
package struct RevisionComparison: Sendable {
  /// As it was asked for.
  package let revision: String
  /// The commit that the folder is compared with, by all its digits.
  package let base: String
  /// In the order of their paths' bytes, from the site's root.
  package let touched: [TouchedFile]
  /// Folders that are repositories of their own: of these nobody knows more than that they are other.
  package let foreignFolders: [String]
  private let paths: Set<String>
  let git: GitProgram

  /// - Throws: Why it cannot be told.
  package init(
    since revision: String, root: String, _ environment: GitEnvironment
  ) throws(RevisionFault) {
    guard let git = GitProgram(environment, in: root) else { throw .noGit }
    self.git = git
    self.revision = revision
    base = try Self.base(of: revision, git)
    let changes = try Self.changes(since: base, git)
    var foreign = Set(changes.filter(\.isRepository).map(\.path))
    var files = changes.filter { !$0.isRepository }
    var known = Set(files.map(\.path))
    let unknown = try Self.unknownFiles(git)
    foreign.formUnion(unknown.filter { $0.hasSuffix("/") }.map { String($0.dropLast()) })
    for path in unknown where !path.hasSuffix("/") && known.insert(path).inserted {
      files.append(TouchedFile(path: path, before: nil))
    }
    // What git was told to forget may be there all the same, and as it was.
    let forgotten = Set(unknown)
    let hashes = Self.hashes(
      of: files.filter { $0.before != nil && forgotten.contains($0.path) }.map(\.path), git)
    files.removeAll { file in
      guard let before = file.before, forgotten.contains(file.path) else { return false }
      return hashes[file.path] == before
    }
    known = Set(files.map(\.path))
    touched = files.sorted { $0.path.precedesInBytes($1.path) }
    foreignFolders = foreign.sorted { $0.precedesInBytes($1) }
    paths = known
  }

  /// Those of the files that a site is made from.
  package var touchedOfSite: [TouchedFile] {
    touched.filter { file in
      file.path == "changebook.yml"
        || ["content/", "templates/"].contains { file.path.hasPrefix($0) }
    }
  }

  /// Whether a file of the site, by its path from the root, is other than it was.
  package func isTouched(_ path: String) -> Bool {
    paths.contains(path) || foreignFolders.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  // MARK: Asking git

  private static let longestAnswer = 1 << 16
  private static let longestList = 1 << 28

  private static func base(
    of revision: String, _ git: GitProgram
  ) throws(RevisionFault) -> String {
    let place = git.output(
      ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository"], limit: longestAnswer)
    guard place.ending.isSuccess else { throw fault(place.ending) }
    let lines = String(decoding: place.bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, lines[0] == "true" else { throw .noRepository }
    guard lines[1] == "false" else { throw .shallow }
    guard try commit("HEAD", git) != nil else { throw .noCommit }
    guard let asked = try commit(revision, git) else { throw .unknown(revision) }
    let shared = git.output(["merge-base", asked, "HEAD"], limit: longestAnswer)
    // Without a word and with status 1 where there is none.
    if shared.ending.status == 1, shared.bytes.isEmpty { throw .unrelated(revision) }
    guard shared.ending.isSuccess else { throw fault(shared.ending) }
    return try hash(in: shared.bytes)
  }

  /// The commit that a name leads to; nil where there is none.
  private static func commit(
    _ name: String, _ git: GitProgram
  ) throws(RevisionFault) -> String? {
    guard !name.utf8.contains(0) else { return nil }
    let found = git.output(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"],
      limit: longestAnswer)
    guard found.ending.status != nil else { throw fault(found.ending) }
    return found.ending.isSuccess ? try hash(in: found.bytes) : nil
  }

  private static func hash(in bytes: [UInt8]) throws(RevisionFault) -> String {
    let line = bytes.prefix { $0 != 0x0A }
    guard GitLog.isHash(line) else { throw .failed("its answer is no commit") }
    return String(decoding: line, as: UTF8.self)
  }

  /// What git knows to be other, paths from the site's root.
  private static func changes(
    since base: String, _ git: GitProgram
  ) throws(RevisionFault) -> [TouchedFile] {
    let (ending, bytes) = git.output(
      [
        "diff", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
        "--no-color", "--ignore-submodules=none", "--relative", base, "--", ".",
      ], limit: longestList)
    if bytes.count > longestList { throw .tooLarge }
    guard ending.isSuccess else { throw fault(ending) }
    return TouchedFile.list(bytes)
  }

  /// What no commit and no index holds: below the folders that are read all of it, elsewhere what git
  /// does not ignore. A folder that is another repository ends with a slash.
  private static func unknownFiles(_ git: GitProgram) throws(RevisionFault) -> [String] {
    var paths: [String] = []
    for arguments in [
      ["--", "content", "templates", "changebook.yml"], ["--exclude-standard", "--", "."],
    ] {
      let (ending, bytes) = git.output(
        ["ls-files", "--others", "-z"] + arguments, limit: longestList)
      if bytes.count > longestList { throw .tooLarge }
      guard ending.isSuccess else { throw fault(ending) }
      paths += bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
    return paths.uniqued
  }

  /// The hashes that git would give some files, by their paths; of a path that has a line end none.
  private static func hashes(of paths: [String], _ git: GitProgram) -> [String: String] {
    let asked = paths.filter { !$0.utf8.contains(0x0A) }
    if asked.isEmpty { return [:] }
    let (ending, bytes) = git.output(
      ["hash-object", "--stdin-paths"], input: Array((asked.joined(separator: "\n") + "\n").utf8),
      limit: longestList)
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard ending.isSuccess, lines.count == asked.count else { return [:] }
    return Dictionary(zip(asked, lines), uniquingKeysWith: { first, _ in first })
  }

  static func fault(_ ending: GitProgram.Ending) -> RevisionFault {
    RevisionFault(Repository.absence(ending))
  }
}
