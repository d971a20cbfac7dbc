import Configuration
import Documents
import PolicyReading
import Records
import SourceText

/// What stands around the content of every page.
struct PageFrame: TemplateModel {
  /// Without the site's name, which the template adds.
  let pageTitle: String
  /// The way from the dashboard to the page; empty on the dashboard.
  let breadcrumbs: [Breadcrumb]
  let place: HeaderPlace?
  let route: Route
  let publication: Publication
  /// The file that the page shows; nil for pages that are made of many.
  var source: String?
  /// What the page comes to, in plain words, for links to it elsewhere.
  var description = ""

  static let fields = TemplateFields<Self>(
    .text("pageTitle", "The title of the page.") { $0.pageTitle },
    .text("description", "What the page comes to, in plain words.") { $0.description },
    .flag("feed", "There is a feed of what happened last: `base_url` is set.") {
      $0.publication.settings.baseURL != nil
    },
    .text("twin", "The same page as Markdown.") { frame in
      frame.route.hasTwin ? frame.route.twin.href(from: frame.route) : ""
    },
    .text("address", "Its address in the world, where `base_url` is set.") { frame in
      frame.publication.settings.baseURL.map { frame.route.address(under: $0) } ?? ""
    },
    .text("site", "The name of the site.") { $0.publication.settings.title },
    .text("root", "The way back to the root of the site, such as `../`.") {
      $0.publication.root(from: $0.route)
    },
    .list("navigation", "The places of the header.") { $0.links(to: HeaderPlace.header) },
    .list("help", "The places of the footer.") { $0.links(to: HeaderPlace.footer) },
    .object("status", "What may run now, in a line.") { $0.publication.status.value },
    .flag("hasBreadcrumbs", "The page is not the first of the site.") { !$0.breadcrumbs.isEmpty },
    .list("breadcrumbs", "The way to the page.") { $0.breadcrumbs },
    .list("footer", "What the page was made from.") { $0.publication.footer + $0.sourceFacts })
}

extension PageFrame {
  fileprivate func links(to places: [HeaderPlace]) -> [HeaderLink] {
    places.map { HeaderLink(place: $0, isAround: $0 == place, isHere: $0.route == route) }
  }

  /// Where the file of the page is edited, and where its commits are.
  fileprivate var sourceFacts: [Fact] {
    guard let source, let repository = publication.settings.repository else { return [] }
    let path = percentEncoded(source, keeping: "/")
    return [
      Fact(
        "This page",
        "\("edit", to: .web(repository.edit(path))), \("history", to: .web(repository.history(path)))"
      )
    ]
  }
}

/// A page of the site: what stands around it, and what it comes to.
protocol SitePage: TemplateModel {
  var frame: PageFrame { get set }
  /// The same without a template: what its Markdown twin is made from.
  var document: Document { get }
}

extension Publication {
  /// - Parameters:
  ///   - place: It is marked in the header.
  ///   - trail: What lies between the dashboard and the page.
  ///   - name: What the page is called at the end of the way to it.
  ///   - source: The file that it shows.
  func frame(
    _ title: String, at route: Route, in place: HeaderPlace?, below trail: [Breadcrumb] = [],
    as name: String? = nil, of source: String? = nil
  ) -> PageFrame {
    PageFrame(
      pageTitle: title,
      breadcrumbs: place == nil && trail.isEmpty && name == nil || route == .dashboard
        ? [] : [Breadcrumb(.dashboard)] + trail + [Breadcrumb(name ?? title, nil)],
      place: place, route: route, publication: self, source: source)
  }

  /// The way back to the root of the site; its address for a page that is shown at any depth.
  fileprivate func root(from route: Route) -> String {
    if route == .notFound, let base = settings.baseURL {
      return Route.dashboard.address(under: base)
    }
    let depth = route.outputPath.utf8.count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth)
  }

  fileprivate var footer: [Fact] {
    let policy = register.policies.latest
    let name = policy.metadata.id?.value ?? policy.title
    var text: RichText = "\(name, to: .route(links.route(of: policy)))"
    if let version = policy.metadata.version?.value { text += ", version \(version)" }
    if let day = policy.metadata.effective?.value { text += ", in force since \(Inline.day(day))" }
    let unread = findings.unread.count
    let left: RichText =
      unread == 0
      ? "none left out"
      : "\("\(unread) not read", to: .route(.findings, fragment: "unread"))"
    return [
      Fact("Policy", text), Fact("As of", "\(Inline.instant(asOf))"),
      Fact("Content", revision.map { "revision \($0)" } ?? ""),
      Fact("Records", "\(findings.recordsRead) read, \(left)"),
    ].filter { !$0.value.isEmpty }
  }
}

/// A link of the header or the footer.
struct HeaderLink: TemplateModel {
  let place: HeaderPlace
  /// The page belongs to it.
  let isAround: Bool
  let isHere: Bool

  static let fields = TemplateFields<Self>(
    .text("name", "The name of the place.") { $0.place.name },
    .target("href", "Its address.") { .route($0.place.route) },
    .text("current", "`page` on the place itself, `true` on the pages that belong to it.") {
      $0.isAround ? ($0.isHere ? "page" : "true") : ""
    })
}

/// The places that every page leads to: the first seven in its header, the others in its footer.
enum HeaderPlace: CaseIterable {
  case dashboard, policy, changes, calendar, reports, findings, compliance, guide, data

  static let header = allCases.filter { !footer.contains($0) }
  static let footer: [HeaderPlace] = [.guide, .data]

  var name: String {
    switch self {
    case .dashboard: "Dashboard"
    case .policy: "Policy"
    case .changes: "Changes"
    case .calendar: "Calendar"
    case .reports: "Reports"
    case .findings: "Findings"
    case .compliance: "Compliance"
    case .guide: "Guide"
    case .data: "Data"
    }
  }

  var route: Route {
    switch self {
    case .dashboard: .dashboard
    case .policy: .policyIndex
    case .changes: .changes
    case .calendar: .calendar
    case .reports: .reports
    case .findings: .findings
    case .compliance: .compliance
    case .guide: .guide
    case .data: .dataIndex
    }
  }
}

/// One link of the way from the dashboard to a page.
struct Breadcrumb: TemplateModel {
  let name: String
  /// Nil for the page itself.
  let route: Route?

  init(_ name: String, _ route: Route?) {
    self.name = name
    self.route = route
  }

  init(_ place: HeaderPlace) { self.init(place.name, place.route) }

  static let fields = TemplateFields<Self>(
    .text("name", "The name of the page.") { $0.name },
    .target("href", "Its address; nothing for the page at hand.") {
      $0.route.map { .route($0) }
    })
}
