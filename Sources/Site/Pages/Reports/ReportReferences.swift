import Reports

/// The references from one page to where the numbers and names of its report lead. Those that a
/// table repeats row by row are kept once they are known.
final class ReportReferences {
  let publication: Publication
  let route: Route
  private let links: PageLinks
  /// By the code of the rule; nil where nothing leads to it.
  private var findings: [String: String?] = [:]

  init(_ publication: Publication, from route: Route) {
    self.publication = publication
    self.route = route
    links = PageLinks(from: route, publication.systems)
  }

  /// Nil where nothing is known to lead there.
  func href(_ link: ReportLink) -> String? {
    switch link {
    case .change(let id): return links.change(id)
    case .incident(let id): return links.incident(id)
    case .system(let name): return links.system(name)
    case .findings(let code):
      if let href = findings[code] { return href }
      let href = publication.reportLinks.href(link, from: route)
      findings[code] = .some(href)
      return href
    default: return publication.reportLinks.href(link, from: route)
    }
  }
}
