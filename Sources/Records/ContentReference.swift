import Markdown
import SourceText

/// What a link of a content file means, before anybody knows the site's addresses.
package enum ContentReference: Sendable, Hashable {
  /// Another site, or a mail address.
  case outside
  /// A heading of the same file.
  case here(fragment: String)
  /// Another file, by its path below the site's root, and a heading of it.
  case file(path: String, fragment: String?)
  /// Not published at all, see `LinkDestination`.
  case refused

  /// Reads a destination as it stands in the file at a path: `../incidents/a.md#cause` in
  /// `content/changes/b.md` is `content/incidents/a.md`.
  package init(_ destination: String, from path: String) {
    guard let link = LinkDestination(destination) else {
      self = .refused
      return
    }
    switch link.kind {
    case .web, .mail: self = .outside
    case .fragment: self = .here(fragment: String(link.text.dropFirst()))
    case .relative:
      let parts = link.text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      self = .file(
        path: Self.join(String(parts[0]), besides: path),
        fragment: parts.count > 1 ? String(parts[1]) : nil
      )
    }
  }

  /// A path that leads above the root stays at it.
  private static func join(_ relative: String, besides path: String) -> String {
    var parts = path.parts(at: "/").dropLast()
    for part in relative.parts(at: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
