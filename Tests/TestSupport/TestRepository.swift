import Chronology
import Configuration
import Foundation
import Records
import SourceText

import History

/// A repository of a test's own, below a temporary folder, with the people and times that the test
/// gives: it neither sees this project's history nor the computer's settings of git.
package final class TestRepository {
  package let folder: TemporaryFolder
  package private(set) var now = "2026-03-02T09:00:00Z"

  package init(policy: String = FullPolicy.text, people: String = TestRepository.people) throws {
    folder = try TemporaryFolder()
    try folder.write(policy, to: FullPolicy.path)
    try folder.write(people, to: "content/people.md")
    try git("init", "--quiet", "--initial-branch=main")
  }

  package static let people = """
    # People

    | Handle | E-mail | Roles |
    |--------|--------|-------|
    | @gateway-author | author@example.org | |
    | @gateway-oncall | oncall@example.org | |
    | @runtime-lead | lead@example.org | technical |
    | @rpc-reviewer | reviewer@example.org | technical |
    | @cab | | CAB |
    | @clerk | clerk@example.org | |
    """

  package var root: String { folder.url.path }

  package func write(_ text: String, to path: String = "content/changes/CHG-2026-0042.md") throws {
    try folder.write(text, to: path)
  }

  package func remove(_ path: String = "content/changes/CHG-2026-0042.md") throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: path))
  }

  /// Commits whatever is in the folder.
  package func commit(_ subject: String, by name: String = "clerk", at: String) throws {
    now = at
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", subject, by: name)
  }

  @discardableResult package func git(_ arguments: String..., by name: String = "clerk") throws
    -> String
  {
    try git(arguments, by: name)
  }

  @discardableResult package func git(_ arguments: [String], by name: String = "clerk") throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = ["-c", "protocol.file.allow=always"] + arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": "\(name)@example.org",
      "GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": "\(name)@example.org",
      "GIT_AUTHOR_DATE": now, "GIT_COMMITTER_DATE": now,
    ]
    let output = folder.url.appending(path: ".git-output")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw GitFailed(arguments: arguments) }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }

  package struct GitFailed: Error { let arguments: [String] }

  /// The environment of a computer where only these tests' settings of git hold.
  package var environment: GitEnvironment {
    GitEnvironment(["PATH": "/usr/bin:/bin", "HOME": root])
  }

  package func register(_ use: HistoryUse = .judged) throws -> Register {
    var settings = Settings()
    settings.history = use
    return try readRegister(
      try readSourceTree(root: root, jobs: .one), settings: settings, jobs: .one)
  }

  package func history(
    _ use: HistoryUse = .judged, asOf: String = "2026-06-01T00:00Z",
    environment: GitEnvironment? = nil, jobs: Int = 2
  ) throws -> RegisterHistory {
    readHistory(
      of: try register(use), root: root, environment: environment ?? self.environment,
      asOf: InstantText.read(asOf, in: .utc)?.instant ?? .distantFuture, jobs: Jobs(jobs))
  }

  /// The edits of a record, each in a line: who, what and the fields.
  package func edits(
    of id: String = "CHG-2026-0042", _ history: RegisterHistory? = nil
  ) throws -> [String] {
    let register = try register()
    guard let change = register.change(id) else { return [] }
    return try (history ?? self.history()).of(change)?.edits.map { edit in
      let who = edit.commit?.author.name ?? "-"
      return ([who] + edit.changes.map(\.sentence)).joined(separator: " | ")
    } ?? []
  }
}
