import Documents
import Figures
import Markdown
import Reports

extension FigureView {
  private static let dimensions: [Dimension] = [.type, .risk, .system]
  /// The most records that are listed of one group.
  private static let mostListed = 250

  /// A table for each dimension; empty where the last twelve months have no record.
  var groupTables: HTML {
    var writer = HTMLWriter()
    for dimension in Self.dimensions {
      let rows = publication.twelveMonths.by(dimension)?.rows(of: definition.key) ?? []
      guard !rows.isEmpty else { continue }
      let hasBounds = rows.contains { $0.figure.bounds != nil }
      writer.element("h3", "By \(dimension.rawValue)")
      if dimension == .system {
        writer.element(
          "p", class: "note",
          "Systems differ in what is changed on them and how; a rate says little about one beside "
            + "another. A change of several systems stands in the row of each.")
      }
      writer.openTable(
        "\(months.title) by \(dimension.rawValue)",
        [(dimension.title, false)]
          + rows[0].figure.columns(
            level: level, hasBounds: hasBounds, isJudged: false)
          + [("Excluded", true)])
      for (index, row) in rows.prefix(Self.mostRows).enumerated() {
        let (name, records) = hrefs(of: row, index: index, dimension)
        writer.open("tr")
        writer.open("th", "scope", "row")
        writer.link(row.name, href: name)
        writer.close("th")
        writer.figureCells(
          of: row.figure, href: records, hasBounds: hasBounds, isJudged: false)
        let excluded = row.figure.excluded.count
        writer.numberCell("\(excluded)", href: excluded > 0 ? records : nil)
        writer.close("tr")
      }
      writer.closeTable()
      if rows.count > Self.mostRows {
        writer.open("p", class: "note")
        writer.text("These are \(Self.mostRows) of \(rows.count); all systems are in ")
        writer.element("a", "href", Route.systems.href(from: route), "their list")
        writer.text(".")
        writer.close("p")
      }
    }
    return writer.finish()
  }

  private static let mostRows = 100

  /// Where a row's name and its records lead: those of a system to its own pages.
  private func hrefs(
    of row: BreakdownRow, index: Int, _ dimension: Dimension
  ) -> (name: String?, records: String?) {
    if dimension == .system, let system = publication.systems.system(named: row.name) {
      return (
        system.route.href(from: route),
        Route.systemFigures(system.name).href(from: route, fragment: definition.slug)
      )
    }
    let records = Route.figureGroups(definition.key)
      .href(from: route, fragment: anchor(dimension, index))
    return (nil, records)
  }

  private func anchor(_ dimension: Dimension, _ index: Int) -> String {
    "\(dimension.rawValue)-\(index + 1)"
  }

  /// The records of each type and risk, and those that name no system.
  func planGroups() -> PlannedPage {
    let route = Route.figureGroups(definition.key)
    return planPage(
      route, "Types and risks",
      lead: "The records of \(publication.twelveMonths.words ?? "no month")."
    ) {
      let links = ListedLinks(changeLinks, from: route)
      let sections = Self.dimensions.compactMap { dimension -> SectionsPage.Section? in
        let rows = publication.twelveMonths.by(dimension)?.rows(of: definition.key) ?? []
        var writer = HTMLWriter()
        for (index, row) in rows.enumerated() {
          if dimension == .system, publication.systems.system(named: row.name) != nil { continue }
          let records = FigureRecords(row.figure)
          writer.open("details", "open", "")
          writer.element(
            "summary", "\(row.name): \(row.figure.chartWords); \(records.words)")
          writer.open("div", ["id": anchor(dimension, index), "class": "stack"])
          records.write(
            atMost: Self.mostListed, at: route, links, all: .dataIndex, to: &writer)
          writer.close("div")
          writer.close("details")
        }
        let content = writer.finish()
        return content.isEmpty
          ? nil
          : .init(
            anchor: dimension.rawValue, heading: "By \(dimension.rawValue)", content: content)
      }
      return sections.isEmpty
        ? [
          .init(
            anchor: "records", heading: "Records",
            content: .notice("The twelve months have no record of this figure."))
        ] : sections
    }
  }
}
