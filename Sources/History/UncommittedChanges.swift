import Glibc
import SourceText

/// Whether content or settings of a site are other than in the last commit; nil where git does not say.
///
/// Each file that was read is held against the text that the commit has of it: `git status` passes over what
/// is ignored, and over what it was told to take for unchanged.
///
/// - Parameter paths: The files that were read, from the site's root.
package func isChangedSinceCommit(
  root: String, paths: [String], _ environment: GitEnvironment
) -> Bool? {
  guard let git = GitProgram(environment, in: root) else { return nil }
  // One entry is enough: what git writes behind it is not read.
  let (ending, bytes) = git.output(
    [
      "status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal", "--", "content",
      "changebook.yml",
    ], limit: 0)
  if !bytes.isEmpty { return true }
  guard ending.isSuccess, let held = committedFiles(below: root, "", at: "HEAD", environment)
  else { return nil }
  for path in paths {
    guard let name = held[path],
      case .bytes(let bytes) = readContentBytes(root: root, path: path, limit: largestRead),
      hasText(bytes, named: name)
    else { return true }
  }
  var status = stat()
  return held.keys.contains { lstat("\(root)/\($0)", &status) != 0 }
}

/// No file that is read has more bytes.
private let largestRead = 64 << 20

/// Whether git calls a text by a name, as it is or with the ends of its lines as repositories have them.
private func hasText(_ bytes: [UInt8], named name: String) -> Bool {
  if BlobHash.name(of: bytes, like: name) == name { return true }
  guard bytes.contains(0x0D) else { return false }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
    plain.append(byte)
  }
  return BlobHash.name(of: plain, like: name) == name
}

/// git's names of the texts of the content and the settings in a commit, by their paths from the site's
/// root, those of submodules too; nil where git does not give them.
private func committedFiles(
  below root: String, _ prefix: String, at commit: String, _ environment: GitEnvironment,
  depth: Int = 0
) -> [String: String]? {
  guard depth < 8, let git = GitProgram(environment, in: "\(root)/\(prefix)") else { return nil }
  let (ending, bytes) = git.output(
    ["ls-tree", "-r", "-z", commit, "--"] + (prefix.isEmpty ? ["content", "changebook.yml"] : []),
    limit: 1 << 29)
  guard ending.isSuccess else { return nil }
  var files: [String: String] = [:]
  for entry in CommittedTree.parse(bytes) {
    let path = prefix + entry.path
    guard entry.isSubmodule else {
      files[path] = entry.hash
      continue
    }
    guard
      let inner = committedFiles(
        below: root, path + "/", at: entry.hash, environment, depth: depth + 1)
    else { return nil }
    files.merge(inner) { first, _ in first }
  }
  return files
}
