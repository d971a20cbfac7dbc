import Charts
import Chronology
import Documents
import Figures
import PolicyReading
import Reports

extension FigureView {
  /// The months that are drawn; the table has them all.
  static let monthsDrawn = 36
  static let weeksDrawn = 26

  func monthChart(_ control: ControlChart?) -> any Block {
    guard months.points.contains(where: { $0.figure.value != nil }) else {
      return EmptyState(
        "No month has data yet. The first \(recordWord) that the figure counts starts the line.")
    }
    let chart = months.courseChart(count: Self.monthsDrawn, control: control) {
      listing.href($0, from: route)
    }
    return ChartFigure(
      headline: nil, subtitle: subtitle(months.points.suffix(Self.monthsDrawn), unit: "month"),
      chart: chart,
      table: periodTable(months, newestFirst: 0..<months.points.count) {
        .figure(definition.key, $0)
      }, csv: .route(csv))
  }

  /// Empty where there is no week with data.
  var weekChart: [any Block] {
    guard let weeks = history.weeks,
      weeks.points.suffix(Self.weeksDrawn).contains(where: { $0.figure.value != nil })
    else { return [] }
    let control = weeks.recent().flatMap { try? ControlChart.make(of: $0).get() }
    let listed = listedWeeks
    let records = Route.figureWeeks(definition.key)
    let chart = weeks.courseChart(count: Self.weeksDrawn, control: control) { period in
      listed.contains(period) ? records.href(from: route, fragment: period.label) : nil
    }
    let figure = ChartFigure(
      headline: nil, subtitle: subtitle(weeks.points.suffix(Self.weeksDrawn), unit: "week"),
      chart: chart,
      table: periodTable(
        weeks, newestFirst: max(0, weeks.points.count - Self.weeksDrawn)..<weeks.points.count
      ) { period in
        listed.contains(period) ? .route(records, fragment: period.label) : nil
      }, csv: .route(csv))
    return [figure]
  }

  private func subtitle(_ points: ArraySlice<FigureSeries.Point>, unit: String) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let measure =
      switch first.figure {
      case .rate: "Share a \(unit) with its \(level) interval as a band"
      case .duration(let duration): "\(duration.leading.rawValue.capitalisedFirst) a \(unit)"
      case .count: "Number a \(unit)"
      }
    let hollow = last.isProvisional ? "; the hollow point is provisional" : ""
    let gaps = points.contains { $0.figure.value == nil } ? "; gaps have no data" : ""
    return "\(measure), \(DisplayTime.period(first.period)) to \(DisplayTime.period(last.period))"
      + "\(hollow)\(gaps)."
  }

  /// The times of the last twelve months, in a row for each risk; empty for other figures.
  var stripPlot: [any Block] {
    guard case .duration = months.points[0].figure,
      let risks = publication.twelveMonths.by(.risk)?.rows(of: definition.key)
    else { return [] }
    let rows = risks.compactMap { row -> StripPlot.Row? in
      guard case .duration(let figure) = row.figure, figure.count > 0 else { return nil }
      return StripPlot.Row(
        name: row.name, durations: figure.durations.map(\.seconds),
        median: figure.summary?.median, p90: figure.summary?.p90,
        href: Route.figureGroups(definition.key).href(from: route, fragment: "risk"))
    }
    guard !rows.isEmpty else { return [] }
    let figure = ChartFigure(
      headline: nil,
      subtitle: "\(months.title) of each \(recordWord) by risk, "
        + "\(publication.twelveMonths.words ?? ""), with median and 90th percentile.",
      chart: StripPlot(
        title: "\(months.title) by risk", rows: rows, target: months.target?.boundValue,
        targetWords: months.target.map { "target \($0.shortWords)" } ?? ""),
      csv: .route(csv))
    return [figure]
  }
}
