import Calendar
import Chronology
import PolicyReading
import Records
import SourceText

/// What the gate answers for a kind of change at each instant of a span: for pages that go on telling
/// it after they were built.
package struct GateForecast: Sendable {
  /// At the first instant of the span, for a change that touches no system which a freeze names.
  package let report: GateReport
  /// When it is open for such a change.
  package let open: IntervalSet
  /// When there is no answer for it.
  package let unknown: IntervalSet
  /// The systems for which it is not open although it is for others.
  package let exceptions: [Exception]

  /// Systems that a freeze names.
  package struct Exception: Sendable, Hashable {
    /// As they are written, in the order of the freezes.
    package var systems: [String]
    /// When it is not open for them, within the time in which it is for others.
    package let interval: IntervalSet
  }

  /// The systems for which it is not open at an instant at which it is for others.
  package func exceptions(at instant: Instant) -> [String] {
    exceptions.filter { $0.interval.contains(instant) }.flatMap(\.systems)
  }
}

extension RegisterGate {
  /// The answers for changes of a type and risk, names of the policy in force; nil for a type or risk
  /// that the policy does not have.
  ///
  /// - Parameter system: The one that is asked for; nil for all, with those that are excepted for a while.
  package func forecast(
    type: String?, risk: String?, system: String? = nil, over span: Interval
  ) -> GateForecast {
    func subject(_ systems: [String]) -> GateSubject {
      GateSubject(type: type, risk: risk, systems: systems)
    }
    let asked = [system].compactMap(\.self)
    let first = Interval(start: span.start, end: span.start)
    let general = times(of: subject(asked), over: span)
    var exceptions: [GateForecast.Exception] = []
    for system in system == nil ? systemsOfFreezes(in: span) : [] {
      let interval = general.open.subtracting(times(of: subject([system]), over: span).open)
      if interval.isEmpty { continue }
      if let same = exceptions.firstIndex(where: { $0.interval == interval }) {
        exceptions[same].systems.append(system)
      } else {
        exceptions.append(GateForecast.Exception(systems: [system], interval: interval))
      }
    }
    return GateForecast(
      report: ask(subject(asked), over: first), open: general.open, unknown: general.unknown,
      exceptions: exceptions)
  }

  /// When a change of given attributes is open, and when there is no answer.
  private func times(
    of subject: GateSubject, over span: Interval
  ) -> (open: IntervalSet, unknown: IntervalSet) {
    guard obstacles.isEmpty else { return (.empty, IntervalSet(span)) }
    var times = book.times(of: subject, over: span)
    // A category that nobody has named may close a window: then nothing is said.
    for category in termCategories {
      var other = subject
      other.categories = [category]
      let closing = times.open.subtracting(book.times(of: other, over: span).open)
      times = (times.open.subtracting(closing), times.unknown.union(closing))
    }
    let doubts = IntervalSet(
      book.parts(of: span).flatMap { calendar, part in
        calendar.doubtsOfFiles.compactMap { $0.interval.intersection(part) }
      })
    return (times.open.subtracting(doubts), times.unknown.union(doubts))
  }

  /// The systems that freezes of the span name, each once.
  private func systemsOfFreezes(in span: Interval) -> [String] {
    var seen: Set<String> = []
    return book.parts(of: span).flatMap { calendar, part in
      calendar.freezes.filter { !$0.systems.isEmpty && !$0.occurrences(in: part).isEmpty }
        .flatMap(\.systems)
    }.filter { seen.insert(WordForm.fold($0)).inserted }
  }
}

extension CalendarBook {
  fileprivate func times(
    of subject: GateSubject, over span: Interval
  ) -> (open: IntervalSet, unknown: IntervalSet) {
    var times = (open: IntervalSet.empty, unknown: IntervalSet.empty)
    for (calendar, part) in parts(of: span) {
      let profile = subject.profile(type: subject.type, risk: subject.risk, in: calendar)
      let open = calendar.openTime(for: profile, in: part)
      times.open = times.open.union(open)
      times.unknown = times.unknown.union(
        calendar.unknownTime(for: profile, open: open, in: part))
    }
    return times
  }
}

extension DeploymentCalendar {
  /// Declarations and incidents that make no sense, and files that could not be read.
  var doubtsOfFiles: [CalendarDoubt] {
    doubts.filter { $0.place.file.path != policy.file.path }
  }

  /// When `decide` has no answer for an instant: no freeze stops the change for certain, and what is
  /// left may be open or not.
  fileprivate func unknownTime(
    for profile: ChangeProfile, open: IntervalSet, in span: Interval
  ) -> IntervalSet {
    let frozen = frozenTime(for: profile, in: span)
    let windows = windowTime(for: profile, in: span, orUnknown: true)
    let doubts = doubts.filter { $0.concern == .windows }.map(\.interval)
    let closed = IntervalSet(span).subtracting(windows)
    return windows.subtracting(open).union(closed.intersection(IntervalSet(doubts)))
      .subtracting(frozen).intersection(span)
  }
}
