import Foundation
import TestSupport

/// A site of its own for a call of the gate: `FullPolicy`, and what a test adds.
struct GateSite {
  let folder: TemporaryFolder

  init(policy: String = FullPolicy.text, _ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    try folder.write(policy, to: FullPolicy.path)
    for (path, text) in files { try folder.write(text, to: path) }
  }

  func gate(_ arguments: [String], output: FileHandle? = nil) throws -> Program.Run {
    try Program.run(["gate"] + arguments, in: folder.url, output: output)
  }

  /// A call that is open on a site where nothing is amiss: inside the low-traffic window, months
  /// away from the holiday freeze.
  static let open = [
    "--type", "normal", "--risk", "high", "--system", "rpc-gateway", "--at", "2026-03-09T03:00Z",
  ]

  func link(_ path: String, to target: String) throws {
    let url = folder.url.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: url.path, withDestinationPath: target)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: path), withIntermediateDirectories: true)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: path))
  }

  /// Bytes that are no UTF-8.
  func spoil(_ path: String) throws {
    try makeFolder(String(path.split(separator: "/").dropLast().joined(separator: "/")))
    try Data([0x2D, 0x2D, 0x2D, 0x0A, 0xE9, 0x0A]).write(to: folder.url.appending(path: path))
  }
}
