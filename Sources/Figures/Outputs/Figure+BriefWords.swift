import Chronology
import PolicyReading

extension Figure {
  package var interval: WilsonInterval? {
    if case .rate(let figure) = self { figure.interval } else { nil }
  }

  /// `96.4%`, `1 h 34 min` or `no data`.
  package var valueWords: String {
    switch self {
    case .rate(let figure):
      figure.shareText ?? "no data"
    case .duration(let figure):
      figure.leadingText ?? "no data"
    case .count(let figure): figure.known.map { "\($0)" } ?? "no data"
    }
  }

  /// `27 of 28`, over how many a duration was taken, or how many a week.
  package var shareWords: String {
    switch self {
    case .rate(let figure): figure.partText
    case .duration(let figure):
      figure.leading == .median && figure.count > 0
        ? "median of \(definition.subject.counted(figure.count))"
        : definition.subject.counted(figure.count)
    case .count(let figure):
      figure.perWeekText.map { "\($0) a week" } ?? definition.subject.plural
    }
  }

  /// How it stands to an earlier month: a rate with the interval of the difference, a duration with
  /// the earlier value beside it. Nil where one of the two has no data.
  package func trendWords(since earlier: FigureSeries.Point) -> String? {
    let month = DisplayTime.name(ofMonth: earlier.period.firstDay.month)
    switch (self, earlier.figure) {
    case (.rate(let now), .rate(let then)):
      return RateDifference(from: then, to: now)?.words(than: "in \(month)")
    case (.duration, .duration):
      guard value != nil, earlier.figure.value != nil else { return nil }
      return "\(earlier.figure.valueWords) in \(month)"
    case (.count(let now), .count(let then)):
      guard now.known != nil, then.known != nil else { return nil }
      return "\(earlier.figure.valueWords) in \(month)"
    default: return nil
    }
  }
}
