import Documents
import Findings
import Markdown
import Rules
import SourceText

/// The overview of findings, and the list of each rule that found something.
func planFindings(_ publication: Publication) -> [PlannedPage] {
  [planOverview(publication)]
    + publication.findings.codes.flatMap { planList(of: $0, publication) }
}

private func planOverview(_ publication: Publication) -> PlannedPage {
  PlannedPage(.findings, template: "findings", in: publication) {
    let findings = publication.findings
    let waived = findings.all.count { $0.waiver != nil }
    let open = findings.all.count - waived
    let openWords = counted(open, "finding", "findings").capitalisedFirst
    return FindingsPage(
      frame: publication.frame(at: .findings, in: .findings).page(
        "Findings", breadcrumbs: .trail([], to: "Findings", at: .findings)),
      lead: findings.all.isEmpty
        ? "Nothing was found."
        : """
        \(openWords, to: .here("by-severity")) \(open == 1 ? "is" : "are") open, \
        \(String(waived), to: .here("by-severity")) \(waived == 1 ? "is" : "are") covered by an accepted \
        exception. A breach is published as a breach; only what cannot be read is an error.
        """,
      unread: unreadList(publication), hasAny: !findings.all.isEmpty,
      bySeverity: publication.findingsBySeverity, byRule: publication.findingsByRule,
      byRecord: publication.findingsByRecord, byOwner: publication.findingsByOwner,
      guideHref: Route.guide.href(from: .findings))
  }
}

/// Every record of which something could not be read.
private func unreadList(_ publication: Publication) -> HTML {
  var writer = HTMLWriter()
  writer.open("section", "aria-labelledby", "unread")
  writer.element("h2", "id", "unread", "Records that could not be read")
  if publication.findings.unread.isEmpty {
    writer.element(
      "p", "All were read. One that cannot be read is left out of every figure and named here.")
  } else {
    writer.open("ul", class: "list")
    for (path, finding) in publication.findings.unread {
      writer.open("li")
      if let page = publication.links.route(ofPath: path) {
        writer.element("a", "href", page.href(from: .findings), path)
      } else {
        writer.element("code", path)
      }
      writer.text(", line \(finding.place.start.line): ")
      writer.element(
        "a", "href", Route.rule(finding.code.description).href(from: .findings),
        finding.code.description)
      writer.text(" ")
      writer.sentence(finding.message)
      writer.close("li")
    }
    writer.close("ul")
  }
  writer.close("section")
  return writer.finish()
}

private func planList(of code: RuleCode, _ publication: Publication) -> [PlannedPage] {
  let count = publication.findings.count(of: code)
  let pageCount = (count + rowsPerPage - 1) / rowsPerPage
  let name = code.description
  let documentation = RuleCatalogue.rules.first { $0.documentation.code == code }?.documentation
  return (1...max(1, pageCount)).map { page in
    let here = Route.findings(of: name, page: page)
    return PlannedPage(here, template: "findings-rule", in: publication) {
      let shown = publication.findings.of(code).dropFirst((page - 1) * rowsPerPage)
        .prefix(rowsPerPage)
      var about = HTMLWriter()
      about.element(
        "a", "href", Route.rule(name).href(from: here), "What the rule looks at, and why")
      if let enforces = documentation?.enforces { about.text(". It enforces: \(enforces).") }
      return RuleFindingsPage(
        frame: publication.frame(at: here, in: .findings).page(
          "Findings of \(name)",
          breadcrumbs: .trail([Breadcrumb(.findings)], to: name, at: here)),
        kicker: "Findings of \(name)", title: documentation?.title.capitalisedFirst ?? name,
        lead: "\(counted(count, "finding", "findings").capitalisedFirst), by file and place.",
        about: about.finish(),
        listing: pageCount > 1 ? "Page \(page) of \(pageCount)" : "Where it was found",
        findings: list(shown, at: here, publication),
        paging: pageLinks(page: page, of: pageCount, at: here) { .findings(of: name, page: $0) })
    }
  }
}

private func list(
  _ findings: some Collection<Finding>, at route: Route, _ publication: Publication
) -> HTML {
  var writer = HTMLWriter()
  writer.reserve(findings.count * 700)
  writer.open("ul", class: "list")
  for finding in findings {
    let path = finding.place.file.path
    writer.open("li")
    writer.open("p")
    if let page = publication.links.route(ofPath: path) {
      writer.element(
        "a", ["class": "id", "href": page.href(from: route)],
        publication.links.shortName(ofPath: path))
      writer.text(" ")
    }
    writer.close("p")
    writer.findingItem(finding, at: route, links: publication.links, showsPlace: true)
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}
