import Chronology
import Figures

extension PeriodReport {
  /// What the numbers could not take into account; nothing where they took everything.
  var qualitySections: [ReportSection] {
    guard !quality.isFlawless else { return [] }
    var items: [ReportItem] = []
    func add(_ ids: [String], _ one: String, _ many: String) {
      guard !ids.isEmpty else { return }
      items.append(
        ReportItem("\(counted(ids.count, one, many).capitalisedFirst): \(index.references(ids))"))
    }
    add(quality.unreadable, "change has errors", "changes have errors")
    add(
      quality.unknownOutcome, "change is due and has no outcome",
      "changes are due and have no outcome")
    add(
      quality.withoutEnd, "change has an outcome and no recorded end",
      "changes have an outcome and no recorded end")
    add(
      quality.undated, "change has no instant at all and belongs to no period",
      "changes have no instant at all and belong to no period")
    if !quality.unopened.isEmpty {
      items.append(
        ReportItem(
          "\(counted(quality.unopened.count, "file was", "files were").capitalisedFirst) not opened: \(quality.unopened.prefix(6).joined(separator: ", "))"
        ))
    }
    return [
      ReportSection(
        "quality", "Excluded from the figures",
        [.list(items), .note("See \(Phrase.link(.allFindings, "findings")) for the reasons.")])
    ]
  }
}
