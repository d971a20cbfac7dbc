import Documents
import Findings
import Markdown
import SourceText

extension HTMLWriter {
  /// Findings where they were made, as a block beside what they concern; nothing for none.
  mutating func findings(
    _ findings: [Finding], at route: Route, links: LinkTable, showsPlace: Bool = false
  ) {
    guard !findings.isEmpty else { return }
    open("ul", "class", blockClass(of: findings))
    for finding in findings {
      open("li")
      findingItem(finding, at: route, links: links, showsPlace: showsPlace)
      close("li")
    }
    close("ul")
  }

  /// What is wrong, what would satisfy the rule, what asks for it, and who accepted it.
  mutating func findingItem(
    _ finding: Finding, at route: Route, links: LinkTable, showsPlace: Bool = false
  ) {
    open("p")
    severity(of: finding)
    text(" ")
    element(
      "a", "href", Route.rule(finding.code.description).href(from: route),
      finding.code.description)
    text(" ")
    sentence(finding.message)
    if showsPlace {
      text(", ")
      placeText(finding.place)
    } else {
      text(" (line \(finding.place.start.line))")
    }
    close("p")
    if finding.help != nil || finding.policy != nil {
      open("p", class: "help")
      if let help = finding.help {
        sentence(help.capitalisedFirst)
        if finding.policy != nil { text(". ") }
      }
      if let reference = finding.policy { policy(reference, at: route, links: links) }
      close("p")
    }
    if let waiver = finding.waiver {
      element("p", "Waived by \(waiver.by), \(waiver.at): \(waiver.reason)")
    }
  }

  mutating func severity(of finding: Finding) {
    if finding.waiver != nil {
      element("span", class: "sev sev-waived", "\(finding.severity.rawValue), waived")
    } else {
      element("span", "class", finding.severity.className, finding.severity.rawValue)
    }
  }

  /// `Policy §6.1: Application code | 2 | If security-relevant`, with a link to the clause.
  mutating func policy(_ reference: PolicyReference, at route: Route, links: LinkTable) {
    text("Policy ")
    let name = reference.clause.map { "§\($0)" } ?? "line \(reference.place.start.line)"
    link(name, toClauseOf: reference, at: route, links: links)
    text(": \(reference.excerpt)")
  }

  /// A text that leads to the clause of the policy that it comes from.
  mutating func link(
    _ text: String, toClauseOf reference: PolicyReference, at route: Route, links: LinkTable
  ) {
    link(
      text,
      href: links.clause(reference).map { $0.route.href(from: route, fragment: $0.anchor) })
  }

  mutating func placeText(_ place: Place) {
    element("code", "\(place.file.path):\(place.start.line)")
  }

  private func blockClass(of findings: [Finding]) -> String {
    let open = findings.filter { $0.waiver == nil }
    if open.isEmpty { return "here covered" }
    return open.contains { $0.severity <= .breach } ? "here" : "here quiet"
  }
}

extension Severity {
  fileprivate var className: String { "sev sev-\(rawValue)" }
}
