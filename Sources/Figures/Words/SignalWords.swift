import Chronology

// What is said of the course of a figure: all that pages, reports, mails and the terminal say of it.

extension Signal {
  /// `0 of 8 in December 2025, against 77 of 88 in the 11 months before`.
  package var clause: String {
    "\(recent.words) \(Self.span(periods)), against \(earlier.words) in the "
      + "\(NumberWords.counted(before, periods[0].kind.rawValue)) before"
  }

  /// `better`, `worse`, `higher` or `lower`.
  package var tone: String {
    isBetter.map { $0 ? "better" : "worse" } ?? (direction == .up ? "higher" : "lower")
  }

  /// `in December 2025`, `in October 2025 to December 2025`.
  private static func span(_ periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last else { return "" }
    return first == last ? "in \(first.title)" : "from \(first.title) to \(last.title)"
  }
}

extension SignalCourse {
  /// `worse from October 2025; it still holds`, `worse from May 2025, held until August 2025`.
  package func words(asOf last: Period?) -> String {
    let end = until == last ? "it still holds" : "it held until \(until.title)"
    return "\(self.last.tone) since \(since.title) (\(self.last.clause)); \(end)"
  }

  /// Under a chart: `worse since October 2025`.
  package var shortWords: String { "\(last.tone) since \(since.title)" }
}

extension ShiftTest.Summary {
  /// `0 of 8`, `12 (2.8 a week)`, `2 h 5 min as the geometric mean of 9`: what the test compares.
  var words: String {
    switch self {
    case .rate(let k, let n): "\(k) of \(n)"
    case .number(let count, let days):
      "\(count) (\(formatNumber(days > 0 ? Double(count) * 7 / days : 0)) a week)"
    case .times(let typical, let count):
      "\(formatDuration(typical)) as the geometric mean "
        + "of \(count)"
    }
  }
}

extension ShiftReach {
  /// What would have stood out: `With 8 changes in the month, the change success rate would have stood
  /// out on its own at 3 of 8 or worse; smaller shifts take longer to show.`
  func words(of title: String, in kind: Period.Kind, _ subject: FigureSubject) -> String {
    let figure = "With \(subject.counted(n)) in the \(kind.rawValue), the \(title) would"
    let extreme = isFloor ? 0 : n
    guard let worst else {
      return "\(figure) not have stood out on its own even at \(extreme) of \(n)."
    }
    let orWorse = worst == extreme ? "" : " or worse"
    return
      "\(figure) have stood out on its own at \(worst) of \(n)\(orWorse); smaller shifts take longer to "
      + "show."
  }
}
