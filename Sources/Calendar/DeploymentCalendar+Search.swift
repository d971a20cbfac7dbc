import Chronology

extension DeploymentCalendar {
  /// The next time from an instant on in which a change may run for that many seconds, up to its
  /// end; nil where there is none for certain before the horizon.
  package func firstOpening(
    for profile: ChangeProfile, lasting seconds: Int64, from instant: Instant
  ) -> Interval? {
    for span in spans(from: instant) {
      guard
        let found = openTime(for: profile, in: span)
          .first(lasting: max(seconds, 1), from: instant)
      else { continue }
      // An opening that reaches the end of what was looked at may go on.
      if found.end < span.end { return found }
      if span.end == horizon(from: instant) {
        return Interval(start: found.start, end: .distantFuture)
      }
    }
    return nil
  }

  /// The next instant at which the change may run and could not before, or the other way round;
  /// nil where there is none before the horizon.
  package func transition(for profile: ChangeProfile, after instant: Instant) -> Instant? {
    for span in spans(from: instant) {
      let open = openTime(for: profile, in: span)
      if let found = open.transition(after: instant), found < span.end { return found }
    }
    return nil
  }

  /// What is looked at: the next weeks, the next year, and all up to the horizon.
  private func spans(from instant: Instant) -> [Interval] {
    let horizon = horizon(from: instant)
    return [40, 400].map { instant + $0 * 86_400 }.filter { $0 < horizon }.map {
      Interval(start: instant, end: $0)
    } + [Interval(start: instant, end: horizon)]
  }

  /// Two leap years and more after the last thing that happens once: what recurs each week and
  /// each year has shown all it has by then.
  private func horizon(from instant: Instant) -> Instant {
    let ends = freezes.compactMap { freeze -> Instant? in
      guard case .once(let interval) = freeze.recurrence else { return nil }
      return interval.end == .distantFuture ? interval.start : interval.end
    }
    return max(ends.max() ?? instant, instant) + 800 * 86_400
  }
}
