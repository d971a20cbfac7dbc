import Chronology
import PolicyReading

extension DeploymentCalendar {
  /// The next time from an instant on in which a change may run for that many seconds, up to its
  /// end; nil where there is none for certain before the horizon.
  package func firstOpening(
    for profile: ChangeProfile, lasting seconds: Int64, from instant: Instant
  ) -> Interval? {
    search(for: profile, from: instant).first(lasting: seconds)
  }

  /// The next instant at which the change may run and could not before, or the other way round;
  /// nil where there is none before the horizon.
  package func transition(for profile: ChangeProfile, after instant: Instant) -> Instant? {
    search(for: profile, from: instant).transition()
  }

  private func search(for profile: ChangeProfile, from instant: Instant) -> OpeningSearch {
    OpeningSearch(from: instant, last: lastSingleInstant ?? instant) {
      self.openTime(for: profile, in: $0)
    }
  }

  /// The last instant at which something happens that is unlike other years: a freeze that happens
  /// once, a window of one day, holidays; nil where nothing does.
  var lastSingleInstant: Instant? {
    let frozen = freezes.compactMap { freeze -> Instant? in
      switch freeze.recurrence {
      case .once(let interval):
        return interval.end == .distantFuture ? interval.start : interval.end
      case .recurring(let recurrence, let bounds):
        let ends = [bounds.start, bounds.end].filter { $0 != .distantFuture }
        return (ends + [recurrence.lastSingleInstant(in: freeze.zone, holidays)].compactMap(\.self))
          .max()
      }
    }
    let open = windows.compactMap { $0.row.time.lastSingleInstant(in: $0.zone, holidays) }
    return (frozen + open).max()
  }
}
