import Foundation

/// The Swift files of the package, as text.
enum SourceTexts {
  struct File {
    /// Relative to the package, for example `Sources/Rules/Rule.swift`.
    let path: String
    let lines: [String]

    /// The folder under `Sources` or `Tests` that holds it.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().standardizedFileURL.path

  /// Every Swift file below a folder, sorted by path.
  static func files(below folder: String) throws -> [File] {
    let base = URL(filePath: root).appending(path: folder)
    let found =
      FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return try found.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
      return File(
        path: "\(folder)/\(name)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: root).appending(path: path), encoding: .utf8)
  }
}
