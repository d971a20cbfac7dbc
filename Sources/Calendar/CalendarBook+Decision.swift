import Chronology
import Records

// Decisions by the version of the policy that is in force at each instant. A change means to each
// version what the version's own rows say of its type: a profile is made for every calendar.

extension CalendarBook {
  package typealias Profiling = (DeploymentCalendar) -> ChangeProfile

  /// Whether a change may run over all of an interval, each part by the version in force.
  package func decide(_ profile: @escaping Profiling, over interval: Interval) -> Decision {
    let (state, because) = weigh(profile, over: interval)
    let search = OpeningSearch(from: interval.start, last: lastSingleInstant) {
      openTime(for: profile, in: $0)
    }
    let next = search.first(lasting: interval.seconds)
    // Only who is told that it is closed asks when it may perhaps open.
    let perhaps =
      state != .closed
      ? nil
      : OpeningSearch(from: interval.start, last: lastSingleInstant) { span in
        IntervalSet(
          parts(of: span).flatMap { $0.possibleTime(for: profile($0), in: $1).intervals })
      }.first(lasting: interval.seconds)
    return Decision(
      state: state, interval: interval, because: because.map(\.cause),
      until: state == .unknown ? nil : search.transition(), next: next,
      perhaps: perhaps?.before(next))
  }

  /// The state of a decision and its causes, without a look ahead. One part that is closed closes
  /// all of it.
  package func weigh(
    _ profile: Profiling, over interval: Interval
  ) -> (
    state: Decision.State, because: [(cause: Decision.Cause, calendar: DeploymentCalendar)]
  ) {
    let decisions = partsInForce(during: interval).map { calendar, part in
      let (state, because) = calendar.weigh(profile(calendar), over: part)
      return (state: state, because: because.map { (cause: $0, calendar: calendar) })
    }
    let state: Decision.State =
      if decisions.contains(where: { $0.state == .closed }) {
        .closed
      } else if decisions.contains(where: { $0.state == .unknown }) || decisions.isEmpty {
        .unknown
      } else {
        .open
      }
    return (state, decisions.filter { $0.state == state }.flatMap(\.because))
  }

  /// The calendars that are in force during an interval; of one of no length at its instant.
  package func calendars(meeting interval: Interval) -> [DeploymentCalendar] {
    partsInForce(during: interval).map { calendar, _ in calendar }
  }

  private func partsInForce(during interval: Interval) -> [(DeploymentCalendar, Interval)] {
    interval.seconds > 0 ? parts(of: interval) : [(inForce(at: interval.start), interval)]
  }

  /// When the change may run for certain, by the version in force at each instant of the span.
  func openTime(for profile: Profiling, in span: Interval) -> IntervalSet {
    IntervalSet(
      parts(of: span).flatMap { $0.openTime(for: profile($0), in: $1).intervals })
  }

  /// The last instant at which something happens once: a freeze, or another version's coming into
  /// force.
  private var lastSingleInstant: Instant {
    calendars.flatMap { calendar in
      [calendar.lastSingleInstant, calendar.inForce.start].compactMap { $0 }
    }.max() ?? .distantPast
  }

  /// The calendar of the policy that judges a change, as if it were the only one: a change is
  /// planned by the policy that it was approved by.
  package func judging(_ change: Change, in register: Register) -> CalendarBook {
    alone(register.policyIndex(for: change))
  }
}
