import Chronology
import Configuration
import Findings
import Markdown
import PolicyReading
import Records
import Reports
import SourceText

/// Everything that pages are made from: read-only, shared by all of them. A class, since every view
/// of every page holds it.
final class Publication: Sendable {
  let register: Register
  let findings: FindingsIndex
  let links: LinkTable
  let recordAnchors = RecordAnchors()
  let calendar: SiteCalendar
  let asOf: Instant
  /// The policy's: all times on pages are given in it.
  let zone: Zone
  /// The revision of the content; nil where it is not known.
  let revision: String?
  let settings: Settings
  let systems: SystemIndex
  let twelveMonths: TwelveMonths
  let reports: ReportIndex
  let siteLinks: SiteLinks

  init(
    register: Register, findings: FindingsIndex, calendar: SiteCalendar, settings: Settings,
    asOf: Instant, revision: String?, twelveMonths: TwelveMonths, reports: ReportIndex
  ) {
    self.register = register
    self.settings = settings
    self.asOf = asOf
    self.revision = revision
    zone = register.zone
    self.findings = findings
    self.reports = reports
    links = LinkTable(register, commentaries: reports.commentaryRoutes)
    let systems = SystemIndex(register)
    siteLinks = SiteLinks(
      reports, findings: findings, links: links, calendar: { calendar }, systems: { systems })
    self.calendar = calendar
    self.systems = systems
    self.twelveMonths = twelveMonths
  }

  func stage(of change: Change) -> WorkflowStage { register.stage(of: change, asOf: asOf) }

  /// The frame of all pages in the folder of one of them; `place` is marked in the header.
  func frame(at route: Route, in place: HeaderPlace?) -> SharedFrame {
    let depth = route.outputPath.utf8.count { $0 == UInt8(ascii: "/") }
    return frame(at: route, in: place, root: String(repeating: "../", count: depth)) {
      $0.href(from: route, fragment: $1)
    }
  }

  /// The frame of a page that is shown at any depth: its links are addresses below a base.
  func frame(at route: Route, under baseURL: String) -> SharedFrame {
    frame(at: route, in: nil, root: Route.dashboard.address(under: baseURL)) { other, fragment in
      other.address(under: baseURL) + (fragment.map { "#\($0)" } ?? "")
    }
  }

  /// How a page leads to another, and to a place on it.
  private typealias Leading = (Route, String?) -> String

  private func frame(
    at route: Route, in place: HeaderPlace?, root: String, leading: Leading
  ) -> SharedFrame {
    SharedFrame(
      site: settings.title, root: root,
      navigation: navigation(at: route, in: place, leading: leading),
      footer: footer(leading: leading))
  }

  private func navigation(
    at route: Route, in place: HeaderPlace?, leading: Leading
  ) -> HTML {
    var writer = HTMLWriter()
    writer.open("ul")
    for other in HeaderPlace.allCases {
      writer.open("li")
      let current = other == place ? (other.route == route ? "page" : "true") : nil
      writer.element(
        "a", ["href": leading(other.route, nil), "aria-current": current], other.name)
      writer.close("li")
    }
    writer.close("ul")
    return writer.finish()
  }

  private func footer(leading: Leading) -> HTML {
    var writer = HTMLWriter()
    writer.open("dl")
    let policy = register.policies.latest
    writer.footerFact("Policy") { writer in
      writer.element(
        "a", "href", leading(links.route(of: policy), nil),
        policy.metadata.id?.value ?? policy.title)
      if let version = policy.metadata.version?.value { writer.text(", version \(version)") }
      if let day = policy.metadata.effective?.value {
        writer.text(", in force since ")
        writer.day(day)
      }
    }
    writer.footerFact("As of") { $0.time(asOf, in: zone) }
    if let revision { writer.footerFact("Content") { $0.text("revision \(revision)") } }
    writer.footerFact("Records") { writer in
      let unread = findings.unread.count
      writer.text("\(findings.recordsRead) read, ")
      if unread == 0 {
        writer.text("none left out")
      } else {
        writer.element(
          "a", "href", leading(.findings, "unread"),
          "\(unread) not read")
      }
    }
    writer.close("dl")
    return writer.finish()
  }
}

extension HTMLWriter {
  fileprivate mutating func footerFact(_ name: String, _ content: (inout HTMLWriter) -> Void) {
    open("div")
    element("dt", name)
    open("dd")
    content(&self)
    close("dd")
    close("div")
  }
}
