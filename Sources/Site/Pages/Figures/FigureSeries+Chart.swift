import Charts
import Chronology
import Documents
import Figures
import Reports

extension FigureSeries {
  /// The last so many periods, up to one of them.
  ///
  /// - Parameters:
  ///   - control: Limits for the periods that it has points of.
  ///   - href: Where the records of a period are listed.
  func chartSeries(
    upTo last: Int, count: Int, control: ControlChart? = nil,
    href: (Period) -> String? = { _ in nil }
  ) -> ChartSeries {
    let limits = Dictionary(
      (control?.points ?? []).map { ($0.period, $0.lower...max($0.lower, $0.upper)) },
      uniquingKeysWith: { first, _ in first })
    return ChartSeries(
      points: points[max(0, last + 1 - count)...last].map { point in
        ChartSeries.Point(
          name: DisplayTime.period(point.period).capitalisedFirst, tick: point.period.tick,
          group: String(point.period.label.prefix(4)), value: point.figure.value,
          words: point.figure.chartWords,
          interval: point.figure.interval.map { $0.low...max($0.low, $0.high) },
          limits: limits[point.period], target: point.figure.target?.boundValue,
          isProvisional: point.isProvisional,
          href: href(point.period))
      },
      target: target?.boundValue, measure: points[0].figure.measure)
  }

  /// A chart of the last so many periods, with limits and signals where the figure has them.
  func courseChart(
    count: Int, control: ControlChart?, href: (Period) -> String? = { _ in nil }
  ) -> CourseChart {
    let first = max(0, points.count - count)
    let shown = points[first...]
    func index(_ period: Period) -> Int? {
      shown.firstIndex { $0.period == period }.map { $0 - first }
    }
    let centre = control.flatMap { control in
      control.points.isEmpty
        ? nil
        : CourseChart.Level(
          value: control.centre, words: "mean \(points[0].figure.words(of: control.centre))")
    }
    let signals = signalCourses(last: count).compactMap { course -> CourseChart.Signal? in
      guard let end = index(course.until) else { return nil }
      let start = index(course.since) ?? 0
      return CourseChart.Signal(points: min(start, end)...end, words: course.shortWords)
    }
    return CourseChart(
      title: title, period: points[0].period.kind.rawValue.capitalisedFirst,
      series: chartSeries(
        upTo: points.count - 1, count: count, control: control, href: href),
      targetWords: target.map { "target \($0.shortWords.prefixBeforeScope)" } ?? "",
      centre: centre, signals: signals)
  }
}

extension Period {
  /// Under an axis: `Mar`, `W12`, `Q1`, `2026`; the year stands below it.
  fileprivate var tick: String {
    switch kind {
    case .month: String(DisplayTime.name(ofMonth: firstDay.month).prefix(3))
    case .week: String(label.suffix(3))
    case .quarter: String(label.suffix(2))
    case .year: label
    }
  }
}

extension Figure {
  /// A value as this figure's are written.
  fileprivate func words(of value: Double) -> String {
    switch self {
    case .rate: formatShare(value)
    case .duration: formatDuration(value)
    case .count: formatNumber(max(0, value))
    }
  }
}

extension String {
  /// `below 2 h` of `below 2 h for Normal`: there is no room for more at the end of a line.
  fileprivate var prefixBeforeScope: String {
    split(separator: " ").prefix { $0 != "for" }.joined(separator: " ")
  }
}
