import Documents
import Chronology
import Figures

extension PeriodReport {
  /// What the numbers could not take into account; nothing where they took everything.
  var qualitySections: [Section] {
    guard !quality.isFlawless else { return [] }
    var items: [ItemList.Item] = []
    func add(_ ids: [String], _ one: String, _ many: String) {
      guard !ids.isEmpty else { return }
      items.append(
        ItemList.Item("\(counted(ids.count, one, many).capitalisedFirst): \(index.references(ids))")
      )
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
        ItemList.Item(
          "\(counted(quality.unopened.count, "file was", "files were").capitalisedFirst) not opened: \(quality.unopened.prefix(6).joined(separator: ", "))"
        ))
    }
    return [
      Section(
        "quality", "Excluded from the figures",
        [ItemList(items), Note("See \(Inline.link(.allFindings, "findings")) for the reasons.")])
    ]
  }
}
