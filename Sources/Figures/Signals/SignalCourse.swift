import Chronology

/// A signal over the periods in which it held: from the first period that it was seen in to the last
/// one at whose end the test still named it.
package struct SignalCourse: Sendable, Hashable {
  package let direction: Signal.Direction
  package let isBetter: Bool?
  /// The first period that differed.
  package let since: Period
  /// The last period at whose end it held.
  package let until: Period
  /// As it was at the end of `until`.
  package let last: Signal
}

extension FigureSeries {
  /// A period that is over has enough others before it to be compared with.
  package var hasHistory: Bool {
    lastClosed.map { ShiftTest.before(endOf: samples(upTo: $0)) >= ShiftTest.fewestBefore } ?? false
  }

  /// The signals of the last so many periods, the earliest first: neighbouring ones to the same side
  /// are one.
  package func signalCourses(last count: Int) -> [SignalCourse] {
    var courses: [SignalCourse] = []
    var previous: Int?
    for index in points.indices.suffix(count) {
      guard let signal = signal(at: index) else { continue }
      if let last = courses.last, previous == index - 1, last.direction == signal.direction {
        courses[courses.count - 1] = SignalCourse(
          direction: last.direction, isBetter: last.isBetter, since: last.since,
          until: points[index].period, last: signal)
      } else {
        courses.append(
          SignalCourse(
            direction: signal.direction, isBetter: signal.isBetter, since: signal.periods[0],
            until: points[index].period, last: signal))
      }
      previous = index
    }
    return courses
  }
}
