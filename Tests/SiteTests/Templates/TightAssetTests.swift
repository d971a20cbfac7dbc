import TestSupport
import Testing
import Theme

@testable import Site

@Suite struct TightAssetTests {
  private func tight(_ text: String, _ name: String) -> String {
    String(decoding: tightened(Array(text.utf8), named: name), as: UTF8.self)
  }

  @Test func dropsWhatOnlyAuthorsNeed() {
    #expect(tight("// a\nf(); // b\n\n  g(\"// c\");\n", "a.js") == "f(); // b\ng(\"// c\");")
    #expect(tight("/* a\n   b */\nx {\n  y: z;\n}\n/* c */\n", "a.css") == "x{y:z;}\n")
    #expect(
      tight("a :b, c { d: \"e: f {\"; g: h; }\n", "a.css") == "a :b, c{d:\"e: f {\"; g: h; }\n")
    #expect(tight("  <svg/>\n", "a.svg") == "  <svg/>\n")
    #expect(tight("a", "a.css") == "a")
  }

  /// Lines that are cut to their words must not be parts of a text.
  @Test func noScriptOfTheThemeHasATextOfSeveralLines() throws {
    let assets = ThemeAssets.read(builtIn: try Theme.folder())
    let scripts = assets.files.filter { $0.path.hasSuffix(".js") }
    #expect(scripts.count > 3)
    #expect(scripts.allSatisfy { !$0.content.contains(UInt8(ascii: "`")) })
    for script in scripts {
      #expect(!String(decoding: script.content, as: UTF8.self).contains(" // "), "\(script.path)")
    }
    let styles = assets.files.filter { $0.path.hasSuffix("theme.css") }
    #expect(scripts.reduce(0) { $0 + $1.content.count } < 20 * 1024)
    #expect(styles.reduce(0) { $0 + $1.content.count } < 30 * 1024)
  }
}
