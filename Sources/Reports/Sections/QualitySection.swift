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
    add(quality.unreadable, "change could not be read", "changes could not be read")
    add(
      quality.unknownOutcome, "change has a planned end that has passed and no outcome",
      "changes have a planned end that has passed and no outcome")
    add(
      quality.withoutEnd, "change has an outcome and no end on record",
      "changes have an outcome and no end on record")
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
        "quality", "Not in the numbers",
        [ItemList(items), Note("Why is among the \(Inline.link(.allFindings, "findings")).")])
    ]
  }
}
