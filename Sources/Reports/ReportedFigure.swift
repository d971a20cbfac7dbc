import Documents
import Chronology
import Figures
import PolicyReading

/// A figure with a target, as a report shows it.
package struct ReportedFigure: Sendable {
  package let figure: Figure
  /// With what parts it from other targets of one figure.
  package let title: String
  /// It is taken over all of the period and the changes of the figure itself, so that its course is
  /// the figure's.
  let isWhole: Bool
  package let period: Period
  /// The periods up to this one.
  fileprivate let history: [PeriodFigures]

  package var key: String { figure.definition.key }

  /// The periods up to this one; nil where none has the figure.
  package var series: FigureSeries? {
    isWhole ? FigureSeries(figure.definition, in: history) : nil
  }

  /// Whether the value moved. Worked out each time that it is asked for: a week's
  /// report does not ask, and there are many weeks.
  package var headline: Headline? { series.map { Figures.headline(of: $0, at: period) } }

  /// What the headline says beside value and verdict; nil where that is nothing.
  package var courseWords: String? { series.flatMap { headlineCourse(of: $0, at: period) } }
}

extension PeriodReport {
  /// The figures with a target, in the order of the catalogue; those that policies mostly set one for
  /// where this one sets none.
  var targetedFigures: [Figure] { figures.main }

  /// Every target with its figure and what the course of that comes to.
  package var mainFigures: [ReportedFigure] {
    let judged = figures.judged
    guard !judged.isEmpty else {
      return figures.main.map { figure in
        ReportedFigure(
          figure: figure, title: figure.title, isWhole: true, period: period, history: history)
      }
    }
    var met: Set<String> = []
    return judged.map { judged in
      // Further targets of one figure are over other changes than its course.
      let isFirst = met.insert(judged.key).inserted
      return ReportedFigure(
        figure: judged.figure, title: judged.title, isWhole: isFirst && judged.part == nil,
        period: period, history: history)
    }
  }

  /// The one paragraph that says how the period went.
  package var verdict: String { verdictParagraph(of: figures, in: history) }
}

extension Verdict {
  var reportMark: Tone {
    switch self {
    case .met: .good
    case .missed: .bad
    case .noData: .neutral
    }
  }
}

extension Figure {
  /// `77.8 %, 7 of 9`, `1 h 45 min, mean of 2`, `7, 1.6 a week`, or `no data`: durations in their
  /// two largest units.
  var briefText: String {
    switch self {
    case .rate: return valueText
    case .duration(let duration):
      guard let value = duration.leadingValue else { return "no data" }
      // Far beyond any date that can be written, and safely inside the range of Int64.
      let seconds = Int64(min(1e15, value).rounded())
      return "\(DurationText.describe(seconds: seconds)), \(duration.leading.rawValue) of "
        + "\(duration.count)"
    case .count(let count):
      guard let number = count.known else { return "no data" }
      return "\(number)" + (count.perWeek.map { ", \(formatNumber($0)) a week" } ?? "")
    }
  }
}
