import Foundation
import Glibc
import SourceText
import Testing

@Suite struct SourceTreeReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(jobs: Int = 2) throws -> SourceTree {
    try readSourceTree(root: folder.path, jobs: Jobs(jobs))
  }

  @Test func readsMarkdownInTheOrderOfPathBytes() throws {
    for name in ["b.md", "a/z.md", "a-b.md", "a.md", "Z.md", "é.md", "a/b/c.md"] {
      try folder.write("content/\(name)", "# \(name)\n")
    }
    try folder.write("content/picture.png", "no text: \u{0}")
    try folder.write("content/.hidden.md", "no")
    try folder.write("content/.git/x.md", "no")
    try folder.write("outside.md", "no")
    let expected = ["Z.md", "a-b.md", "a.md", "a/b/c.md", "a/z.md", "b.md", "é.md"]
    for jobs in [1, 4] {
      let tree = try read(jobs: jobs)
      #expect(tree.files.map(\.path) == expected.map { "content/\($0)" })
      #expect(tree.files.map { $0.text($0.wholeRange) } == expected.map { "# \($0)\n" })
      #expect(tree.problems.isEmpty)
    }
  }

  @Test func readsMoreFilesThanABatchHolds() throws {
    for index in 100..<350 { try folder.write("content/\(index).md", "\(index)") }
    let tree = try read(jobs: 3)
    #expect(tree.files.map { $0.text($0.wholeRange) } == (100..<350).map(String.init))
  }

  @Test func refusesLinksAndPipes() throws {
    try folder.write("secret/s.md", "secret")
    try folder.write("content/a.md", "a")
    try folder.link("content/b.md", to: "../secret/s.md")
    try folder.link("content/c", to: "../secret")
    #expect(mkfifo("\(folder.path)/content/d.md", 0o600) == 0)
    let tree = try read()
    #expect(tree.files.map(\.path) == ["content/a.md"])
    #expect(tree.problems.map(\.place.file.path) == ["content/b.md", "content/c", "content/d.md"])
    #expect(
      tree.problems.map(\.kind) == [
        .refusedFile(what: "symbolic link"), .refusedFile(what: "symbolic link"),
        .refusedFile(what: "device, pipe or socket"),
      ])
    #expect(tree.problems.first?.place.start == Position(line: 1, column: 1))
  }

  @Test func refusesAFileOverOneMegabyteAndTakesOneOfJustThat() throws {
    try folder.write("content/just.md", [UInt8](repeating: 0x61, count: 1 << 20))
    try folder.write("content/over.md", [UInt8](repeating: 0x61, count: 1 << 20 + 1))
    let tree = try read()
    #expect(tree.files.map(\.path) == ["content/just.md"])
    #expect(tree.files.first?.bytes.count == 1 << 20)
    #expect(
      tree.problems.map(\.kind) == [
        .overLimit(what: "file in bytes", found: 1 << 20 + 1, allowed: 1 << 20)
      ])
  }

  @Test func refusesFoldersDeeperThan32() throws {
    let deep = "content/" + Array(repeating: "d", count: 32).joined(separator: "/")
    try folder.write("\(deep)/read.md", "read")
    try folder.write("\(deep)/d/unread.md", "unread")
    let tree = try read()
    #expect(tree.files.map(\.path) == ["\(deep)/read.md"])
    #expect(
      tree.problems.map(\.kind) == [.overLimit(what: "folder depth", found: 33, allowed: 32)])
    #expect(tree.problems.map(\.place.file.path) == ["\(deep)/d"])
  }

  @Test func refusesNamesThatAreNotPlainText() throws {
    try folder.write("content/a\nb.md", "x")
    try folder.write("content/\u{202E}dm.md", "x")
    let tree = try read()
    #expect(tree.files.isEmpty)
    #expect(tree.problems.map(\.place.file.path).first == "content/a\u{FFFD}b.md")
    #expect(tree.problems.count == 2)
  }

  @Test func putsAFileThatIsNotUTF8AmongTheProblemsOnly() throws {
    try folder.write("content/latin.md", Array("ok\n".utf8) + [0x61, 0xE9, 0x62, 0x0A])
    let tree = try read()
    #expect(tree.files.isEmpty)
    #expect(tree.problems.map(\.kind) == [.notUTF8(byte: 0xE9)])
    #expect(tree.problems.first?.place.start == Position(line: 2, column: 2))
  }

  @Test func keepsAFileWithControlCharacters() throws {
    try folder.write("content/a.md", "a\u{0}b\n")
    let tree = try read()
    #expect(tree.files.count == 1)
    #expect(tree.problems.map(\.kind) == [.controlCharacter(0)])
  }

  @Test func throwsWhereThereIsNothingToRead() throws {
    #expect(throws: InputError(path: "content", reason: "No such file or directory")) {
      try read()
    }
    #expect(throws: InputError(path: "", reason: "No such file or directory")) {
      try readSourceTree(root: "\(folder.path)/absent", jobs: .one)
    }
    try folder.write("elsewhere/a.md", "a")
    try folder.link("content", to: "elsewhere")
    #expect(throws: InputError.self) { try read() }
  }

  @Test func readsOneFile() throws {
    try folder.write("changebook.yml", [0xEF, 0xBB, 0xBF] + Array("title: é\n".utf8))
    let reading = try readSourceFile(root: folder.path, path: "changebook.yml")
    #expect(reading.file?.path == "changebook.yml")
    #expect(reading.file?.bytes == Array("title: é\n".utf8))
    #expect(reading.problems.isEmpty)
  }

  @Test func takesAnAbsentFileForNone() throws {
    let reading = try readSourceFile(root: folder.path, path: "changebook.yml")
    #expect(reading.file == nil)
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: ["../x.md", "/etc/passwd", "a/../x", "./x", "a//b", "", "x\u{0}y"])
  func refusesAPathOutsideTheRoot(path: String) throws {
    let reading = try readSourceFile(root: folder.path, path: path)
    #expect(reading.file == nil)
    #expect(reading.problems.map(\.kind) == [.refusedFile(what: "path outside the root")])
  }

  @Test func followsNoLinkToOneFileNorOnTheWayToIt() throws {
    try folder.write("real/x.yml", "a: b\n")
    try folder.link("x.yml", to: "real/x.yml")
    try folder.link("way", to: "real")
    for path in ["x.yml", "way/x.yml"] {
      let reading = try readSourceFile(root: folder.path, path: path)
      #expect(reading.problems.map(\.kind) == [.refusedFile(what: "symbolic link")])
    }
  }
}
