import Chronology
import Documents
import Findings
import Records
import SourceText

/// One page a change. Of two with one id only the first has a page: they would share it.
func planRecords(_ publication: Publication) -> [PlannedPage] {
  let changes = publication.register.changes
  var pages: [PlannedPage] = []
  pages.reserveCapacity(changes.count)
  var lastID: String?
  for change in changes where change.id != lastID {
    lastID = change.id
    pages.append(
      PlannedPage(.change(change.id), template: "record", in: publication) {
        RecordPage(RecordView(change, in: publication))
      })
  }
  return pages
}

extension RecordPage {
  init(_ view: RecordView) {
    let change = view.change
    var crumbs = [Breadcrumb(.changes)]
    if let anchor = change.anchor {
      let month = Period(.month, holding: anchor, in: view.publication.zone)
      crumbs.append(Breadcrumb(DisplayTime.period(month), .changesMonth(month.label)))
    }
    self.init(
      frame: view.publication.frame(
        "\(change.id) \(view.title)", at: view.route, in: .changes, below: crumbs, as: change.id,
        of: change.file.path),
      kicker: view.kicker, title: view.title, badges: view.badges, summary: view.summary,
      way: view.way, findings: FindingList(view.findings.whole), happened: view.happened,
      times: view.times + view.slots,
      approvals: view.approvals,
      evidence: view.evidence, sections: view.sections, history: view.history,
      facts: view.facts, related: view.related)
  }
}
