import Documents
import Chronology
import Figures
import PolicyReading
import Records
import SourceText

extension PeriodReport {
  /// Every change that ended as it was meant to.
  var shippedSection: Section {
    guard !shipped.isEmpty else {
      return Section(
        "shipped", "Shipped",
        [
          EmptyState(
            "Nothing shipped in this \(period.kind.rawValue). A change that ended in it as it was "
              + "meant to would be here.")
        ])
    }
    let inOrder = shipped.sorted {
      ($0.ended?.value ?? .distantPast) < ($1.ended?.value ?? .distantPast)
    }
    let rows = inOrder.prefix(Table.mostChanges).map { change -> [RichText] in
      [
        RichText([.link(.change(change.id), change.id)]),
        RichText(change.title?.value ?? "Untitled change"),
        index.kind(of: change), index.systems(of: change),
        change.ended.map { index.time($0.value) } ?? "–",
        change.outcome?.value == .successfulWithIssues
          ? RichText([.mark(.doubtful, "with issues")]) : RichText([.mark(.good, "successful")]),
      ]
    }
    let columns = ["Change", "Title", "Type and risk", "Systems", "Ended", "Outcome"]
    return Section(
      "shipped", "Shipped",
      [
        Table("Changes that ended as they were meant to", columns.map { .init($0) }, rows)
      ] + restOfTable(shipped.count))
  }

  /// The changes of a month by type, and the significant ones with why they were made.
  var changedSection: Section {
    var blocks: [any Block] = []
    let failed = exceptions.filter(\.isFailure)
    guard !shipped.isEmpty || !failed.isEmpty else {
      return Section(
        "changed", "What changed and why",
        [EmptyState("No change ended in this \(period.kind.rawValue) with a recorded outcome.")])
    }
    blocks.append(Paragraph(changedByType(failed: failed)))
    let significant = shipped.filter(index.isSignificant)
    if significant.isEmpty {
      blocks.append(Note("None of what shipped was of high or critical risk, or voted on."))
    } else {
      blocks.append(
        ItemList(
          significant.prefix(Self.mostSignificant).map { change in
            ItemList.Item(
              "\(index.named(change)), \(index.kind(of: change))",
              index.reason(for: change).map { ["Why: \($0)"] } ?? [])
          }))
      let more = significant.count - Self.mostSignificant
      if more > 0 {
        blocks.append(Note("\(more) more significant changes are in the \(registerLink)."))
      }
    }
    return Section("changed", "What changed and why", blocks)
  }

  private static let mostSignificant = 6

  /// `9 changes shipped: 6 Normal, 2 Standard, 1 Emergency; 2 more went wrong. All are in the
  /// register of March 2026.`
  private func changedByType(failed: [ExceptionalChange]) -> RichText {
    let order = policy.types.map(\.name)
    var counts: [String: Int] = [:]
    for change in shipped { counts[change.type?.value ?? "type not stated", default: 0] += 1 }
    let names =
      order.filter { counts[$0] != nil }
      + counts.keys.filter { !order.contains($0) }.sorted()
    let kinds = names.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
    let head =
      shipped.isEmpty
      ? "Nothing shipped" : counted(shipped.count, "change", "changes") + " shipped: " + kinds
    let wrong = failed.isEmpty ? "none went wrong" : "\(failed.count) went wrong"
    return "\(head); \(wrong). All are in the \(registerLink)."
  }

  /// The register of the month, or of all months.
  private var registerLink: Inline {
    .link(.register(period), "register of \(DisplayTime.period(period))")
  }
}
