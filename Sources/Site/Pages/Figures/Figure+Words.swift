import Charts
import Chronology
import Figures
import PolicyReading

extension Figure {
  /// What its values are.
  var measure: ChartSeries.Measure {
    switch self {
    case .rate: .share
    case .duration: .seconds
    case .count: .count
    }
  }

  /// `96.4 %, 27 of 28`: as charts say it.
  var chartWords: String { value == nil ? valueWords : "\(valueWords), \(shareWords)" }
}

extension Figure {
  var interval: WilsonInterval? {
    if case .rate(let figure) = self { figure.interval } else { nil }
  }

  /// `96.4 %`, `1 h 34 min` or `no data`.
  var valueWords: String {
    switch self {
    case .rate(let figure):
      figure.share.map { formatShare($0.numerator, $0.denominator) } ?? "no data"
    case .duration(let figure):
      figure.summary.map { DurationText.describe(seconds: Int64($0.mean.rounded())) } ?? "no data"
    case .count(let figure): figure.known.map { "\($0)" } ?? "no data"
    }
  }

  /// `27 of 28`, over how many a duration was taken, or how many a week.
  var shareWords: String {
    switch self {
    case .rate(let figure): figure.partText
    case .duration(let figure): definition.subject.counted(figure.count)
    case .count(let figure):
      figure.perWeek.map { "\(formatNumber($0)) a week" } ?? definition.subject.plural
    }
  }

  var evidence: EvidenceVerdict? {
    if case .rate(let figure) = self { figure.evidence } else { nil }
  }

  /// The change against an earlier month; nil where one of the two has no data.
  func trendWords(since earlier: FigureSeries.Point) -> String? {
    let month = DisplayTime.name(ofMonth: earlier.period.firstDay.month)
    switch (self, earlier.figure) {
    case (.rate(let now), .rate(let then)):
      guard let a = now.share, let b = then.share else { return nil }
      guard a != b else { return "as in \(month)" }
      let tenths = Int(((a.value - b.value) * 1000).rounded())
      let size = "\(abs(tenths) / 10).\(abs(tenths) % 10)"
      let noise = now.overlaps(then) ? ", within noise" : ""
      return "\(tenths < 0 ? "−" : "+")\(size) points on \(month)\(noise)"
    case (.duration(let now), .duration(let then)):
      guard let a = now.summary?.mean, let b = then.summary?.mean else { return nil }
      let difference = Int64((a - b).rounded())
      guard difference != 0 else { return "as in \(month)" }
      return
        "\(DurationText.describe(seconds: abs(difference))) \(difference < 0 ? "shorter" : "longer") than in \(month)"
    default: return nil
    }
  }
}

extension RateFigure {
  /// The intervals of the two share a value, so that they need not differ.
  fileprivate func overlaps(_ other: RateFigure) -> Bool {
    guard let a = interval, let b = other.interval else { return true }
    return a.low <= b.high && b.low <= a.high
  }
}

extension Verdict {
  var words: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .noData: "no data"
    }
  }

  /// The class that gives it its mark.
  var mark: String {
    switch self {
    case .met: "met"
    case .missed: "missed"
    case .noData: "none"
    }
  }
}
