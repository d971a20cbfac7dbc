import Records
import SourceText

/// Where the pictures that texts show go in the site.
struct PictureAddresses: Sendable {
  private let found: [String: (picture: Picture, route: Route)]
  /// In the order of their paths.
  let all: [(picture: Picture, route: Route)]

  init(_ index: PictureIndex?) {
    var taken: Set<String> = []
    var found: [String: (picture: Picture, route: Route)] = [:]
    var all: [(picture: Picture, route: Route)] = []
    for picture in index?.pictures ?? [] {
      var route = Route.picture(picture)
      // Some file systems do not tell two names apart that differ by case alone.
      var count = 1
      while !taken.insert(route.path.lowercased()).inserted {
        count += 1
        route = Route.picture(picture, copy: count)
      }
      found[picture.path] = (picture, route)
      all.append((picture, route))
    }
    self.found = found
    self.all = all
  }

  subscript(path: String) -> (picture: Picture, route: Route)? { found[path] }
}

extension Route {
  /// A picture, by its path below `content/`. Its name ends as its kind does, whatever the file is
  /// called, since that is what a host goes by.
  fileprivate static func picture(_ picture: Picture, copy: Int = 1) -> Route {
    var parts = picture.path.parts(at: "/")
    if parts.first == "content" { parts.removeFirst() }
    var name = parts.popLast() ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() }
    if let ending, let dot = name.lastIndex(of: "."), picture.kind.endings.contains(ending) {
      name = String(name[..<dot])
    }
    let number = copy > 1 ? "~\(copy)" : ""
    let folder = parts.map { slug($0) + "/" }.joined()
    let kept = ending.flatMap { picture.kind.endings.contains($0) ? $0 : nil }
    return Route(
      path: "images/\(folder)\(slug(name))\(number).\(kept ?? picture.kind.endings.first ?? "")")
  }
}
