import Chronology
import PolicyReading

/// What a figure's course comes to, in a sentence. It never rests on the difference of two periods
/// alone: a period is compared with its target and with what chance would do.
package struct Headline: Sendable {
  /// `Change success rate: missed in October 2026 (7 of 9, 77.8 %); within the noise of the last
  /// 12 months`, without a full stop.
  package let text: String
  /// The same without the figure's name.
  package let sentence: String
  /// What of it says more than value and verdict: signal, noise, or why the two cannot be told
  /// apart; nil where there is no more to say.
  package let course: String?
  /// The period that it is about.
  package let period: Period
  /// Those that still held in that period.
  package let signals: [Signal]
  package let standing: Standing

  package enum Standing: String, Sendable, Hashable, CaseIterable {
    /// There is a signal, and its figure has no better side.
    case signal
    case better, worse
    /// Nothing but chance can be seen.
    case noise
    /// Signal and noise cannot be told apart.
    case untold
    case noData = "no_data"
  }
}

/// The headline of a series at one of its periods; at the last one that is over where none is
/// named, at the running one where none is over.
///
/// - Parameter period: One of the series; another counts as none.
package func headline(of series: FigureSeries, at period: Period? = nil) -> Headline {
  let last = series.lastClosed ?? series.points.count - 1
  let index = series.points.firstIndex { $0.period == period } ?? last
  let point = series.points[index]
  let course = CourseWords(of: series, at: index)
  let sentence = valueClause(of: point) + (course.text.map { "; \($0)" } ?? "")
  return Headline(
    text: "\(printable(point.figure.title)): \(sentence)", sentence: sentence, course: course.text,
    period: point.period, signals: course.signals, standing: course.standing)
}

/// What the headline of a series says beside value and verdict, see `Headline.course`: for those who
/// show no more of it.
package func headlineCourse(of series: FigureSeries, at period: Period) -> String? {
  let last = series.lastClosed ?? series.points.count - 1
  return CourseWords(of: series, at: series.points.firstIndex { $0.period == period } ?? last).text
}

/// How a point of a series stands to chance.
private struct CourseWords {
  /// Nil where there is nothing to say.
  var text: String?
  var standing: Headline.Standing
  /// Those that still held in its period.
  var signals: [Signal] = []

  init(of series: FigureSeries, at index: Int) {
    let point = series.points[index]
    standing = point.figure.value == nil ? .noData : .untold
    guard standing != .noData, !point.isProvisional,
      let compared = series.upTo(point.period)?.recent()
    else { return }
    switch ControlChart.make(of: compared) {
    case .failure(let absence): text = clause(for: absence, in: compared)
    case .success(let chart):
      signals = chart.signals.filter { $0.reaches(point.period) }
      guard let strongest = signals.first else {
        standing = .noise
        text = "within the noise of \(span(of: compared))"
        return
      }
      standing = strongest.isBetter.map { $0 ? .better : .worse } ?? .signal
      let words = signals.map { $0.clause(in: chart, of: point.figure) }
      text = "\(signals.count == 1 ? "a signal" : "signals"): \(NumberWords.list(words))"
    }
  }
}

/// `missed in October 2026 (7 of 9, 77.8 %), on too few changes to tell`.
private func valueClause(of point: FigureSeries.Point) -> String {
  let figure = point.figure
  let when = (point.isProvisional ? "so far " : "") + "in \(point.period.title)"
  guard figure.value != nil else {
    let left = figure.excluded.count
    let subject = figure.definition.subject.isIncident ? "incident" : "change"
    return "no data \(when)"
      + (left == 0 ? "" : ", \(NumberWords.counted(left, subject)) left out")
  }
  let value: String
  switch figure {
  case .rate(let rate):
    let share = formatShare(rate.numerator, rate.denominator)
    guard let verdict = figure.verdict else { return "\(share) \(when) (\(rate.partText))" }
    value = "\(verdict.text) \(when) (\(rate.partText), \(share))"
  case .duration(let duration):
    let mean = duration.summary.map { figure.words(for: $0.mean) } ?? ""
    let over = "mean of \(figure.definition.subject.counted(duration.count))"
    guard let verdict = figure.verdict else { return "\(mean) \(when) (\(over))" }
    value = "\(verdict.text) \(when) (\(mean), \(over))"
  case .count(let count):
    // Of a week the number is the rate.
    let perWeek = point.period.kind == .week ? nil : count.perWeek
    let rate = perWeek.map { " (\(formatNumber($0)) a week)" } ?? ""
    return "\(figure.definition.subject.counted(count.count)) \(when)\(rate)"
  }
  guard case .rate(let rate) = figure, let evidence = rate.evidence, evidence != .clear else {
    return value
  }
  return value + ", on too few \(figure.definition.subject.plural) to tell"
}

private func clause(for absence: ControlChartAbsence, in series: FigureSeries) -> String {
  switch absence {
  case .tooFewPeriods: "too few \(series.kind.noun(2)) to tell signal from noise"
  case .tooFewMisses: "too few misses in \(span(of: series)) to tell signal from noise"
  }
}

/// `the last 12 months`, `the last 9 months with data`.
private func span(of series: FigureSeries) -> String {
  let withData = series.points.filter { $0.figure.value != nil }.count
  let gap = withData == series.points.count ? "" : " with data"
  return "the last \(withData) \(series.kind.noun(withData))\(gap)"
}

extension Signal {
  /// `below the lower limit of 81.2 %`, `eight months in a row below average, since March 2026`.
  package func clause(in chart: ControlChart, of figure: Figure) -> String {
    let kindOfPeriod = periods[0].kind
    let since = "since \(periods[0].title)"
    switch kind {
    case .outsideLimits:
      let point = chart.points.last { $0.period == periods[0] }
      let limit = (direction == .up ? point?.upper : point?.lower) ?? chart.centre
      let side = direction == .up ? "above the upper" : "below the lower"
      return "\(side) limit of \(figure.words(for: limit))"
    case .run(let count):
      let side = direction == .up ? "above" : "below"
      return "\(NumberWords.cardinal(count)) \(kindOfPeriod.noun(count)) in a row \(side) average, "
        + since
    case .longGap(let count):
      let unit = figure.definition.subject
      return "\(unit.counted(count)) in a row without a miss, \(since)"
    case .runOfGaps(let count):
      let isRare = isBetter ?? (direction == .down)
      return "\(NumberWords.cardinal(count)) intervals in a row between misses "
        + "\(isRare ? "longer" : "shorter") than usual, \(since)"
    }
  }
}

extension Figure {
  /// A value of its kind: `81.2 %`, `4 h 9 min`, `3.2`.
  func words(for value: Double) -> String {
    switch self {
    case .rate: formatShare(value)
    case .duration: DurationText.describe(seconds: Int64(value.rounded()))
    case .count: formatNumber(value)
    }
  }
}
