import Foundation
import Glibc
import SourceText
import Testing

/// One file that cannot be read is a problem, and the rest is read. Root may read all: the tests that
/// take a right away are for everybody else.
@Suite struct UnreadableFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func readsTheRestBesideFilesAndFoldersWithoutPermission() throws {
    try folder.write("content/a.md", "a")
    try folder.write("content/b.md", "b")
    try folder.write("content/closed/c.md", "c")
    chmod("\(folder.path)/content/b.md", 0)
    chmod("\(folder.path)/content/closed", 0)
    defer { chmod("\(folder.path)/content/closed", 0o700) }
    let tree = try readSourceTree(root: folder.path, jobs: Jobs(2))
    #expect(tree.files.map(\.path) == ["content/a.md"])
    #expect(tree.problems.map(\.place.file.path) == ["content/b.md", "content/closed"])
    #expect(
      tree.problems.map(\.kind)
        == Array(
          repeating: .unreadable(reason: "Permission denied"), count: 2))
  }

  /// Folders come and go while others read them: every reading ends, and says what it missed.
  @Test(.timeLimit(.minutes(1)))
  func endsWhileFilesComeAndGo() async throws {
    let path = folder.path
    for index in 0..<200 { try folder.write("content/freezes/\(index)/x.md", "x") }
    try folder.write("content/index.md", "x")
    let remover = Task.detached {
      for index in 0..<200 {
        try? FileManager.default.removeItem(atPath: "\(path)/content/freezes/\(index)")
      }
    }
    for _ in 0..<20 {
      let tree = try readSourceTree(root: path, jobs: Jobs(2))
      for problem in tree.problems {
        #expect(problem.kind == .unreadable(reason: "it was removed meanwhile"))
      }
      #expect(tree.files.contains { $0.path == "content/index.md" })
    }
    await remover.value
  }

  @Test(.timeLimit(.minutes(1)))
  func throwsWhereTheContentOrTheRootIsGone() throws {
    try folder.write("content/a.md", "a")
    try FileManager.default.removeItem(atPath: "\(folder.path)/content")
    #expect(throws: InputError(path: "content", reason: "No such file or directory")) {
      try readSourceTree(root: folder.path, jobs: Jobs(2))
    }
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(throws: InputError(path: "", reason: "No such file or directory")) {
      try readSourceTree(root: folder.path, folders: ["content/freezes"], jobs: Jobs(2))
    }
  }

  /// A pipe without a writer would keep a reader waiting for ever.
  @Test(.timeLimit(.minutes(1)), arguments: DecidingFolder.allCases)
  func refusesAPipeWhateverItsName(_ deciding: DecidingFolder) throws {
    try folder.write("\(deciding.path)/a.md", "a")
    for name in ["x.md", "x.txt", ".x.md", "x"] {
      #expect(mkfifo("\(folder.path)/\(deciding.path)/\(name)", 0o600) == 0)
    }
    let tree = try readSourceTree(root: folder.path, jobs: Jobs(2))
    #expect(tree.problems.count == 4)
    #expect(tree.files.count == 1)
  }
}
