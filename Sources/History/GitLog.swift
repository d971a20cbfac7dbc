import Chronology
import SourceText

/// What `git log -z --raw` writes, read: bytes in, commits out. It starts nothing.
enum GitLog {
  /// The arguments of the call. Merges show what differs from all their parents: what somebody wrote
  /// while merging.
  ///
  /// - Parameters:
  ///   - path: What the commits have to touch; nil for all of them.
  ///   - commit: The last of them.
  static func arguments(of path: String?, upTo commit: String = "HEAD") -> [String] {
    fixed + ["-c", commit, "--"] + (path.map { [$0] } ?? [])
  }

  /// The arguments of a call for merges alone, each once for every parent: where one takes what a parent has
  /// and drops what another has, nobody wrote anything, and the other call says nothing of it.
  static func mergeArguments(of path: String, upTo commit: String = "HEAD") -> [String] {
    fixed + ["-m", "--merges", commit, "--", path]
  }

  private static var fixed: [String] {
    [
      "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv",
      "--no-color", "--no-notes", "--no-decorate", "--no-follow", "--no-relative",
      "--ignore-submodules=none", "--encoding=UTF-8", "--full-history",
      "--topo-order", "--format=tformat:" + fields.joined(separator: "%n"),
    ]
  }

  /// One a line; the subject comes last, and git makes a line of it. Names are those of `.mailmap`; addresses
  /// are the commit's own, since whoever can edit that file could give a commit another author.
  private static let fields = ["%H", "%P", "%at", "%ct", "%aN", "%ae", "%cN", "%ce", "%s"]

  /// The commits, the newest first, none before its children. What does not have the form of an entry
  /// is passed over.
  ///
  /// - Parameter path: A path of the log as it is wanted; nil where it is not.
  static func parse(_ bytes: [UInt8], path: (String) -> String? = { $0 }) -> [LoggedCommit] {
    var commits: [LoggedCommit] = []
    var entry: Entry?
    for part in bytes.split(separator: 0, omittingEmptySubsequences: false) {
      // Between a commit and its entries there is an empty line.
      let text = part.first == 0x0A ? part.dropFirst() : part
      if let open = entry {
        if !commits.isEmpty, let path = path(String(decoding: part, as: UTF8.self)),
          let change = open.change(path: path)
        {
          commits[commits.count - 1].changes.append(change)
        }
        entry = nil
      } else if text.first == UInt8(ascii: ":") {
        entry = Entry(text)
      } else if let commit = commit(text) {
        commits.append(LoggedCommit(commit: commit, changes: []))
      }
    }
    return commits
  }

  private static func commit(_ text: ArraySlice<UInt8>) -> Commit? {
    let lines = text.split(
      separator: 0x0A, maxSplits: fields.count - 1, omittingEmptySubsequences: false)
    guard lines.count == fields.count, isHash(lines[0]) else { return nil }
    return Commit(
      id: String(decoding: lines[0], as: UTF8.self),
      parents: lines[1].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) },
      author: CommitPerson(name: cleaned(lines[4]), email: cleaned(lines[5])),
      committer: CommitPerson(name: cleaned(lines[6]), email: cleaned(lines[7])),
      authored: instant(lines[2]), committed: instant(lines[3]), subject: cleaned(lines[8]))
  }

  private static func instant(_ text: ArraySlice<UInt8>) -> Instant? {
    Int64(String(decoding: text, as: UTF8.self)).map(Instant.init(secondsSinceEpoch:))
      .flatMap { Interval.plausibleYears.contains($0) ? $0 : nil }
  }

  /// Repaired where it is not UTF-8, and without what a terminal would obey.
  private static func cleaned(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.withBytes { bytes in
      ControlCharacters.replacing(in: bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
    } ?? text
  }

  static func isHash(_ text: some Collection<UInt8>) -> Bool {
    (text.count == 40 || text.count == 64)
      && text.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// `:100644 100644 <before> <after> M`; of a merge a colon, a mode and a hash more for each parent.
  private struct Entry {
    private let before: String?
    private let otherBefores: [String?]
    private let after: String?
    private let isSubmodule: Bool
    private let isWhole: Bool

    init(_ text: ArraySlice<UInt8>) {
      let parents = text.prefix { $0 == UInt8(ascii: ":") }.count
      let words = text.dropFirst(parents).split(separator: 0x20)
        .map { String(decoding: $0, as: UTF8.self) }
      isWhole =
        words.count == 2 * (parents + 1) + 1
        && words[(parents + 1)..<(2 * parents + 2)].allSatisfy { GitLog.isHash($0.utf8) }
      guard isWhole else {
        (before, otherBefores, after, isSubmodule) = (nil, [], nil, false)
        return
      }
      func object(_ hash: String) -> String? { hash.utf8.allSatisfy { $0 == 0x30 } ? nil : hash }
      before = object(words[parents + 1])
      otherBefores = words[(parents + 2)..<(2 * parents + 1)].map(object)
      after = object(words[2 * parents + 1])
      isSubmodule = words[0...parents].contains("160000")
    }

    func change(path: String) -> FileChange? {
      isWhole && !path.isEmpty
        ? FileChange(
          path: path, before: before, otherBefores: otherBefores, after: after,
          isSubmodule: isSubmodule) : nil
    }
  }
}
