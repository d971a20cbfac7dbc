import Chronology
import Figures

/// On which page the records behind each month of a figure are listed, so that no page grows
/// without end: the last months on the figure's own, earlier ones on a page a year, or a month
/// where a year has too many, or several for one month.
struct RecordListing: Sendable {
  struct Page: Sendable {
    let route: Route
    let title: String
    /// Indices of the months, the latest first.
    let months: [Int]
    /// The entries of its one month that it lists; nil for all.
    let part: Range<Int>?
  }

  /// Without the figure's own page.
  let pages: [Page]
  /// Indices of the months on the figure's own page, the latest first.
  let own: [Int]
  private let routes: [Route]
  private let periods: [Period]

  static let mostOwnMonths = 13
  static let mostOwnRecords = 300
  static let mostOnPage = 1000

  init(_ months: FigureSeries) {
    self.init(
      months.definition.key, periods: months.points.map(\.period),
      counts: months.points.map { FigureRecords.count(of: $0.figure) })
  }

  /// - Parameter counts: The records of each month.
  init(_ key: String, periods: [Period], counts: [Int]) {
    var own: [Int] = []
    var sum = 0
    for index in periods.indices.reversed() {
      sum += counts[index]
      if own.count == Self.mostOwnMonths || sum > Self.mostOwnRecords { break }
      own.append(index)
    }
    var routes = [Route](repeating: .figure(key), count: periods.count)
    var pages: [Page] = []
    var rest = periods.indices.dropLast(own.count)
    while let last = rest.last {
      let year = periods[last].firstDay.year
      let ofYear = rest.reversed().prefix { periods[$0].firstDay.year == year }
      rest = rest.dropLast(ofYear.count)
      if ofYear.reduce(0, { $0 + counts[$1] }) <= Self.mostOnPage {
        pages.append(
          Page(
            route: .figureRecords(key, "\(year)"), title: "\(year)", months: Array(ofYear),
            part: nil))
      } else {
        for month in ofYear { pages += Self.pages(of: periods[month], month, counts[month], key) }
      }
    }
    // A month of several pages begins on the first.
    for page in pages.reversed() { for month in page.months { routes[month] = page.route } }
    self.own = own
    self.periods = periods
    self.pages = pages
    self.routes = routes
  }

  private static func pages(
    of period: Period, _ month: Int, _ count: Int, _ key: String
  ) -> [Page] {
    let pageCount = max(1, (count + mostOnPage - 1) / mostOnPage)
    return (1...pageCount).map { page in
      Page(
        route: .figureRecords(key, period.label, page: page),
        title: DisplayTime.period(period) + (page > 1 ? ", page \(page)" : ""), months: [month],
        part: pageCount == 1
          ? nil : ((page - 1) * mostOnPage)..<min(page * mostOnPage, count))
    }
  }

  /// The latest weeks, as far as one page holds their records, the latest first.
  static func listedWeeks(_ weeks: FigureSeries, atMost count: Int) -> [Period] {
    var sum = 0
    return weeks.points.suffix(count).reversed().prefix { point in
      sum += FigureRecords.count(of: point.figure)
      return sum <= mostOnPage
    }.map(\.period)
  }

  /// Where a month's records begin, and the id of the place.
  func place(of period: Period) -> (route: Route, fragment: String)? {
    periods.firstIndex(of: period).map { (routes[$0], period.label) }
  }

  func href(_ period: Period, from route: Route) -> String? {
    place(of: period).map { $0.route.href(from: route, fragment: $0.fragment) }
  }
}
