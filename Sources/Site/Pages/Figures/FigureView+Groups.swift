import Documents
import Figures
import Reports

extension FigureView {
  private static let dimensions: [Dimension] = [.type, .risk, .system]
  /// The most records that are listed of one group.
  private static let mostListed = 100
  private static let mostRows = 100

  /// A table for each dimension; empty where the last twelve months have no record.
  var groups: [any Block] {
    Self.dimensions.compactMap { dimension in
      let rows = publication.twelveMonths.by(dimension)?.rows(of: definition.key) ?? []
      guard let first = rows.first else { return nil }
      let hasBounds = rows.contains { $0.figure.bounds != nil }
      let table = Table(
        "\(months.title) by \(dimension.rawValue)",
        [.init(dimension.title)]
          + first.figure.columns(level: level, hasBounds: hasBounds, isJudged: false)
          + [.number("Excluded")],
        rows.prefix(Self.mostRows).enumerated().map { index, row in
          let (name, records) = targets(of: row, index: index, dimension)
          let excluded = row.figure.excluded.count
          return ["\(row.name, to: name)"]
            + row.figure.cells(records: records, hasBounds: hasBounds, isJudged: false)
            + ["\("\(excluded)", to: excluded > 0 ? records : nil)"]
        })
      let remark = Note(
        dimension == .system
          ? "Systems differ in what is changed on them and how; a rate says little about one beside another. A change of several systems stands in the row of each."
          : "")
      let rest = Note(
        rows.count > Self.mostRows
          ? "These are \(Self.mostRows) of \(rows.count); all systems are in \("their list", to: .route(.systems))."
          : "")
      return Group("By \(dimension.rawValue)", [remark, table, rest])
    }
  }

  /// Where a row's name and its records lead: those of a system to its own pages.
  private func targets(
    of row: BreakdownRow, index: Int, _ dimension: Dimension
  ) -> (name: LinkTarget?, records: LinkTarget) {
    if dimension == .system, let system = publication.systems.system(named: row.name) {
      return (
        .route(system.route),
        .route(.systemFigures(system.name), fragment: definition.slug)
      )
    }
    return (nil, .route(.figureGroups(definition.key), fragment: anchor(dimension, index)))
  }

  private func anchor(_ dimension: Dimension, _ index: Int) -> String {
    "\(dimension.rawValue)-\(index + 1)"
  }

  /// The records of each type and risk, and those that name no system.
  func planGroups() -> PlannedPage {
    planPage(
      .figureGroups(definition.key), "Types and risks",
      lead: "The records of \(publication.twelveMonths.words ?? "no month")."
    ) {
      let sections = Self.dimensions.compactMap { dimension -> Section? in
        let rows = publication.twelveMonths.by(dimension)?.rows(of: definition.key) ?? []
        let groups = rows.enumerated().compactMap { index, row -> Disclosure? in
          if dimension == .system, publication.systems.system(named: row.name) != nil { return nil }
          let records = FigureRecords(row.figure, in: publication.zone)
          return Disclosure(
            "\(row.name): \(row.figure.chartWords); \(records.words)",
            anchor: anchor(dimension, index), isOpen: true,
            records.blocks(atMost: Self.mostListed))
        }
        return groups.isEmpty
          ? nil : Section(dimension.rawValue, "By \(dimension.rawValue)", groups)
      }
      let none = EmptyState("The twelve months have no record of this figure.")
      return sections.isEmpty ? [Section("records", "Records", [none])] : sections
    }
  }
}
