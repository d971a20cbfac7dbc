import Chronology
import Configuration
import Findings
import Markdown
import PolicyReading
import Records
import SourceText

/// Everything that pages are made from: read-only, shared by all of them.
struct Publication: Sendable {
  let register: Register
  let findings: FindingsIndex
  let links: LinkTable
  let asOf: Instant
  /// The policy's: all times on pages are given in it.
  let zone: Zone
  /// The revision of the content; nil where it is not known.
  let revision: String?
  let settings: Settings

  init(
    register: Register, findings: [Finding], settings: Settings, asOf: Instant, revision: String?
  ) {
    self.register = register
    self.settings = settings
    self.asOf = asOf
    self.revision = revision
    zone = register.settings.zone ?? register.policies.latest.zone
    self.findings = FindingsIndex(findings, register: register)
    links = LinkTable(register)
  }

  /// The row of a change's type in the policy that judges it.
  func type(of change: Change, in policy: Policy) -> ChangeType? {
    guard let name = change.type?.value else { return nil }
    return policy.types.first { $0.name == name }
  }

  func stage(of change: Change, type: ChangeType?) -> WorkflowStage {
    change.stage(
      isGoverned: type?.isGoverned ?? false, isPreApproved: type?.isStandard ?? false, asOf: asOf)
  }

  func stage(of change: Change) -> WorkflowStage {
    stage(of: change, type: type(of: change, in: register.policy(for: change)))
  }

  /// The frame of all pages in the folder of one of them; `place` is marked in the header.
  func frame(at route: Route, in place: HeaderPlace?) -> SharedFrame {
    let depth = route.outputPath.utf8.count { $0 == UInt8(ascii: "/") }
    return SharedFrame(
      site: settings.title, root: String(repeating: "../", count: depth),
      navigation: navigation(at: route, in: place), footer: footer(at: route))
  }

  private func navigation(at route: Route, in place: HeaderPlace?) -> HTML {
    var writer = HTMLWriter()
    writer.open("ul")
    for other in HeaderPlace.allCases {
      writer.open("li")
      let current = other == place ? (other.route == route ? "page" : "true") : nil
      writer.element(
        "a", ["href": other.route.href(from: route), "aria-current": current], other.name)
      writer.close("li")
    }
    writer.close("ul")
    return writer.finish()
  }

  private func footer(at route: Route) -> HTML {
    var writer = HTMLWriter()
    writer.open("dl")
    let policy = register.policies.latest
    writer.footerFact("Policy") { writer in
      writer.element(
        "a", ["href": links.route(of: policy).href(from: route)],
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
          "a", ["href": Route.findings.href(from: route, fragment: "unread")],
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
