import Glibc
import Testing

@testable import Site

@Suite struct PublishingTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @discardableResult
  private func publish(
    _ files: [String: String], calls: SystemCalls = SystemCalls()
  ) throws -> PublishingSummary {
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0, calls: calls)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      try site.write(path, Array(text.utf8))
    }
    return try site.finish()
  }

  @Test func publishesIntoAFolderThatIsNotThere() throws {
    let summary = try publish(["index.html": "home", "changes/a/index.html": "a"])
    #expect(summary.written == 2 && summary.unchanged == 0 && summary.removed == 0)
    #expect(
      scratch.files == ["site/.changebook", "site/changes/a/index.html", "site/index.html"])
    #expect(scratch.text("site/changes/a/index.html") == "a")
  }

  @Test func makesTheFoldersAroundTheTarget() throws {
    let site = try StagedSite(target: scratch.path + "/out/of/the/way/")
    try site.write("index.html", Array("home".utf8))
    _ = try site.finish()
    #expect(scratch.text("out/of/the/way/index.html") == "home")
  }

  @Test func filesWithTheSameBytesKeepTheirTime() throws {
    try publish(["same/index.html": "same", "other.html": "one", "gone/deep/x": "x", "empty": ""])
    for path in ["same/index.html", "other.html", "empty"] { scratch.age("site/" + path) }
    let summary = try publish([
      "same/index.html": "same", "other.html": "two", "new": "n", "empty": "",
    ])
    #expect(summary.written == 2 && summary.unchanged == 2 && summary.removed == 1)
    #expect(scratch.isAged("site/same/index.html"))
    #expect(scratch.isAged("site/empty"))
    #expect(!scratch.isAged("site/other.html"))
    #expect(scratch.text("site/other.html") == "two")
    #expect(!scratch.exists("site/gone"))
    #expect(scratch.status("site/same/index.html")?.st_nlink == 1)
  }

  @Test func contentLongerThanOneReadIsComparedToItsEnd() throws {
    let long = String(repeating: "0123456789abcdef", count: 20_000)
    try publish(["a": long + "1", "b": long + "1"])
    let summary = try publish(["a": long + "1", "b": long + "2"])
    #expect(summary.unchanged == 1 && summary.written == 1)
    #expect(scratch.text("site/b") == long + "2")
  }

  @Test func filesThatCannotBeLinkedAreCopiedWithTheirTime() throws {
    try publish(["a/b": "text"])
    scratch.age("site/a/b")
    var calls = SystemCalls()
    calls.link = { _, _, _ in fail(EPERM) }
    let summary = try publish(["a/b": "text"], calls: calls)
    #expect(summary.unchanged == 1 && summary.written == 0)
    #expect(scratch.text("site/a/b") == "text")
    #expect(scratch.isAged("site/a/b"))
  }

  @Test func theSwapIsOneStepForReadersOfTheFolder() throws {
    try publish(["index.html": "old"])
    let old = scratch.status("site")?.st_ino
    let site = try StagedSite(target: scratch.site)
    try site.write("index.html", Array("new".utf8))
    #expect(scratch.text("site/index.html") == "old")
    let staged = scratch.status(".site.staging-\(getpid())")?.st_ino
    _ = try site.finish()
    #expect(scratch.text("site/index.html") == "new")
    #expect(scratch.status("site")?.st_ino == staged && staged != old)
    #expect(scratch.files == ["site/.changebook", "site/index.html"])
  }

  @Test func aFileSystemWithoutExchangeGetsTwoRenames() throws {
    try publish(["index.html": "old"])
    var calls = SystemCalls()
    calls.exchange = { _, _, _ in fail(EINVAL) }
    let summary = try publish(["index.html": "new"], calls: calls)
    #expect(summary.leftover == nil)
    #expect(scratch.text("site/index.html") == "new")
    #expect(scratch.files == ["site/.changebook", "site/index.html"])
  }

  @Test func anyOtherFailureOfTheExchangeLeavesTheOldSite() throws {
    try publish(["index.html": "old"])
    var calls = SystemCalls()
    calls.exchange = { _, _, _ in fail(EIO) }
    #expect(throws: PublishingError(.system(operation: "publish to", code: EIO), scratch.site)) {
      try publish(["index.html": "new"], calls: calls)
    }
    #expect(scratch.text("site/index.html") == "old")
    #expect(scratch.files == ["site/.changebook", "site/index.html"])
  }

  @Test func abandoningLeavesNothingBehind() throws {
    try publish(["index.html": "old"])
    do {
      let site = try StagedSite(target: scratch.site)
      try site.write("a/b/c/d", Array("x".utf8))
      #expect(scratch.exists(".site.staging-\(getpid())/a/b/c/d"))
    }
    #expect(scratch.files == ["site/.changebook", "site/index.html"])
  }

  @Test func manyThreadsWriteIntoTheSameFolders() async throws {
    let site = try StagedSite(target: scratch.site)
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<8 {
        group.addTask {
          for file in 0..<50 { try? site.write("a/\(file)/\(thread)/index.html", [65]) }
        }
      }
    }
    #expect(try site.finish().written == 400)
    #expect(scratch.files.count == 401)
  }
}

/// A failed call.
func fail(_ code: Int32) -> Int32 {
  errno = code
  return -1
}
