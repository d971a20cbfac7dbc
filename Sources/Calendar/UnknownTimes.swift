import Chronology
import Findings
import PolicyReading
import SourceText

/// When it is not known whether a window is open or a freeze holds: on days that depend on holidays of a year that no list has, or
/// on a weekend that lies in two months.
package struct UnknownTimes: Sendable {
  /// Of the window or the freeze.
  package let name: String
  package let isFreeze: Bool
  /// Never empty.
  package let times: IntervalSet
  /// Why, for the first of them.
  package let reason: String
  package let place: Place
}

extension CalendarBook {
  /// What is not known of a span, by the versions of the policy, first windows, then freezes, in the order of the policy.
  package func unknownTimes(in span: Interval) -> [UnknownTimes] {
    parts(of: span).flatMap { calendar, part in
      calendar.windows.compactMap { $0.unknownTimes(in: part) }
        + calendar.freezes.compactMap { $0.unknownTimes(in: part) }
    }
  }
}

extension DeploymentWindow {
  /// Nil where everything is known.
  func unknownTimes(in span: Interval) -> UnknownTimes? {
    guard mayBeUnknown else { return nil }
    let times = openings(in: span, orUnknown: true).subtracting(openings(in: span))
      .intersection(span)
    return times.intervals.first.map { first in
      UnknownTimes(
        name: name, isFreeze: false, times: times,
        reason: row.time.unknownWords(holidays, at: first.start, in: zone),
        place: row.reference.place)
    }
  }
}

extension Freeze {
  /// Nil where everything is known.
  func unknownTimes(in span: Interval) -> UnknownTimes? {
    guard mayBeUnknown, case .recurring(let recurrence, _) = self.recurrence else { return nil }
    let times = IntervalSet(occurrences(in: span, orUnknown: true))
      .subtracting(IntervalSet(occurrences(in: span))).intersection(span)
    return times.intervals.first.map { first in
      UnknownTimes(
        name: name, isFreeze: true, times: times,
        reason: recurrence.unknownWords(holidays, at: first.start, in: zone), place: place)
    }
  }
}
