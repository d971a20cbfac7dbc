import Foundation
import Glibc
import Testing

@testable import Site

/// What others put into a site stays, whatever becomes of the build.
@Suite struct KeptFileTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try publish(["index.html": "old", "changes/a.html": "a", "gone/deep/x.html": "x"])
  }

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

  private static let next = ["index.html": "new", "changes/a.html": "a"]

  private static let foreign = [
    "CNAME", ".nojekyll", ".well-known/security.txt", "robots.txt", "changes/mine.html",
    "gone/deep/mine.html", "a\\b\nc.txt", "assets/extra.css", "data/other.csv", ".changebook2",
  ]

  /// With second names, and where the file system has none.
  @Test(arguments: [true, false])
  func keepsFilesOfOthersBuildAfterBuild(_ canLink: Bool) throws {
    for path in Self.foreign {
      try scratch.put("of \(path)", at: "site/" + path)
      chmod("\(scratch.site)/\(path)", 0o640)
      scratch.age("site/" + path)
    }
    chmod("\(scratch.site)/.well-known", 0o750)
    var calls = SystemCalls()
    if !canLink { calls.linkAs = { _, _, _, _ in fail(EPERM) } }
    for number in 1...3 {
      let summary = try publish(Self.next, calls: calls)
      #expect(summary.kept.map(\.path).sorted() == Self.foreign.sorted())
      #expect(summary.kept.allSatisfy { $0.place == $0.path })
      #expect(summary.removed == (number == 1 ? 1 : 0))
      #expect(summary.leftover == nil)
      for path in Self.foreign {
        #expect(scratch.text("site/" + path) == "of \(path)")
        #expect(scratch.isAged("site/" + path))
        #expect(scratch.status("site/" + path).map { $0.st_mode & 0o7777 } == 0o640)
        #expect(scratch.status("site/" + path)?.st_nlink == 1)
      }
      #expect(scratch.status("site/.well-known").map { $0.st_mode & 0o7777 } == 0o750)
    }
    #expect(!scratch.exists("site/gone/deep/x.html"))
    let own = [".changebook", "changes/a.html", "index.html"]
    #expect(scratch.files == (own + Self.foreign).map { "site/" + $0 }.sorted())
  }

  @Test func keepsEmptyFoldersAndLinks() throws {
    try scratch.makeFolder("site/uploads/of/users")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.site + "/latest", withDestinationPath: "changes")
    try publish(Self.next)
    #expect(scratch.status("site/uploads/of/users")?.kind == S_IFDIR)
    #expect(scratch.status("site/latest")?.kind == S_IFLNK)
  }

  @Test func putsAsideWhatANewPageStandsInThePlaceOf() throws {
    try scratch.put("mine", at: "site/guide/x.html")
    try scratch.put("also mine", at: "site/taken")
    var files = Self.next
    files["guide/x.html"] = "the site's"
    files["taken/index.html"] = "the site's"
    for _ in 1...2 {
      let summary = try publish(files)
      #expect(
        summary.kept.map(\.place) == [".changebook-kept/guide/x.html", ".changebook-kept/taken"])
      #expect(scratch.text("site/guide/x.html") == "the site's")
      #expect(scratch.text("site/taken/index.html") == "the site's")
      #expect(scratch.text("site/.changebook-kept/guide/x.html") == "mine")
      #expect(scratch.text("site/.changebook-kept/taken") == "also mine")
    }
    // A second one of the same path goes beside the first.
    files["guide/x.html"] = nil
    try publish(files)
    try scratch.put("mine again", at: "site/guide/x.html")
    files["guide/x.html"] = "the site's"
    try publish(files)
    #expect(scratch.text("site/.changebook-kept/guide/x.html") == "mine")
    #expect(scratch.text("site/.changebook-kept/guide/x.html.2") == "mine again")
  }

  @Test func takesOverAFileThatIsTheSameAsItsOwn() throws {
    try scratch.put("same", at: "site/robots.txt")
    let summary = try publish(["index.html": "new", "robots.txt": "same"])
    #expect(summary.kept == [])
    #expect(try publish(["index.html": "new"]).removed == 1)
    #expect(!scratch.exists("site/robots.txt"))
  }

  @Test func leavesTheOldSiteWhereOneCannotBeKept() throws {
    try scratch.put("mine", at: "site/CNAME")
    var calls = SystemCalls()
    calls.linkAs = { _, _, _, _ in fail(EPERM) }
    calls.write = { number, bytes, count in
      count == 4 ? Int(fail(ENOSPC)) : write(number, bytes, count)
    }
    #expect(throws: PublishingError(.system(operation: "keep", code: ENOSPC), "CNAME")) {
      try publish(Self.next, calls: calls)
    }
    #expect(scratch.text("site/CNAME") == "mine")
    #expect(scratch.text("site/index.html") == "old")
  }

  /// Between the moment when the files are gathered and the swap.
  @Test func keepsAFileThatComesLate() throws {
    var calls = SystemCalls()
    let site = scratch.site
    calls.exchange = { folder, a, b in
      _ = FileManager.default.createFile(atPath: site + "/CNAME", contents: Data("late".utf8))
      return SystemCalls().exchange(folder, a, b)
    }
    try publish(Self.next, calls: calls)
    #expect(scratch.text("site/CNAME") == "late")
    #expect(scratch.text("site/index.html") == "new")
  }

  /// Killed after the swap, while the old site is removed: the next build finishes it.
  @Test func keepsWhatAnUnfinishedRemovalHeld() throws {
    try scratch.put("mine", at: "site/CNAME")
    try publish(Self.next)
    let mark = try #require(scratch.text("site/.changebook"))
    let old = ".site.staging-99999999"
    try scratch.put(mark, at: "\(old)/.changebook")
    try scratch.put("old", at: "\(old)/index.html")
    try scratch.put("mine, late", at: "\(old)/late/NOTES")
    #expect(link("\(scratch.site)/CNAME", "\(scratch.path)/\(old)/CNAME") == 0)
    try publish(Self.next)
    #expect(!scratch.exists(old))
    #expect(scratch.text("site/late/NOTES") == "mine, late")
    #expect(scratch.text("site/CNAME") == "mine")
    #expect(scratch.text("site/index.html") == "new")
    #expect(!scratch.exists("site/.changebook-kept"))
  }

  /// Sites of 0.1.0 do not say which files are their own.
  @Test func keepsOfAnOlderSiteWhatItCannotHaveWritten() throws {
    try scratch.put(
      "Written by changebook. The next build replaces this folder.\n", at: "site/.changebook")
    for path in ["CNAME", ".nojekyll", ".well-known/x.html", "robots.txt", "stale.html"] {
      try scratch.put("x", at: "site/" + path)
    }
    let summary = try publish(Self.next)
    #expect(
      summary.kept.map(\.path) == [".nojekyll", ".well-known/x.html", "CNAME", "robots.txt"])
    #expect(!scratch.exists("site/stale.html"))
    #expect(!scratch.exists("site/gone"))
  }

  @Test(arguments: ["a\nb.html", "a\\nb.html", "\\.html", "a\\", "\n", "é \u{1F600}"])
  func knowsItsOwnFilesWhateverTheirNames(_ path: String) throws {
    try publish(["index.html": "new", path: "x"])
    let summary = try publish(["index.html": "new"])
    #expect(summary.kept == [])
    #expect(summary.removed == 1)
    #expect(!scratch.exists("site/" + path))
  }

  @Test func theMarkListsTheFilesInOneOrder() throws {
    let before = scratch.text("site/.changebook")
    #expect(
      before == OutputFolder.markText + "Files:\nchanges/a.html\ngone/deep/x.html\nindex.html\n")
    let site = try StagedSite(target: scratch.site)
    for path in ["index.html", "gone/deep/x.html", "changes/a.html"] { try site.write(path, [65]) }
    _ = try site.finish()
    #expect(scratch.text("site/.changebook") == before)
  }
}
