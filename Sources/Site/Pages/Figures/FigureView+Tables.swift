import Chronology
import Documents
import Figures
import Markdown
import PolicyReading
import Reports

extension FigureView {
  /// A row a period, the latest first.
  ///
  /// - Parameters:
  ///   - newestFirst: The indices of the points to show.
  ///   - href: Where the records of a period are listed.
  func periodTable(
    _ series: FigureSeries, newestFirst range: Range<Int>, href: (Period) -> String?
  ) -> HTML {
    let points = series.points[range]
    let hasBounds = points.contains { $0.figure.bounds != nil }
    var writer = HTMLWriter()
    writer.reserve(points.count * 320)
    let kind = series.kind.rawValue
    writer.openBareTable(
      "\(series.title) by \(kind), the latest first",
      [(kind.capitalisedFirst, false)]
        + points[range.lowerBound].figure.columns(level: level, hasBounds: hasBounds))
    for point in points.reversed() {
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.text(DisplayTime.period(point.period).capitalisedFirst)
      if point.isProvisional { writer.text(", provisional") }
      writer.close("th")
      writer.figureCells(of: point.figure, href: href(point.period), hasBounds: hasBounds)
      writer.close("tr")
    }
    writer.closeBareTable()
    return writer.finish()
  }

  /// Quarters, then years, each with its months; empty where there are neither.
  var longerTable: HTML {
    let series = [history.quarters, history.years].compactMap(\.self)
    guard let first = series.first else { return .empty }
    let hasBounds = series.contains { $0.points.contains { $0.figure.bounds != nil } }
    var writer = HTMLWriter()
    writer.openTable(
      "\(months.title) by quarter and year, the latest first",
      [("Period", false)] + first.points[0].figure.columns(level: level, hasBounds: hasBounds)
        + [("Records", false)])
    for point in series.flatMap({ $0.points.reversed() }) {
      writeParts(of: point.period, hasBounds: hasBounds, to: &writer)
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.text(DisplayTime.period(point.period))
      if point.isProvisional { writer.text(", provisional") }
      writer.close("th")
      writer.figureCells(of: point.figure, href: nil, hasBounds: hasBounds)
      writer.open("td", class: "what")
      writeMonths(of: point, to: &writer)
      writer.close("td")
      writer.close("tr")
    }
    writer.closeTable()
    return writer.finish()
  }

  /// The parts of a quarter or year within which the target changed, each with its own verdict; the
  /// whole has none.
  private func writeParts(
    of period: Period, hasBounds: Bool, to writer: inout HTMLWriter
  ) {
    for part in history.split(of: period).reversed() {
      writer.open("tr")
      writer.open("th", "scope", "row")
      writer.text("\(DisplayTime.period(period)), \(part.words)")
      if let target = part.figure.target { writer.text(", target \(target.shortWords)") }
      writer.close("th")
      writer.figureCells(of: part.figure, href: nil, hasBounds: hasBounds)
      writer.element("td", "–")
      writer.close("tr")
    }
  }

  /// Links to the months that a longer period is made of.
  private func writeMonths(of point: FigureSeries.Point, to writer: inout HTMLWriter) {
    let parts = months.points.filter { point.period.interval.contains($0.period.interval.start) }
    for (index, part) in parts.enumerated() {
      if index > 0 { writer.text(" ") }
      writer.link(
        String(DisplayTime.name(ofMonth: part.period.firstDay.month).prefix(3)),
        href: listing.href(part.period, from: route))
    }
    // Each period is judged by the policy in force at its own end.
    if parts.reduce(0, { $0 + $1.figure.count }) != point.figure.count {
      writer.text(
        ", not the sum of its months: the policy changed which \(definition.subject.plural) "
          + "it counts")
    }
  }
}

extension HTMLWriter {
  /// The cells of a figure after its name: value, what it is counted over, verdicts.
  ///
  /// - Parameter isJudged: With verdict and evidence; a part of the changes has none, since no target
  ///   is set for it.
  mutating func figureCells(
    of figure: Figure, href: String?, hasBounds: Bool, isJudged: Bool = true
  ) {
    element("td", class: "n", figure.valueWords)
    switch figure {
    case .rate(let rate):
      numberCell(figure.shareWords, href: FigureRecords.count(of: figure) > 0 ? href : nil)
      element("td", class: "n", rate.interval.map(formatInterval) ?? "–")
      if hasBounds { element("td", class: "n", rate.bounds?.words ?? "–") }
      if isJudged { verdictCell(of: figure) }
      if isJudged { element("td", class: "what", rate.evidenceWords ?? "–") }
    case .duration(let duration):
      for value in [duration.otherValue, duration.summary?.p90] {
        element("td", class: "n", value.map(formatDuration) ?? "–")
      }
      numberCell("\(duration.count)", href: FigureRecords.count(of: figure) > 0 ? href : nil)
      if isJudged { verdictCell(of: figure) }
    case .count(let count):
      numberCell(
        count.perWeekText ?? "–",
        href: FigureRecords.count(of: figure) > 0 ? href : nil)
      if isJudged { verdictCell(of: figure) }
    }
  }

  private mutating func verdictCell(of figure: Figure) {
    open("td")
    if let verdict = figure.verdict {
      element("span", "class", verdict.mark, verdict.text)
    } else {
      text("no target")
    }
    close("td")
  }
}

extension Figure {
  /// The heads of what `figureCells` writes.
  func columns(
    level: String, hasBounds: Bool, isJudged: Bool = true
  ) -> [HTMLWriter.Column] {
    let verdict: [HTMLWriter.Column] = isJudged ? [("Verdict", false)] : []
    switch self {
    case .rate:
      return [("Rate", true), ("k of n", true), ("\(level) interval", true)]
        + (hasBounds ? [("Range if the unknown outcomes are added", true)] : []) + verdict
        + (isJudged ? [("Evidence", false)] : [])
    case .duration(let duration):
      let (first, second) =
        duration.leading == .mean ? ("Mean", "Median") : ("Median", "Mean")
      return [
        (first, true), (second, true), ("90th percentile", true),
        (definition.subject.plural.capitalisedFirst, true),
      ] + verdict
    case .count:
      return [(definition.subject.plural.capitalisedFirst, true), ("A week", true)] + verdict
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
