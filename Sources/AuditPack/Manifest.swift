import Crypto
import Foundation
import Interchange
import SourceText

/// What a pack holds: every file with its size and its SHA-256, once for programs and once as
/// `sha256sum -c` reads it.
package enum Manifest {
  package static let path = "manifest.json"
  package static let sums = "SHA256SUMS"

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
  package static func sealed(_ files: [PackFile]) -> [PackFile] {
    let ordered = zip(files.map(\.path).madeDistinct, files).map { PackFile($0, $1.content) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let all = ordered + [PackFile(path, document.json(ordered, .pretty))]
    let list = Dictionary(
      all.map { ($0.path, sha256($0.content)) }, uniquingKeysWith: { first, _ in first })
    return all + [PackFile(sums, lines(of: list))]
  }

  /// The list of hashes by their paths, in the order of the paths' bytes.
  static func lines(of list: [String: String]) -> [UInt8] {
    let ordered = list.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return Array(ordered.map { "\($0.value)  \($0.key)\n" }.joined().utf8)
  }
}
