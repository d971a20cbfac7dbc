import Crypto
import Foundation
import Interchange
import SourceText

/// What a pack holds: every file with its size and its SHA-256, once for programs and once as
/// `sha256sum -c` reads it.
enum Manifest {
  static let path = "manifest.json"
  static let sums = "SHA256SUMS"

  /// `changebook.audit_manifest/1`.
  private static let document = DataDocument<[PackFile]>(
    "audit_manifest", version: 1, title: "Files of the evidence of a period"
  ) {
    DataField("files", .list(.object(file)), "In the order of their paths' bytes.") { $0 }
  }

  private static let file = DataFields<PackFile> {
    DataField("bytes", .integer) { $0.content.count }
    DataField("path", .text) { $0.path }
    DataField("sha256", .text) { sha256($0.content) }
  }

  static func sha256(_ content: [UInt8]) -> String {
    SHA256.hash(data: Data(content)).hexadecimal
  }

  /// The files with the two that say what they are. Of two with one path the second gets a number.
  static func sealed(_ files: [PackFile]) -> [PackFile] {
    let ordered = zip(files.map(\.path).madeDistinct, files).map { PackFile($0, $1.content) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let all = ordered + [PackFile(path, document.json(ordered, .pretty))]
    let lines = all.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\(sha256($0.content))  \($0.path)\n" }.joined()
    return all + [PackFile(sums, Array(lines.utf8))]
  }
}

/// What is wrong with a pack.
package enum PackFault: Sendable, Hashable {
  /// There is no readable list of what it holds.
  case unreadable(String)
  case changed(String)
  case missing(String)
  /// A file that the pack did not have.
  case added(String)

  package var words: String {
    switch self {
    case .unreadable(let reason): reason
    case .changed(let path): "\(path) was changed"
    case .missing(let path): "\(path) is missing"
    case .added(let path): "\(path) does not belong to the pack"
    }
  }
}

/// Compares the files of a folder with the list that the pack was closed with: what was changed, what is
/// missing, what was added, by path.
package func verifyPack(_ files: [PackFile]) -> [PackFault] {
  let held = Dictionary(
    files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
  guard let sums = held[Manifest.sums] else {
    return [.unreadable("there is no \(Manifest.sums): this is no pack")]
  }
  var listed: [String: String] = [:]
  for line in String(decoding: sums, as: UTF8.self).split(separator: "\n") {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].utf8.count == 64,
      listed.updateValue(String(parts[0]), forKey: parts[1].drop { $0 == " " }.description) == nil
    else { return [.unreadable("a line of \(Manifest.sums) cannot be read: \(line.prefix(80))")] }
  }
  guard listed[Manifest.path] != nil else {
    return [.unreadable("\(Manifest.sums) does not name \(Manifest.path)")]
  }
  let paths = Set(listed.keys).union(held.keys).subtracting([Manifest.sums])
  return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
    guard let sum = listed[path] else { return .added(path) }
    guard let content = held[path] else { return .missing(path) }
    return Manifest.sha256(content) == sum ? nil : .changed(path)
  }
}
