import Chronology
import Deployments
import Documents
import Figures
import Reports

extension FigureView {
  /// The latest months, each with its records; links to the pages of the earlier ones.
  var ownRecords: [any Block] {
    let own = listing.own.map { index in
      records(of: months.points[index], isOpen: index == months.current)
    }
    guard !listing.pages.isEmpty else { return own }
    return own + [
      Paragraph(listing.own.isEmpty ? "By month:" : "Earlier:"),
      ShortList(listing.pages.map { "\($0.title, to: .route($0.route))" }),
    ]
  }

  /// The weeks whose records are listed: the latest, as far as one page holds them.
  var listedWeeks: [Period] {
    history.weeks.map { RecordListing.listedWeeks($0, atMost: Self.weeksDrawn) } ?? []
  }

  /// Pages with the records of earlier months, of the latest weeks, and by type and risk.
  func planRecordPages() -> [PlannedPage] {
    let earlier = listing.pages.map { page in
      planPage(page.route, page.title, lead: "The records behind each month.") {
        [
          Section(
            "records", "Month by month",
            page.months.map { month in
              records(
                of: months.points[month], part: page.part, isOpen: page.months.count == 1)
            })
        ]
      }
    }
    guard let weeks = history.weeks else { return earlier + [planGroups()] }
    let weekly = planPage(
      .figureWeeks(definition.key), "Weeks", lead: "The records behind each of the latest weeks."
    ) {
      let listed = Set(listedWeeks)
      let lists = weeks.points.enumerated().reversed()
        .filter { listed.contains($0.element.period) }
        .map { records(of: $0.element, isOpen: $0.offset == weeks.current) }
      let rest = Note(
        "Earlier weeks, with the ids behind them, are in the \("CSV", to: .route(csv)).")
      return [Section("records", "Week by week", lists + [rest])]
    }
    return earlier + [weekly, planGroups()]
  }

  /// A page below the figure's own.
  func planPage(
    _ route: Route, _ name: String, lead: RichText,
    _ blocks: @escaping @Sendable () -> [any Block]
  ) -> PlannedPage {
    PlannedPage(
      "\(months.title): \(name)", at: route, in: .dashboard,
      below: [Breadcrumb("Figures", .figures), Breadcrumb(months.title, self.route)], as: name,
      publication
    ) {
      Document(kicker: months.title, title: name.capitalisedFirst, lead: lead, blocks())
    }
  }

  /// One period's records behind a disclosure; a link to its id opens it.
  private func records(
    of point: FigureSeries.Point, part: Range<Int>? = nil, isOpen: Bool
  ) -> any Block {
    let deployments =
      definition.subject.isRecord
      ? nil : publication.reports.deployments?.during(point.period.interval).deployments
    let records = FigureRecords(point.figure, deployments ?? [], in: publication.zone)
    let period = DisplayTime.period(point.period).capitalisedFirst
    let none = Note("No \(recordWord) belongs to this \(point.period.kind.rawValue).")
    return Disclosure(
      "\(period): \(point.figure.chartWords); \(records.words)", anchor: point.period.label,
      isOpen: isOpen, records.count == 0 ? [none] : records.blocks(part))
  }
}
