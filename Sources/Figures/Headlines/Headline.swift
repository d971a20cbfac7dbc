import Chronology
import PolicyReading

/// What a figure's course comes to, in a sentence. It never rests on the difference of two periods
/// alone: a period is compared with its target, and with the periods before it by `ShiftTest`.
package struct Headline: Sendable {
  /// `Change success rate: missed in October 2026 (7 of 9, 77.8%), inconclusive (too few changes);
  /// no shift against the 9 months before`, without a full stop.
  package let text: String
  /// The same without the figure's name.
  package let sentence: String
  /// What of it says more than value and verdict: a signal, none, or why there can be none; nil where
  /// there is no more to say.
  package let course: String?
  /// The period that it is about.
  package let period: Period
  /// The signal that held in that period, if any.
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
    period: point.period, signals: course.signal.map { [$0] } ?? [], standing: course.standing)
}

/// What the headline of a series says beside value and verdict, see `Headline.course`: for those who
/// show no more of it.
package func headlineCourse(of series: FigureSeries, at period: Period) -> String? {
  let last = series.lastClosed ?? series.points.count - 1
  return CourseWords(of: series, at: series.points.firstIndex { $0.period == period } ?? last).text
}

/// How a point of a series stands to those before it.
private struct CourseWords {
  /// Nil where there is nothing to say.
  var text: String?
  var standing: Headline.Standing
  var signal: Signal?

  init(of series: FigureSeries, at index: Int) {
    let point = series.points[index]
    standing = point.figure.value == nil ? .noData : .untold
    guard standing != .noData, !point.isProvisional else { return }
    let before = ShiftTest.before(endOf: series.samples(upTo: index))
    guard before >= ShiftTest.fewestBefore else {
      text = "not enough history to call a trend"
      return
    }
    guard let found = series.signal(at: index) else {
      standing = .noise
      text = "no shift against the \(NumberWords.counted(before, series.kind.rawValue)) before"
      return
    }
    signal = found
    standing = found.isBetter.map { $0 ? .better : .worse } ?? .signal
    text = "a shift, \(found.tone): \(found.clause)"
  }
}

/// `missed in October 2026 (7 of 9, 77.8%), inconclusive (too few changes)`.
private func valueClause(of point: FigureSeries.Point) -> String {
  let figure = point.figure
  let when = (point.isProvisional ? "so far " : "") + "in \(point.period.title)"
  guard figure.value != nil else {
    let left = figure.excluded.count
    return "no data \(when)"
      + (left == 0 ? "" : ", \(figure.definition.subject.excluded(left)) excluded")
  }
  let value: String
  switch figure {
  case .rate(let rate):
    let share = rate.shareText ?? ""
    guard let verdict = figure.verdict else { return "\(share) \(when) (\(rate.partText))" }
    value = "\(verdict.text) \(when) (\(rate.partText), \(share))"
  case .duration(let duration):
    let mean = duration.leadingText ?? ""
    let over =
      "\(duration.leading.rawValue) of \(figure.definition.subject.counted(duration.count))"
    guard let verdict = figure.verdict else { return "\(mean) \(when) (\(over))" }
    value = "\(verdict.text) \(when) (\(mean), \(over))"
  case .count(let count):
    // Of a week the number is the rate.
    let perWeek = point.period.kind == .week ? nil : count.perWeekText
    let rate = perWeek.map { " (\($0) a week)" } ?? ""
    let number = "\(figure.definition.subject.counted(count.count)) \(when)\(rate)"
    value = figure.verdict.map { "\($0.text), \(number)" } ?? number
  }
  return figure.doubtWords.map { "\(value), \($0)" } ?? value
}

extension Figure {
  /// A value of its kind: `81.2%`, `4 h 9 min`, `3.2`.
  func words(for value: Double) -> String {
    switch self {
    case .rate: formatShare(value)
    case .duration: formatDuration(value)
    case .count: formatNumber(value)
    }
  }
}
