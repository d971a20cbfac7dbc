import Glibc
import SourceText

/// The theme's styles, scripts and pictures, as they go into the site.
package struct ThemeAssets: Sendable {
  /// By path.
  package let files: [OutputFile]
  package let problems: [ReadingProblem]

  private static let largestFile = 4 * 1024 * 1024

  /// The files of `assets` in the built-in theme; one of the site's own replaces that of the same
  /// name or is added.
  ///
  /// - Parameters:
  ///   - builtIn: The folder of the built-in theme.
  ///   - own: The site's own folder; nil or missing for none.
  package static func read(builtIn: String, own: String? = nil) -> ThemeAssets {
    var contents: [String: [UInt8]] = [:]
    var problems: [ReadingProblem] = []
    for (folder, shown) in [(builtIn, "theme"), (own, "templates")] {
      guard let folder else { continue }
      for (name, content) in read(folder) {
        guard let content else {
          let file = SourceFile(path: "\(shown)/assets/\(name)", bytes: [])
          let message = "not a regular file of at most \(largestFile / 1024 / 1024) MB"
          problems.append(
            ReadingProblem(.templateProblem(message: message, help: nil), at: Place(startOf: file)))
          continue
        }
        contents[name] = shown == "theme" ? tightened(content, named: name) : content
      }
    }
    let files = contents.map { name, content in
      OutputFile(path: Route.asset(name).outputPath, content: content)
    }
    return ThemeAssets(
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
      problems: problems)
  }

  /// Every file of the folder but hidden ones, in order; nil for one that is refused.
  private static func read(_ path: String) -> [(name: String, content: [UInt8]?)] {
    let number = retried { open("\(path)/assets", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { return [] }
    let folder = Descriptor(number)
    let names = (entries(of: folder) ?? []).map(\.name).filter { !$0.hasPrefix(".") }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
      (name, folder.content(of: name, atMost: largestFile))
    }
  }
}
