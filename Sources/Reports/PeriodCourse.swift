import Chronology
import Figures

/// The figures of all periods of one kind, without gaps.
package struct PeriodCourse: Sendable {
  /// The earliest first.
  package let periods: [PeriodFigures]

  init(_ measured: [PeriodFigures], of kind: Period.Kind) {
    periods = measured.filter { $0.period.kind == kind }
      .sorted { $0.period.firstDay < $1.period.firstDay }
  }

  /// The index of a period; nil where it lies before the first record or after the clock.
  package func index(of period: Period) -> Int? {
    let index = count(before: period.firstDay)
    return index < periods.count && periods[index].period.firstDay == period.firstDay ? index : nil
  }

  /// At most so many periods up to one of them and with it, the earliest first; none for a period
  /// that is not among them.
  package func last(_ count: Int, upTo period: Period) -> ArraySlice<PeriodFigures> {
    guard let index = index(of: period) else { return [] }
    return periods[max(0, index + 1 - count)...index]
  }

  /// Those that begin within an interval of days, the earliest first.
  func beginning(in days: Range<CivilDay>) -> ArraySlice<PeriodFigures> {
    let start = count(before: days.lowerBound)
    return periods[start..<max(start, count(before: days.upperBound))]
  }

  private func count(before day: CivilDay) -> Int {
    var low = 0
    var high = periods.count
    while low < high {
      let middle = (low + high) / 2
      if periods[middle].period.firstDay < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
