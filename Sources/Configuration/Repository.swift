/// Where the folder of a site stands at a forge: the address that a browser shows for it.
package struct Repository: Sendable, Hashable {
  /// How a forge words its addresses.
  private enum Forge: String, CaseIterable {
    // GitLab's addresses hold GitHub's too, so that it is asked first.
    case gitLab = "/-/tree/"
    case forgejo = "/src/branch/"
    case gitHub = "/tree/"

    func edit(_ place: String) -> String {
      switch self {
      case .gitLab: "/-/edit/\(place)"
      case .forgejo: "/_edit/\(place)"
      case .gitHub: "/edit/\(place)"
      }
    }

    func history(_ place: String) -> String {
      switch self {
      case .gitLab: "/-/commits/\(place)"
      case .forgejo: "/commits/branch/\(place)"
      case .gitHub: "/commits/\(place)"
      }
    }
  }

  private let forge: Forge
  /// `https://github.com/example/changes`
  private let address: String
  /// The branch, and the folder of the site in it, with a slash at the end: `main/site/`.
  private let folder: String

  /// What a wrong one should have been.
  package static let expected =
    "the address of the site's folder at the forge, such as https://github.com/example/changes/tree/main"

  /// Nil where the address names no branch in the way of GitHub, GitLab or Forgejo.
  package init?(_ text: String) {
    guard let address = SiteAddress.read(text),
      let forge = Forge.allCases.first(where: { address.contains($0.rawValue) }),
      let sign = address.firstRange(of: forge.rawValue), !address[sign.upperBound...].isEmpty
    else { return nil }
    self.forge = forge
    self.address = String(address[..<sign.lowerBound])
    folder = address[sign.upperBound...] + "/"
  }

  /// Where a file can be edited.
  ///
  /// - Parameter path: Of the file below the site's root, percent-encoded.
  package func edit(_ path: String) -> String { address + forge.edit(folder + path) }

  /// Where its commits are listed.
  package func history(_ path: String) -> String { address + forge.history(folder + path) }
}
