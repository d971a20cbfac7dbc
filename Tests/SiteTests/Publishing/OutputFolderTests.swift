import Foundation
import Glibc
import Testing

@testable import Site

@Suite struct OutputFolderTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func reason(_ target: String) throws -> PublishingError.Reason? {
    do {
      _ = try StagedSite(target: target, waitingSeconds: 0)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func aFolderOfTheUserIsNeverReplaced() throws {
    try scratch.put("mine", at: "site/thesis.md")
    #expect(try reason(scratch.site) == .notOurs)
    #expect(scratch.text("site/thesis.md") == "mine")
  }

  @Test func aFolderThatHoldsOnlyFoldersIsTheUsersToo() throws {
    try scratch.makeFolder("site/drafts")
    #expect(try reason(scratch.site) == .notOurs)
  }

  @Test(arguments: [nil, ".gitkeep"])
  func emptyFoldersAreReplaced(file: String?) throws {
    try scratch.makeFolder("site")
    if let file { try scratch.put("", at: "site/" + file) }
    let site = try StagedSite(target: scratch.site)
    try site.write("index.html", [65])
    _ = try site.finish()
    let kept = file.map { ["site/" + $0] } ?? []
    #expect(scratch.files == ["site/.changebook"] + kept + ["site/index.html"])
  }

  @Test func aLinkIsRefusedWhereverItPoints() throws {
    try scratch.makeFolder("elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.site, withDestinationPath: "elsewhere")
    #expect(try reason(scratch.site) == .isLink)
    #expect(try reason(scratch.site + "/") == .isLink)
    #expect(scratch.exists("elsewhere"))
  }

  @Test func aFileIsRefused() throws {
    try scratch.put("text", at: "site")
    #expect(try reason(scratch.site) == .isNoFolder)
    #expect(scratch.text("site") == "text")
  }

  @Test func aGitWorkTreeIsRefused() throws {
    try scratch.put(OutputFolder.markText, at: "site/.changebook")
    try scratch.put("gitdir: ../repo", at: "site/.git")
    #expect(try reason(scratch.site) == .holdsRepository)
  }

  @Test(arguments: ["", "/", ".", "./", "..", "a/.."])
  func pathsThatNameNoFolderOfTheirOwnAreRefused(target: String) throws {
    #expect(try reason(target) == .noName)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "./a", "a/.", "a/..", "a\u{0}b",
    ".changebook", ".changebook.new", ".changebook-kept/a", String(repeating: "n", count: 256),
  ])
  func pathsThatLeaveTheFolderAreRefused(path: String) throws {
    let site = try StagedSite(target: scratch.site)
    #expect(throws: PublishingError(.unsafePath, path)) { try site.write(path, [65]) }
    #expect(throws: PublishingError(.unsafePath, path)) { try site.finish() }
    #expect(scratch.files == [])
  }

  @Test(arguments: ["a", "...", "a..b/.c", "é/ü.html", "..a", "x/.changebook"])
  func plainPathsAreTaken(path: String) { #expect(OutputFile.isSafe(path: path)) }

  @Test func theSamePathTwiceIsAnError() throws {
    let site = try StagedSite(target: scratch.site)
    try site.write("a/b", [65])
    #expect(throws: PublishingError(.writtenTwice, "a/b")) { try site.write("a/b", [65]) }
  }

  @Test func linksInTheOldSiteAreNotFollowed() throws {
    try scratch.put("secret", at: "secret")
    try scratch.put(OutputFolder.markText, at: "site/.changebook")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.site + "/a", withDestinationPath: "../secret")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.site + "/folder", withDestinationPath: "..")
    let site = try StagedSite(target: scratch.site)
    try site.write("a", Array("secret".utf8))
    #expect(try site.finish().unchanged == 0)
    #expect(scratch.text("secret") == "secret")
    #expect(scratch.status("secret")?.st_nlink == 1)
    // They are somebody's, and stay links.
    #expect(
      scratch.files == [
        "secret", "site/.changebook", "site/.changebook-kept/a", "site/a", "site/folder",
      ])
    #expect(scratch.status("site/folder")?.kind == S_IFLNK)
    #expect(scratch.status("site/a")?.kind == S_IFREG)
  }

  @Test func collisionsAreFoundAcrossCaseAndUnicodeForm() {
    let paths = [
      "a/index.html", "changes/CHG-1/index.html", "changes/chg-1/index.html", "caf\u{E9}.html",
      "cafe\u{301}.html", "b", "B/c", "ÄRA", "ära", "CAFÉ.html",
    ]
    #expect(
      OutputCollision.find(in: paths).map(\.indices) == [[1, 2], [3, 4, 9], [5, 6], [7, 8]])
  }
}
