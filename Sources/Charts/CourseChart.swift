import Markdown

/// A figure over its periods: a point for each, the band of its intervals behind them, the limits of
/// its control chart, and the target as a dashed line, with a step where it changed. A hollow point is
/// provisional, a ring around a point or a bracket over several is a signal.
package struct CourseChart: Chart {
  /// What a control chart calls out.
  package struct Signal: Sendable {
    /// Indices of points.
    package let points: ClosedRange<Int>
    /// In a few words: `above the limit`.
    package let words: String

    package init(points: ClosedRange<Int>, words: String) {
      self.points = points
      self.words = words
    }
  }

  /// A line over all periods, with its words at its end.
  package struct Level: Sendable {
    package let value: Double
    package let words: String

    package init(value: Double, words: String) {
      self.value = value
      self.words = words
    }
  }

  let title: String
  /// What a row of the table is: `Month`.
  let period: String
  let series: ChartSeries
  let targetWords: String
  let centre: Level?
  let signals: [Signal]
  let frame: CourseFrame

  /// - Parameters:
  ///   - targetWords: At the end of the target line: `target above 95%`.
  ///   - centre: The middle of the control chart, between the limits of the points.
  package init(
    title: String, period: String, series: ChartSeries, targetWords: String = "",
    centre: Level? = nil, signals: [Signal] = []
  ) {
    self.title = title
    self.period = period
    self.series = series
    self.targetWords = targetWords
    self.centre = centre.flatMap { $0.value.isFinite ? $0 : nil }
    let all = series.points.indices
    self.signals = signals.filter {
      all.contains($0.points.lowerBound) && all.contains($0.points.upperBound)
    }
    frame = CourseFrame(
      series, labels: Self.labels(series, targetWords: targetWords, centre: self.centre),
      hasLane: !self.signals.isEmpty)
  }

  package var isEmpty: Bool { series.points.allSatisfy { $0.value == nil } }

  package var endsNow: Bool { true }

  package var summary: String {
    let known = series.points.filter { $0.value != nil }
    guard let first = known.first, let last = known.last else {
      return "\(title): no period has data."
    }
    var sentences = [
      known.count == 1
        ? "\(title): \(first.words) in \(first.name), the only period with data."
        : "\(title): \(first.words) in \(first.name), \(last.words) in \(last.name)."
    ]
    let values = known.compactMap { point in point.value.map { ($0, point) } }
    if values.count > 2, let least = values.min(by: { $0.0 < $1.0 }),
      let most = values.max(by: { $0.0 < $1.0 })
    {
      sentences.append(
        "Lowest \(least.1.words) in \(least.1.name), highest \(most.1.words) in \(most.1.name).")
    }
    if series.target != nil, !targetWords.isEmpty {
      sentences.append(
        series.hasSteps
          ? "The dashed line is the target of each period, at the end the \(targetWords)."
          : "The dashed line is the \(targetWords).")
    }
    for signal in signals {
      let first = series.points[signal.points.lowerBound].name
      let last = series.points[signal.points.upperBound].name
      let place = signal.points.count == 1 ? "In \(first)" : "From \(first) to \(last)"
      sentences.append("\(place): \(signal.words).")
    }
    return sentences.joined(separator: " ")
  }

  package var table: ChartTable {
    let hasIntervals = series.points.contains { $0.interval != nil }
    let hasLimits = series.points.contains { $0.limits != nil }
    var columns = [ChartTable.Column(period), .init("Value", isNumber: true)]
    if hasIntervals { columns.append(.init("Interval", isNumber: true)) }
    if hasLimits { columns.append(.init("Control limits", isNumber: true)) }
    return ChartTable(
      caption: "\(title), the latest first", columns: columns,
      rows: series.points.reversed().map { point in
        var row = [
          ChartTable.Cell(point.isProvisional ? "\(point.name), provisional" : point.name),
          .init(point.words, href: point.href),
        ]
        if hasIntervals { row.append(.init(words(point.interval))) }
        if hasLimits { row.append(.init(words(point.limits))) }
        return row
      })
  }

  private func words(_ range: ClosedRange<Double>?) -> String {
    guard let range else { return "–" }
    return "\(frame.axis.label(range.lowerBound)) to \(frame.axis.label(range.upperBound))"
  }

  /// At the ends of the lines, from those that matter most.
  fileprivate static func labels(
    _ series: ChartSeries, targetWords: String, centre: Level?
  ) -> [(text: String, value: Double, look: String)] {
    var labels: [(String, Double, String)] = []
    if let target = series.target, !targetWords.isEmpty {
      labels.append((targetWords, target, "s-label"))
    }
    if let centre { labels.append((centre.words, centre.value, "s-text")) }
    if let limits = series.points.last(where: { $0.limits != nil })?.limits {
      labels.append(("upper limit", limits.upperBound, "s-text"))
      if limits.lowerBound > 0 { labels.append(("lower limit", limits.lowerBound, "s-text")) }
    }
    return labels
  }
}

/// Where the parts of a course are.
struct CourseFrame {
  let axis: ValueAxis
  let width = 880.0
  let height = 300.0
  let left: Double
  let right: Double
  let top: Double
  let bottom = 250.0
  /// The room of one period.
  let slot: Double
  let labels: LabelColumn

  init(
    _ series: ChartSeries, labels: [(text: String, value: Double, look: String)], hasLane: Bool
  ) {
    var values = series.points.compactMap(\.value) + labels.map(\.value)
    values += series.points.flatMap { point in
      [point.interval, point.limits].compactMap(\.self).flatMap { [$0.lowerBound, $0.upperBound] }
    }
    if let target = series.target { values.append(target) }
    values += series.points.compactMap(\.target)
    let axis = ValueAxis(over: values, measure: series.measure)
    let (top, bottom) = (hasLane ? 44.0 : 16.0, self.bottom)
    let tickWidth = axis.ticks.map { TextFit.width(axis.label($0)) }.max() ?? 0
    left = min(140, max(48, tickWidth + 14))
    let column = labels.map {
      LabelColumn.Label(
        text: $0.text, y: axis.position($0.value, from: bottom, to: top), look: $0.look)
    }
    let labelWidth = LabelColumn.width(of: column, atMost: 190)
    right = width - (column.isEmpty ? 16 : labelWidth + 14)
    self.labels = LabelColumn(column, top: top, bottom: bottom)
    self.axis = axis
    self.top = top
    slot = (right - left) / Double(max(1, series.points.count))
  }

  func x(_ index: Int) -> Double { left + (Double(index) + 0.5) * slot }

  func y(_ value: Double) -> Double { axis.position(value, from: bottom, to: top) }
}
