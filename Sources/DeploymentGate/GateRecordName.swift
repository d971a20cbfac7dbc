import Findings
import Records
import Rules
import SourceText

/// How the record is named that the gate is asked about.
package enum GateRecordName: Sendable, Hashable {
  /// Without regard to case; the name of its file.
  case id(String)
  /// From the root.
  case path(String)

  /// As the call gives it.
  var text: String {
    switch self {
    case .id(let text), .path(let text): text
    }
  }

  /// The id that the file's name says.
  var id: String {
    switch self {
    case .id(let text): text.uppercased()
    case .path(let path):
      SourceFile(path: path, bytes: []).idInName ?? SourceFile(path: path, bytes: []).stem
    }
  }

  private static let folder = "content/changes"

  /// The record's file, and what is wrong with its text. Of all the other records no more than the
  /// names are looked at.
  ///
  /// - Parameter ids: Which texts are ids.
  func reading(
    root: String, ids: RecordIDForm
  ) throws -> (file: SourceFile, problems: [ReadingProblem]) {
    let paths: [String]
    switch self {
    case .path(let path):
      guard path.hasPrefix("\(Self.folder)/"), path.hasSuffix(".md") else {
        throw refusal("\(path) is no record below \(Self.folder)")
      }
      guard !path.parts(at: "/").contains(where: { $0.hasPrefix(".") }) else {
        throw refusal("\(path) is hidden, and hidden files and folders are not read")
      }
      let named = try findFiles(named: "\(id).md", below: Self.folder, root: root)
      paths = named.count > 1 ? named : [path]
    case .id(let text):
      guard RecordID.isValid(id) else {
        throw refusal("`\(text)` is neither an id such as CHG-2026-0042 nor a path")
      }
      let named = try findFiles(named: "\(id).md", below: Self.folder, root: root)
      paths = named.isEmpty ? try filesWithWordsBehindID(root: root, ids: ids) : named
    }
    guard paths.count <= 1 else {
      throw refusal(
        "\(paths.count) files are named \(id).md, or \(id) and some words: "
          + paths.joined(separator: ", "))
    }
    guard let path = paths.first else {
      throw refusal(
        "no file below \(Self.folder) is named \(id).md; where it has another name, give its path")
    }
    let reading = try readSourceFile(root: root, path: path)
    guard let file = reading.file else {
      let words = findings(for: reading.problems).map {
        GateCause(.unreadable, $0.message, at: $0.place)
      }
      throw GateRefusal(
        words.isEmpty ? [GateCause(.unreadable, "\(path): no such file", at: nil)] : words)
    }
    return (file, reading.problems)
  }

  /// Files such as `CHG-2026-0042-rotate-certs.md`.
  private func filesWithWordsBehindID(root: String, ids: RecordIDForm) throws -> [String] {
    let id = id
    return try findFiles(below: Self.folder, root: root) { name in
      name.hasSuffix(".md") && name.hasPrefix(id)
        && ids.id(inName: String(name.dropLast(3))) == id
    }
  }

  private func refusal(_ sentence: String) -> GateRefusal {
    GateRefusal([GateCause(.unreadable, sentence, at: nil)])
  }
}
