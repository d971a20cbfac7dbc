import Chronology

/// Whether a change may run over an interval, or at an instant, and why.
package struct Decision: Sendable {
  package enum State: String, Sendable, Hashable, CaseIterable {
    case open, closed
    /// What decides is missing or not understood.
    case unknown
  }

  /// Something that decided, or kept from deciding.
  package enum Cause: Sendable {
    /// A freeze stops it; the occurrence.
    case freeze(Freeze, Interval)
    /// A freeze may stop it: the change's systems or type are not known.
    case possibleFreeze(Freeze, Interval)
    /// All of it lies in this window; the opening.
    case window(DeploymentWindow, Interval)
    /// It begins in this window and lasts past its end, and that of the windows that take over from
    /// it: from the window's opening to when the last of them closes.
    case tooLong(DeploymentWindow, Interval)
    /// No window that it may use is open: those that it may use, in the order of the table.
    case outside([DeploymentWindow])
    /// A window is open of which it is not known whether the change may use it.
    case possibleWindow(DeploymentWindow, Interval)
    /// Emergencies need no window.
    case emergency
    /// The policy has no windows.
    case noWindows
    case doubt(CalendarDoubt)
  }

  package let state: State
  /// What was asked for; of no length for an instant.
  package let interval: Interval
  /// Never empty.
  package let because: [Cause]
  /// When the answer for an instant changes next; nil where it does not, or is not known.
  package let until: Instant?
  /// The next time that is open and long enough, from the asked start on, up to its end; nil where
  /// there is none for certain before the horizon.
  package let next: Interval?
  /// The first such time that may be open, before the one that is for certain; nil where there is none, and
  /// where the change is not closed.
  package let perhaps: Interval?
}

extension DeploymentCalendar {
  /// Whether a change may run over all of an interval; at its instant for one of no length.
  ///
  /// 1. A freeze that stops the change closes, whatever windows there are.
  /// 2. An emergency needs no window, and nothing does where the policy has none.
  /// 3. Otherwise all of the interval lies in the union of the windows that the change may use.
  /// 4. Where something not understood could turn the answer, there is none.
  package func decide(_ profile: ChangeProfile, over interval: Interval) -> Decision {
    let (state, because) = weigh(profile, over: interval)
    let next = firstOpening(for: profile, lasting: interval.seconds, from: interval.start)
    let perhaps =
      state != .closed
      ? nil
      : OpeningSearch(from: interval.start, last: lastSingleInstant ?? interval.start) {
        self.possibleTime(for: profile, in: $0)
      }.first(lasting: interval.seconds)
    return Decision(
      state: state, interval: interval, because: because,
      until: state == .unknown ? nil : transition(for: profile, after: interval.start),
      next: next, perhaps: perhaps?.before(next))
  }

  /// The state of a decision and its causes, without a look ahead.
  func weigh(
    _ profile: ChangeProfile, over interval: Interval
  ) -> (state: Decision.State, because: [Decision.Cause]) {
    let frozen = freezeCauses(profile, over: interval)
    let windows = windowCauses(profile, over: interval)
    let stopping = frozen.filter { if case .freeze = $0 { true } else { false } }
    let doubts = self.doubts.filter { doubt in
      doubt.interval.meets(interval)
        && doubt.matters(windows: windows.answer, isNeeded: needsWindow(profile))
    }.map(Decision.Cause.doubt)
    if !stopping.isEmpty { return (.closed, stopping) }
    if !doubts.isEmpty || windows.answer == .unknown {
      return (.unknown, frozen + doubts + (windows.answer == .yes ? [] : windows.causes))
    }
    if windows.answer == .no { return (.closed, windows.causes) }
    return frozen.isEmpty ? (.open, windows.causes) : (.unknown, frozen)
  }

  private func freezeCauses(
    _ profile: ChangeProfile, over interval: Interval
  ) -> [Decision.Cause] {
    let around = interval.withItsInstant
    return freezes(in: around, for: profile).flatMap { freeze -> [Decision.Cause] in
      let answer = freeze.stops(profile)
      if answer == .no { return [] }
      let causes = freeze.occurrences(in: around).map { occurrence -> Decision.Cause in
        answer == .yes ? .freeze(freeze, occurrence) : .possibleFreeze(freeze, occurrence)
      }
      guard causes.isEmpty, freeze.mayBeUnknown,
        let possible = freeze.occurrences(in: around, orUnknown: true).first,
        let doubt = freeze.doubt(at: max(possible.start, interval.start))
      else { return causes }
      return [.doubt(doubt)]
    }
  }

  private func windowCauses(
    _ profile: ChangeProfile, over interval: Interval
  ) -> (answer: Answer, causes: [Decision.Cause]) {
    if !hasWindows { return (.yes, [.noWindows]) }
    if profile.isEmergency { return (.yes, [.emergency]) }
    let around = interval.withItsInstant
    func openings(_ windows: [DeploymentWindow]) -> [(DeploymentWindow, Interval)] {
      windows.compactMap { window in
        window.openings(in: around).interval(holding: interval.start).map { (window, $0) }
      }
    }
    let usable = windows(for: profile)
    let entered = openings(usable)
    if windowTime(for: profile, in: around).covers(interval) {
      return (.yes, entered.map(Decision.Cause.window))
    }
    if windowTime(for: profile, in: around, orUnknown: true).covers(interval) {
      let doubtful = windows.filter { admits(profile, to: $0) == .unknown }
      let unknown = usable.filter { window in
        window.mayBeUnknown
          && window.openings(in: around, orUnknown: true) != window.openings(in: around)
      }.map { Decision.Cause.doubt($0.doubt(at: interval.start)) }
      return (.unknown, openings(doubtful).map(Decision.Cause.possibleWindow) + unknown)
    }
    // One window may take over from another: what matters is when the last of them closes.
    let closing = closing(for: profile, in: interval)
    return (
      .no,
      entered.isEmpty
        ? [.outside(usable)]
        : entered.map { window, opening in
          .tooLong(
            window, Interval(start: opening.start, end: max(opening.end, closing ?? opening.end)))
        }
    )
  }
}

extension CalendarDoubt {
  /// Whether it could turn what the windows answer for a change that needs one, or needs none.
  fileprivate func matters(windows answer: Answer, isNeeded: Bool) -> Bool {
    switch concern {
    case .windows: answer == .no
    case .windowUse: answer != .no && isNeeded
    case .freezes: answer != .no
    case .authorisation: false
    }
  }
}

extension Interval {
  /// Itself where it begins before another, or there is none.
  func before(_ other: Interval?) -> Interval? {
    other.map { start < $0.start } ?? true ? self : nil
  }

  /// Shares an instant with another interval, which may have no length.
  package func meets(_ other: Interval) -> Bool { overlaps(other.withItsInstant) }

  /// Itself; for an interval of no length the second that begins with its instant.
  var withItsInstant: Interval { seconds > 0 ? self : Interval(start: start, end: start + 1) }
}
