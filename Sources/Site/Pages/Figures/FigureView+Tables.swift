import Chronology
import Documents
import Figures
import PolicyReading
import Reports

extension FigureView {
  /// A row a period, the latest first.
  ///
  /// - Parameters:
  ///   - newestFirst: The indices of the points to show.
  ///   - records: Where the records of a period are listed.
  func periodTable(
    _ series: FigureSeries, newestFirst range: Range<Int>, records: (Period) -> LinkTarget?
  ) -> Table {
    let points = series.points[range]
    let hasBounds = points.contains { $0.figure.bounds != nil }
    let kind = series.kind.rawValue
    return Table(
      "\(series.title) by \(kind), the latest first",
      [.init(kind.capitalisedFirst)]
        + points[range.lowerBound].figure.columns(level: level, hasBounds: hasBounds),
      points.reversed().map { point in
        [RichText(point.name)]
          + point.figure.cells(records: records(point.period), hasBounds: hasBounds)
      })
  }

  /// Quarters, then years, each with its months; empty where there are neither.
  var longerTable: [any Block] {
    let series = [history.quarters, history.years].compactMap(\.self)
    guard let first = series.first else { return [] }
    let hasBounds = series.contains { $0.points.contains { $0.figure.bounds != nil } }
    return [
      Table(
        "\(months.title) by quarter and year, the latest first",
        ["Period"] + first.points[0].figure.columns(level: level, hasBounds: hasBounds)
          + [.words("Records")],
        series.flatMap { $0.points.reversed() }.flatMap { point in
          parts(of: point.period, hasBounds: hasBounds) + [
            [RichText(point.name)] + point.figure.cells(records: nil, hasBounds: hasBounds)
              + [months(of: point)]
          ]
        })
    ]
  }

  /// The parts of a quarter or year within which the target changed, each with its own verdict; the
  /// whole has none.
  private func parts(of period: Period, hasBounds: Bool) -> [[RichText]] {
    history.split(of: period).reversed().map { part in
      let target = part.figure.target.map { ", target \($0.shortWords)" } ?? ""
      return ["\(DisplayTime.period(period)), \(part.words)\(target)"]
        + part.figure.cells(records: nil, hasBounds: hasBounds) + ["–"]
    }
  }

  /// Links to the months that a longer period is made of.
  private func months(of point: FigureSeries.Point) -> RichText {
    let parts = months.points.filter { point.period.interval.contains($0.period.interval.start) }
    let links = parts.map { part -> RichText in
      let name = String(DisplayTime.name(ofMonth: part.period.firstDay.month).prefix(3))
      return "\(name, to: .figure(definition.key, part.period))"
    }.joined(by: " ")
    // Each period is judged by the policy in force at its own end.
    guard parts.reduce(0, { $0 + $1.figure.count }) != point.figure.count else { return links }
    return
      "\(links), not the sum of its months: the policy changed which \(definition.subject.plural) it counts"
  }
}

extension FigureSeries.Point {
  /// `March 2026`, `April 2026, provisional`.
  var name: String {
    DisplayTime.period(period).capitalisedFirst + (isProvisional ? ", provisional" : "")
  }
}

extension Figure {
  /// The cells of a row after its name: value, what it is counted over, verdicts.
  ///
  /// - Parameters:
  ///   - records: Where the records are listed.
  ///   - isJudged: With verdict and evidence; a part of the changes has none, since no target is set
  ///     for it.
  func cells(records: LinkTarget?, hasBounds: Bool, isJudged: Bool = true) -> [RichText] {
    let place = FigureRecords.count(of: self) > 0 ? records : nil
    let verdict = isJudged ? [verdictWords] : []
    switch self {
    case .rate(let rate):
      return [RichText(valueWords), "\(shareWords, to: place)"]
        + [RichText(rate.interval.map(formatInterval) ?? "–")]
        + (hasBounds ? [RichText(rate.bounds?.words ?? "–")] : []) + verdict
        + (isJudged ? [RichText(rate.evidenceWords ?? "–")] : [])
    case .duration(let duration):
      return [RichText(valueWords)]
        + [duration.otherValue, duration.summary?.p90].map {
          RichText($0.map(formatDuration) ?? "–")
        } + ["\("\(duration.count)", to: place)"] + verdict
    case .count(let count):
      return [RichText(valueWords), "\(count.perWeekText ?? "–", to: place)"] + verdict
    }
  }

  private var verdictWords: RichText {
    verdict.map { "\(Inline.mark($0.tone, $0.text))" } ?? "no target"
  }

  /// The heads of `cells`.
  func columns(
    level: String, hasBounds: Bool, isJudged: Bool = true
  ) -> [Table.Column] {
    let verdict: [Table.Column] = isJudged ? ["Verdict"] : []
    switch self {
    case .rate:
      return [.number("Rate"), .number("k of n"), .number("\(level) interval")]
        + (hasBounds ? [.number("Range if the unknown outcomes are added")] : []) + verdict
        + (isJudged ? [.words("Evidence")] : [])
    case .duration(let duration):
      let (first, second) =
        duration.leading == .mean ? ("Mean", "Median") : ("Median", "Mean")
      return [
        .number(first), .number(second), .number("90th percentile"),
        .number(definition.subject.plural.capitalisedFirst),
      ] + verdict
    case .count:
      return [.number(definition.subject.plural.capitalisedFirst), .number("A week")] + verdict
    }
  }

  var bounds: RateBounds? {
    if case .rate(let rate) = self { rate.bounds } else { nil }
  }
}

extension RateBounds {
  /// The rate if the outcomes that are not known fell on one side, or on the other.
  fileprivate var words: String {
    let ends =
      "\(formatShare(low.numerator, low.denominator)) to "
      + formatShare(high.numerator, high.denominator)
    return "\(ends), \(unknown) unknown"
  }
}

extension DurationFigure {
  /// What stands second: the median where the mean leads, and the other way round.
  fileprivate var otherValue: Double? {
    summary?.value(leading == .mean ? .median : .mean)
  }
}
