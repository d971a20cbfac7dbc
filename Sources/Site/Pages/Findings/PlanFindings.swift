import Documents
import Findings
import Rules
import SourceText

/// The overview of findings, and the list of each rule that found something.
func planFindings(_ publication: Publication) -> [PlannedPage] {
  [planOverview(publication)]
    + publication.findings.codes.flatMap { planList(of: $0, publication) }
}

private func planOverview(_ publication: Publication) -> PlannedPage {
  PlannedPage("Findings", at: .findings, in: .findings, publication) {
    let findings = publication.findings
    let waived = findings.all.count { $0.waiver != nil }
    let open = findings.all.count - waived
    let openWords = counted(open, "finding", "findings").capitalisedFirst
    let counts: [any Block] =
      findings.all.isEmpty
      ? [
        EmptyState(
          """
          Nothing to report: every record can be read and none departs from the policy. What would stand \
          here is explained rule by rule in the \("guide", to: .route(.guide)).
          """)
      ]
      : [
        Section("by-severity", "By severity", [publication.findingsBySeverity]),
        Section("by-rule", "By rule", [publication.findingsByRule]),
        Columns([
          Section("by-record", "By record", publication.findingsByRecord),
          Section("by-owner", "By owner", publication.findingsByOwner),
        ]),
      ]
    return Document(
      kicker: "What the records and the policy show", title: "Findings",
      lead: findings.all.isEmpty
        ? "Nothing was found."
        : """
        \(openWords, to: .here("by-severity")) \(open == 1 ? "is" : "are") open, \
        \(String(waived), to: .here("by-severity")) \(waived == 1 ? "is" : "are") covered by an accepted \
        exception. A breach is published as a breach; only what cannot be read is an error.
        """,
      [unreadList(publication), Note(publication.historyNote)] + counts)
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
            "findings", pageCount > 1 ? "Page \(page) of \(pageCount)" : "Where it was found",
            [
              FindingList(shown, isListing: true),
              Pager(page: page, of: pageCount) { .route(.findings(of: name, page: $0)) },
            ]),
        ])
    }
  }
}
