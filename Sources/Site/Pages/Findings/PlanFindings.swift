import Documents
import Findings
import PolicyReading
import Records
import Rules
import SourceText

/// The list of all findings, how many there are of what, and the list of each rule that found something.
func planFindings(_ publication: Publication) -> [PlannedPage] {
  planAll(publication) + [planCounts(publication)]
    + publication.findings.codes.flatMap { planList(of: $0, publication) }
}

/// A page of the list of all findings.
struct FindingsPage: SitePage {
  var frame: PageFrame
  let document: Document

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.document.kicker },
    .text("title", "The title.") { $0.document.title },
    .rich("lead", "What the page comes to, in a sentence or two.") { $0.document.lead },
    .blocks("content", "The filters, the findings and what else there is.") { $0.document.blocks })
}

/// The worst first, so many a page.
private func planAll(_ publication: Publication) -> [PlannedPage] {
  let findings = publication.findings.worstFirst
  let pageCount = max(1, (findings.count + rowsPerPage - 1) / rowsPerPage)
  return (1...pageCount).map { page in
    let here = Route.findings(page: page)
    let name = page == 1 ? "Findings" : "Findings, page \(page)"
    return PlannedPage(here, template: "findings", in: publication) {
      let shown = findings.dropFirst((page - 1) * rowsPerPage).prefix(rowsPerPage)
      return FindingsPage(
        frame: publication.frame(
          name, at: here, in: .findings, below: page == 1 ? [] : [Breadcrumb(.findings)], as: name),
        document: Document(
          kicker: "What the records and the policy show", title: "Findings",
          lead: lead(publication),
          (findings.isEmpty
            ? [
              EmptyState(
                """
                Nothing to report: every record can be read and none departs from the policy. The rules are \
                explained in the \("guide", to: .route(.guide)).
                """)
            ]
            : [
              Section(
                "all", pageCount > 1 ? "Page \(page) of \(pageCount)" : "All findings",
                [
                  FilterForm.findings(publication.register.policies.latest),
                  FindingTable(shown, caption: name, in: publication),
                  Pager(page: page, of: pageCount) { .route(.findings(page: $0)) },
                ])
            ]) + (page == 1 ? [unreadList(publication), Note(publication.historyNote)] : [])))
    }
  }
}

private func lead(_ publication: Publication) -> RichText {
  let findings = publication.findings.all
  guard !findings.isEmpty else { return "Nothing was found." }
  let accepted = findings.count { $0.waiver != nil }
  let open = findings.count - accepted
  let waived =
    accepted == 0
    ? "" : ", \(accepted) covered by an accepted exception"
  return """
    \(counted(open, "finding", "findings").capitalisedFirst) open\(waived), the worst first. \
    \("Counts by rule, record and owner", to: .route(.findingCounts)).
    """
}

/// How many findings there are, by severity, rule, record and owner.
private func planCounts(_ publication: Publication) -> PlannedPage {
  PlannedPage(
    "Counts of findings", at: .findingCounts, in: .findings, below: [Breadcrumb(.findings)],
    as: "Counts", publication
  ) {
    Document(
      kicker: "What the records and the policy show", title: "Counts of findings",
      lead: "A breach is published as a breach; only what cannot be read is an error.",
      publication.findings.all.isEmpty
        ? [EmptyState("Nothing was found.")]
        : [
          Section("by-severity", "By severity", [publication.findingsBySeverity]),
          Section("by-rule", "By rule", [publication.findingsByRule]),
          Columns([
            Section("by-record", "By record", publication.findingsByRecord),
            Section("by-owner", "By owner", publication.findingsByOwner),
          ]),
        ])
  }
}

/// Every record of which something could not be read.
private func unreadList(_ publication: Publication) -> Section {
  let lines = publication.findings.unread.map { path, finding -> RichText in
    let code = finding.code.description
    return """
      \(publication.file(path)), line \(finding.place.start.line): \(code, to: .rule(code)) \
      \(RichText(sentence: finding.message))
      """
  }
  let all = Paragraph(
    "All were read. One that cannot be read is left out of every figure and named here.")
  return Section(
    "unread", "Records that could not be read", [lines.isEmpty ? all : ItemList(lines: lines)])
}

private func planList(of code: RuleCode, _ publication: Publication) -> [PlannedPage] {
  let count = publication.findings.count(of: code)
  let pageCount = (count + rowsPerPage - 1) / rowsPerPage
  let name = code.description
  let documentation = RuleCatalogue.rules.first { $0.documentation.code == code }?.documentation
  return (1...max(1, pageCount)).map { page in
    PlannedPage(
      "Findings of \(name)", at: .findings(of: name, page: page), in: .findings,
      below: [Breadcrumb(.findings)], as: name, publication
    ) {
      let shown = publication.findings.of(code).dropFirst((page - 1) * rowsPerPage)
        .prefix(rowsPerPage)
      let enforces: RichText = documentation?.enforces.map { ". It enforces: \($0)." } ?? ""
      return Document(
        kicker: "Findings of \(name)", title: documentation?.title.capitalisedFirst ?? name,
        lead: "\(counted(count, "finding", "findings").capitalisedFirst), by file and place.",
        [
          Paragraph("\("What the rule looks at, and why", to: .rule(name))\(enforces)"),
          Section(
            "findings", pageCount > 1 ? "Page \(page) of \(pageCount)" : "Occurrences",
            [
              FindingList(shown, isListing: true),
              Pager(page: page, of: pageCount) { .route(.findings(of: name, page: $0)) },
            ]),
        ])
    }
  }
}
