import Foundation

/// The built-in theme: pages, partials and assets, as a folder beside the program.
package enum Theme {
  /// The folder that holds `pages`, `partials` and `assets`: beside the program itself, wherever it
  /// was installed, else where the package was built.
  package static func folder() throws -> String {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath()
    let beside = program?.deletingLastPathComponent().appending(path: "changebook_Theme.resources")
    if let beside, FileManager.default.fileExists(atPath: beside.path) { return beside.path }
    // `Bundle.module` ends the program where it finds nothing.
    guard let found = Bundle.allBundles.first(where: holdsTheme) ?? builtBundle else {
      throw ThemeNotFound(path: beside?.path ?? "changebook_Theme.resources")
    }
    return found.bundlePath
  }

  private static func holdsTheme(_ bundle: Bundle) -> Bool {
    bundle.bundlePath.hasSuffix("changebook_Theme.resources")
  }

  /// Where the tests run, the bundle lies beside theirs.
  private static var builtBundle: Bundle? {
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return Bundle(path: tests.appending(path: "changebook_Theme.resources").path)
  }
}

/// The theme is not where it belongs: the program was moved without the folder beside it.
package struct ThemeNotFound: Error, CustomStringConvertible {
  package let path: String
  package var description: String {
    "the theme is missing: \(path) belongs beside the program"
  }
}
