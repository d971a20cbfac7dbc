import Documents
import Markdown

/// What stands around the content of every page.
struct PageFrame: TemplateModel {
  /// Without the site's name, which the template adds.
  let pageTitle: String
  let breadcrumbs: HTML?
  let shared: SharedFrame

  static let fields = TemplateFields<Self>(
    .text("pageTitle") { $0.pageTitle },
    .text("site") { $0.shared.site },
    .text("root") { $0.shared.root },
    .html("navigation") { $0.shared.navigation },
    .html("breadcrumbs") { $0.breadcrumbs },
    .html("footer") { $0.shared.footer })
}

/// The parts of the frame that all pages of one folder have in common.
struct SharedFrame: Sendable {
  let site: String
  /// The way back to the site's root: `../../`; empty on the dashboard.
  let root: String
  let navigation: HTML
  let footer: HTML

  func page(_ title: String, breadcrumbs: HTML? = nil) -> PageFrame {
    PageFrame(pageTitle: title, breadcrumbs: breadcrumbs, shared: self)
  }
}

/// The places of the header, in its order.
enum HeaderPlace: CaseIterable {
  case dashboard, policy, changes, calendar, reports, findings, guide, data

  var name: String {
    switch self {
    case .dashboard: "Dashboard"
    case .policy: "Policy"
    case .changes: "Changes"
    case .calendar: "Calendar"
    case .reports: "Reports"
    case .findings: "Findings"
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
    case .guide: .guide
    case .data: .dataIndex
    }
  }
}

/// One link of the way from the dashboard to a page.
struct Breadcrumb: Sendable {
  let name: String
  let route: Route

  init(_ name: String, _ route: Route) {
    self.name = name
    self.route = route
  }

  init(_ place: HeaderPlace) { self.init(place.name, place.route) }

  /// The way to a page; its own name closes it and leads nowhere.
  static func trail(_ crumbs: [Breadcrumb], to name: String, at route: Route) -> HTML {
    var writer = HTMLWriter()
    writer.markup("<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><ol>")
    writer.crumb(Breadcrumb(.dashboard), at: route)
    for crumb in crumbs { writer.crumb(crumb, at: route) }
    writer.element("li", "aria-current", "page", name)
    writer.markup("</ol></nav>")
    return writer.finish()
  }
}

extension HTMLWriter {
  fileprivate mutating func crumb(_ crumb: Breadcrumb, at route: Route) {
    markup("<li>")
    link(crumb.name, to: crumb.route.href(from: route))
    markup("</li>")
  }
}
