import Documents
import Figures
import Markdown
import Reports

extension SystemView {
  private static let mostListed = 200

  /// Its figures over the last twelve months, a row each.
  var figureTable: HTML {
    let figures = publication.twelveMonths.figures(ofSystem: system.name)
      .filter { FigureRecords.count(of: $0) > 0 }
    guard !figures.isEmpty else {
      return .notice("No record of the last twelve months names this system.")
    }
    var writer = HTMLWriter()
    writer.element(
      "p", class: "note",
      "Systems differ in what is changed on them and how: compare a system with its own past, not "
        + "with another. The targets of the policy are for all changes together.")
    writer.openTable(
      "Figures of \(system.name)",
      [
        ("Figure", false), ("Value", true), ("Counted", true), ("Interval or median", true),
        ("Excluded", true), ("All systems", false),
      ])
    let page = Route.systemFigures(system.name).href(from: route)
    for figure in figures {
      let records = "\(page)#\(figure.definition.slug)"
      writer.open("tr")
      writer.element("th", "scope", "row", figure.title)
      writer.numberCell(figure.valueWords, href: records)
      writer.numberCell(figure.shareWords, href: records)
      writer.numberCell(figure.spreadWords ?? "–", href: figure.spreadWords == nil ? nil : records)
      let excluded = figure.excluded.count
      writer.numberCell("\(excluded)", href: excluded > 0 ? records : nil)
      writer.open("td")
      writer.element(
        "a", "href", Route.figure(figure.definition.key).href(from: route), "all changes")
      writer.close("td")
      writer.close("tr")
    }
    writer.closeTable()
    return writer.finish()
  }

  /// The records behind each figure.
  func planFigureRecords() -> PlannedPage {
    let here = Route.systemFigures(system.name)
    return PlannedPage(here, template: "sections", in: publication) {
      let figures = publication.twelveMonths.figures(ofSystem: system.name)
        .filter { FigureRecords.count(of: $0) > 0 }
      let links = ListedLinks(changeLinks, from: here)
      let sections = figures.map { figure in
        var writer = HTMLWriter()
        let records = FigureRecords(figure)
        writer.element("p", "\(figure.chartWords); \(records.words).")
        records.write(atMost: Self.mostListed, at: here, links, all: .dataIndex, to: &writer)
        return SectionsPage.Section(
          anchor: figure.definition.slug, heading: figure.title, content: writer.finish())
      }
      return SectionsPage(
        frame: publication.frame(at: here, in: .changes).page(
          "\(system.name): figures",
          breadcrumbs: .trail(
            [
              Breadcrumb(.changes), Breadcrumb("Systems", .systems),
              Breadcrumb(system.name, system.route),
            ], to: "Figures", at: here)),
        kicker: system.name, title: "The records behind its figures",
        lead: publication.twelveMonths.words.map { "\($0.capitalisedFirst)." }
          ?? "Nothing has been measured yet.",
        sections: sections.isEmpty
          ? [
            .init(
              anchor: "records", heading: "Records",
              content: .notice("No record of the last twelve months names this system."))
          ] : sections)
    }
  }
}

extension Figure {
  /// The interval of a rate, the median of a duration; nil where there is none.
  fileprivate var spreadWords: String? {
    switch self {
    case .rate(let rate): rate.interval.map(formatInterval)
    case .duration(let duration):
      duration.summary.map { "median \(formatDuration($0.median))" }
    case .count: nil
    }
  }
}
