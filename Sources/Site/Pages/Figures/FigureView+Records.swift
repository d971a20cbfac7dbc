import Chronology
import Documents
import Figures
import Markdown
import Reports

extension FigureView {
  /// The latest months, each with its records; links to the pages of the earlier ones.
  var ownRecords: HTML {
    var writer = HTMLWriter()
    let links = ListedLinks(changeLinks, from: route)
    for index in listing.own {
      write(months.points[index], isOpen: index == months.current, links, to: &writer)
    }
    guard !listing.pages.isEmpty else { return writer.finish() }
    writer.element("p", listing.own.isEmpty ? "By month:" : "Earlier:")
    writer.open("ul", class: "pages")
    for page in listing.pages {
      writer.open("li")
      writer.element("a", "href", page.route.href(from: route), page.title)
      writer.close("li")
    }
    writer.close("ul")
    return writer.finish()
  }

  /// The weeks whose records are listed: the latest, as far as one page holds them.
  var listedWeeks: [Period] {
    history.weeks.map { RecordListing.listedWeeks($0, atMost: Self.weeksDrawn) } ?? []
  }

  /// Pages with the records of earlier months, of the latest weeks, and by type and risk.
  func planRecordPages() -> [PlannedPage] {
    let earlier = listing.pages.map { page in
      planPage(page.route, page.title, lead: "The records behind each month.") {
        var writer = HTMLWriter()
        let links = ListedLinks(changeLinks, from: page.route)
        for month in page.months {
          write(
            months.points[month], part: page.part, isOpen: page.months.count == 1, links,
            to: &writer)
        }
        return [.init(anchor: "records", heading: "Month by month", content: writer.finish())]
      }
    }
    guard let weeks = history.weeks else { return earlier + [planGroups()] }
    let route = Route.figureWeeks(definition.key)
    let weekly = planPage(route, "Weeks", lead: "The records behind each of the latest weeks.") {
      let listed = Set(listedWeeks)
      let links = ListedLinks(changeLinks, from: route)
      var writer = HTMLWriter()
      for (index, point) in weeks.points.enumerated().reversed() where listed.contains(point.period)
      {
        write(point, isOpen: index == weeks.current, links, to: &writer)
      }
      writer.open("p", class: "note")
      writer.text("Earlier weeks, with the ids behind them, are in the ")
      writer.element("a", "href", csv.href(from: route), "CSV")
      writer.text(".")
      writer.close("p")
      return [.init(anchor: "records", heading: "Week by week", content: writer.finish())]
    }
    return earlier + [weekly, planGroups()]
  }

  /// A page below the figure's own.
  func planPage(
    _ route: Route, _ name: String, lead: RichText,
    _ sections: @escaping @Sendable () -> [SectionsPage.Section]
  ) -> PlannedPage {
    PlannedPage(route, template: "sections", in: publication) {
      SectionsPage(
        frame: publication.frame(at: route, in: .dashboard).page(
          "\(months.title): \(name)",
          breadcrumbs: .trail(
            [Breadcrumb("Figures", .figures), Breadcrumb(months.title, self.route)], to: name,
            at: route)),
        kicker: months.title, title: name.capitalisedFirst, lead: lead, sections: sections())
    }
  }

  /// One period's records behind a disclosure; a link to its id opens it.
  private func write(
    _ point: FigureSeries.Point, part: Range<Int>? = nil, isOpen: Bool, _ links: ListedLinks,
    to writer: inout HTMLWriter
  ) {
    let records = FigureRecords(point.figure)
    writer.open("details", ["open": isOpen ? "" : nil])
    writer.element(
      "summary",
      "\(DisplayTime.period(point.period).capitalisedFirst): \(point.figure.chartWords); "
        + records.words)
    // A fragment opens the details around it, not those that bear it.
    writer.open("div", ["id": point.period.label, "class": "stack"])
    records.write(part, links, to: &writer)
    if records.count == 0 {
      writer.element(
        "p", class: "note", "No \(recordWord) belongs to this \(point.period.kind.rawValue).")
    }
    writer.close("div")
    writer.close("details")
  }
}
