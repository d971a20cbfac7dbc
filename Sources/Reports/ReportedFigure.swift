import Chronology
import Figures
import PolicyReading

/// A figure with a target, as a report shows it.
package struct ReportedFigure: Sendable {
  package let figure: Figure
  package let period: Period
  /// The periods up to this one.
  fileprivate let history: [PeriodFigures]

  package var key: String { figure.definition.key }

  /// The periods up to this one; nil where none has the figure.
  package var series: FigureSeries? { FigureSeries(figure.definition, in: history) }

  /// Whether the value is a signal or noise. Worked out each time that it is asked for: a week's
  /// report does not ask, and there are many weeks.
  package var headline: Headline? { series.map { Figures.headline(of: $0, at: period) } }

  /// What the headline says beside value and verdict; nil where that is nothing.
  package var courseWords: String? { series.flatMap { headlineCourse(of: $0, at: period) } }
}

extension PeriodReport {
  /// The figures with a target, in the order of the catalogue; all that a policy can set a target
  /// for where this one sets none.
  var targetedFigures: [Figure] {
    let targeted = figures.main.filter { $0.target != nil }
    return targeted.isEmpty ? figures.main : targeted
  }

  /// The same with what their courses come to.
  package var mainFigures: [ReportedFigure] {
    targetedFigures.map { figure in
      ReportedFigure(figure: figure, period: period, history: history)
    }
  }

  /// The one paragraph that says how the period went.
  package var verdict: String { verdictParagraph(of: figures, in: history) }
}

extension Verdict {
  var reportMark: ReportMark {
    switch self {
    case .met: .good
    case .missed: .bad
    case .noData: .neutral
    }
  }
}

extension EvidenceVerdict {
  /// As it stands after the verdict; nil where the evidence is clear.
  var doubt: String? {
    switch self {
    case .clear: nil
    case .tooFew: "too few to tell"
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
      guard let summary = duration.summary else { return "no data" }
      // Far beyond any date that can be written, and safely inside the range of Int64.
      let seconds = Int64(min(1e15, summary.mean).rounded())
      return "\(DurationText.describe(seconds: seconds)), mean of \(summary.count)"
    case .count(let count):
      guard let number = count.known else { return "no data" }
      return "\(number)" + (count.perWeek.map { ", \(formatNumber($0)) a week" } ?? "")
    }
  }
}
