import Documents
import Chronology
import Figures
import PolicyReading

/// A figure with a target, as a report shows it.
package struct ReportedFigure: Sendable {
  package let figure: Figure
  /// With what parts it from other targets of one figure.
  package let title: String
  package let period: Period
  /// The periods up to this one; nil where none has the figure, and for a part of the period.
  package let series: FigureSeries?

  package var key: String { figure.definition.key }

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
          figure: figure, title: figure.title, period: period,
          series: FigureSeries(figure.definition, in: history))
      }
    }
    return judged.map { judged in
      ReportedFigure(
        figure: judged.figure, title: judged.title, period: period,
        series: FigureSeries(judged, of: figures, in: history))
    }
  }

  /// The one paragraph that says how the period went.
  package var verdict: String { verdictParagraph(of: figures, in: history) }
}

extension Verdict {
  package var tone: Tone {
    switch self {
    case .met: .good
    case .missed: .bad
    case .noData: .neutral
    }
  }
}
