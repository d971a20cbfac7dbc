import Glibc
import SourceText

/// Where git has the records, and how much of their history it has.
struct Repository: Sendable {
  let git: GitProgram
  /// The folder of the records as git is asked for it, from where git is called.
  let pathspec: String
  /// From the repository's root to where git is called, with a slash at its end.
  private let prefix: String
  /// The same from the site's root.
  private let sitePrefix: String
  /// Texts of earlier versions may be elsewhere, and nobody fetches them.
  let isPartial: Bool

  /// A path of the log as the site has it; nil for a file that lies elsewhere.
  func sitePath(_ path: String) -> String? {
    // The folder itself, where it is a submodule.
    if path + "/" == prefix { return String(sitePrefix.dropLast()) }
    guard path.hasPrefix(prefix) else { return nil }
    let path = sitePrefix + path.dropFirst(prefix.count)
    return path == Self.records || path.hasPrefix(Self.records + "/") ? path : nil
  }

  private static let records = "content/changes"

  /// - Throws: Why there is none that can be read.
  init(holding root: String, _ environment: GitEnvironment) throws(HistoryAbsence) {
    // A folder that holds records may be a repository of its own; where all records are gone, git
    // keeps no folder.
    let ways = [("content/changes", "."), ("content", "changes"), ("", "content/changes")]
    let way = ways.first { $0.0.isEmpty || Self.isFolder("\(root)/\($0.0)") } ?? ("", ".")
    guard let git = GitProgram(environment, in: way.0.isEmpty ? root : "\(root)/\(way.0)") else {
      throw .noGit
    }
    self.git = git
    pathspec = way.1
    sitePrefix = way.0.isEmpty ? "" : way.0 + "/"
    let (ending, bytes) = git.output(
      ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"],
      limit: Self.longestAnswer)
    guard ending.isSuccess else { throw Self.absence(ending) }
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 3, lines[0] == "true" else { throw .noRepository }
    guard lines[1] == "false" else { throw .shallow }
    prefix = lines[2].hasSuffix("\n") ? String(lines[2].dropLast()) : lines[2]
    let head = git.output(
      ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], limit: Self.longestAnswer)
    guard head.ending.isSuccess else { throw .noCommit }
    isPartial =
      git.output(
        ["config", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#],
        limit: Self.longestAnswer
      ).ending.isSuccess
  }

  /// The commits that touch records, with paths from the site's root.
  ///
  /// - Parameters:
  ///   - records: How many there are now. Where they are most of the files git has less to do for all
  ///     commits than for those that touch some folder: it would look at every commit twice.
  ///   - commit: The last one, by its digits or as `HEAD`.
  func log(
    records: Int, upTo commit: String = "HEAD"
  ) throws(HistoryAbsence) -> [LoggedCommit] {
    let tracked = git.output(
      ["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit], limit: 256 * (records + 64))
    let areMost =
      tracked.ending.isSuccess && tracked.bytes.count(where: { $0 == 0 }) <= 2 * records
    let (ending, bytes) = git.output(
      GitLog.arguments(of: areMost ? nil : pathspec, upTo: commit), limit: Self.longestLog)
    if bytes.count > Self.longestLog { throw .tooLarge }
    guard ending.isSuccess else { throw Self.absence(ending) }
    return GitLog.parse(bytes, path: sitePath)
  }

  /// The records of a commit: git's names of their texts by their paths from the site's root.
  func tree(of commit: String) throws(HistoryAbsence) -> [String: String] {
    let (ending, bytes) = git.output(
      ["ls-tree", "-r", "-z", "--full-name", commit, "--", pathspec], limit: Self.longestLog)
    guard ending.isSuccess else { throw Self.absence(ending) }
    return CommittedTree.parse(bytes).reduce(into: [:]) { files, entry in
      if !entry.isSubmodule, let path = sitePath(entry.path) { files[path] = entry.hash }
    }
  }

  /// The merges, the newest first, each once for each of its parents with what it changed of that.
  func merges(upTo commit: String) throws(HistoryAbsence) -> [LoggedCommit] {
    let (ending, bytes) = git.output(
      GitLog.mergeArguments(of: pathspec, upTo: commit), limit: Self.longestLog)
    if bytes.count > Self.longestLog { throw .tooLarge }
    guard ending.isSuccess else { throw Self.absence(ending) }
    return GitLog.parse(bytes, path: sitePath)
  }

  /// Contents by their hashes, as far as they are here.
  func texts(_ hashes: [String]) -> [String: [UInt8]] {
    // git would fetch what a partial clone lacks, which is more than reading a folder.
    if hashes.isEmpty || isPartial { return [:] }
    var texts = StoredTexts()
    _ = git.run(StoredTexts.arguments, input: StoredTexts.input(hashes)) { texts.add($0) }
    return texts.texts
  }

  private static let longestAnswer = 1 << 16
  private static let longestLog = 1 << 29

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func absence(_ ending: GitProgram.Ending) -> HistoryAbsence {
    let message = ending.message
    if message.contains("dubious ownership") || message.contains("unsafe repository") {
      return .notTrusted
    }
    if message.contains("not a git repository") { return .noRepository }
    if ending.status == nil, message.isEmpty { return .failed("it gave no answer") }
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let words = line.withBytes { bytes in
      ControlCharacters.replacing(in: bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    return .failed(words ?? (line.isEmpty ? "it gave no reason" : line))
  }
}
