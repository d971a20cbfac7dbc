import Documents
import Site
import SourceText
import Testing
import Theme

@Suite struct BuiltInThemeTests {
  @Test func theBuiltInThemeHasNoProblem() throws {
    let library = try TemplateLibrary.load(
      builtIn: Theme.folder(), pages: SitePlan.templates,
      blocks: SitePlan.blocks)
    #expect(library.problems.isEmpty)
  }

  @Test func everyPageOfTheThemeIsAPageOfTheSite() throws {
    let library = try TemplateLibrary.load(
      builtIn: Theme.folder(), own: Theme.folder(), pages: SitePlan.templates,
      blocks: SitePlan.blocks)
    #expect(library.problems.map(\.place.file.path) == [])
  }

  @Test func theThemeHasStylesAndScripts() throws {
    let assets = try ThemeAssets.read(builtIn: Theme.folder())
    #expect(assets.problems.isEmpty)
    #expect(assets.files.contains { $0.path == "assets/theme.css" })
    #expect(assets.files.contains { $0.path == "assets/theme.js" })
  }
}
