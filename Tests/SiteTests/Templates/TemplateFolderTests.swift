import Documents
import Foundation
import SourceText
import Testing
import Theme

@testable import Site

@Suite struct TemplateFolderTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.template("built-in")
  }

  @Test func aFolderThatIsMissingChangesNothing() throws {
    #expect(try scratch.load(own: true).problems.isEmpty)
  }

  @Test func linksAndLargeFilesAreRefused() throws {
    try scratch.put("secret", at: "secret")
    try scratch.put(
      String(repeating: "x", count: 256 * 1024 + 1), at: "templates/partials/large.mustache")
    try scratch.makeFolder("templates/pages")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/templates/pages/page.mustache", withDestinationPath: "../../secret")
    let library = try scratch.load(own: true)
    #expect(
      library.problems.map(\.place.file.path) == [
        "templates/pages/page.mustache", "templates/partials/large.mustache",
      ])
    #expect(library.page() == Array("built-in".utf8))
  }

  @Test(arguments: ["templates", "templates/pages", "templates/blocks", "templates/assets"])
  func aFolderBehindALinkIsRefused(folder: String) throws {
    try scratch.put("{{", at: "elsewhere/pages/page.mustache")
    if folder != "templates" { try scratch.makeFolder("templates") }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/" + folder, withDestinationPath: scratch.path + "/elsewhere")
    let theme = try SiteTheme.load(root: scratch.path)
    #expect(
      theme.problems.map(\.summary) == [
        "1:1 a symbolic link is not opened (put a folder in its place)"
      ])
    #expect(theme.problems.map(\.place.file.path) == [folder])
  }

  @Test func pagesThatTheSiteDoesNotHaveAreReported() throws {
    try scratch.put("x", at: "templates/pages/pgae.mustache")
    #expect(
      try scratch.load(own: true).problems.map(\.summary)
        == ["1:1 there is no page `pgae` (did you mean `page`?)"])
  }

  @Test func otherFilesAreLeftAlone() throws {
    try scratch.put("{{", at: "templates/pages/notes.txt")
    try scratch.put("{{", at: "templates/Theme.swift")
    #expect(try scratch.load(own: true).problems.isEmpty)
  }

  @Test func aThemeWithoutAPageIsBroken() throws {
    #expect(throws: BrokenTheme.self) {
      try TemplateLibrary.load(
        builtIn: scratch.path + "/nowhere", pages: [PageTemplate("page", TestPage.self)],
        blocks: [])
    }
  }

  @Test func aThemeWithAProblemIsBroken() throws {
    try scratch.template("\n {{titel}}")
    do {
      _ = try scratch.load()
      Issue.record("the theme is taken")
    } catch let error as BrokenTheme {
      #expect(
        error.description
          == "the theme is broken: theme/pages/page.mustache:2:2: no value is named `titel` here")
    }
  }

  @Test func assetsOfTheSiteReplaceOrJoinTheBuiltInOnes() throws {
    try scratch.put("a", at: "theme/assets/a.css")
    try scratch.put("b", at: "theme/assets/b.css")
    try scratch.put("mine", at: "templates/assets/b.css")
    try scratch.put("c", at: "templates/assets/c.svg")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/templates/assets/d", withDestinationPath: "a.css")
    let assets = ThemeAssets.read(
      builtIn: scratch.path + "/theme", own: scratch.path + "/templates")
    #expect(assets.files.map(\.path) == ["assets/a.css", "assets/b.css", "assets/c.svg"])
    #expect(assets.files.map { String(decoding: $0.content, as: UTF8.self) } == ["a", "mine", "c"])
    #expect(assets.problems.map(\.place.file.path) == ["templates/assets/d"])
  }
}
