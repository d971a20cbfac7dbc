import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

// The calendar of one policy:
//  1. its windows, each with its zone and the changes that may use it;
//  2. its freezes: those of its own rows, the declared ones, and those that incidents cause;
//  3. its doubts: what was not understood and could change the answer.
// Everything else is asked of it: pure functions over intervals.

/// Windows and freezes as one policy states them. A class, since every change asks for it.
package final class DeploymentCalendar: Sendable {
  package let policy: Policy
  /// Of days and of times that name none.
  package let zone: Zone
  /// While this version of the policy is the one in force.
  package let inForce: Interval
  /// In the order of the table.
  package let windows: [DeploymentWindow]
  /// The policy's own, then the declared, then those of incidents, each in their order.
  package let freezes: [Freeze]
  package let doubts: [CalendarDoubt]
  /// The policy has windows, or may have; without any, no change needs one.
  package let hasWindows: Bool
  package let holidays: HolidayLists
  private let places: KnownSurroundings
  private let terms: WindowTerms
  private let freezeIndex: FreezeIndex

  /// - Parameters:
  ///   - refused: Problems of files that no reader saw.
  ///   - others: What is not known of the policy among its versions.
  ///   - systems: The systems that the site lists.
  ///   - names: Names of systems that will be asked for, to be quick about them.
  package init(
    _ policy: Policy, inForce: Interval = .always, freezes declared: [DeclaredFreeze],
    incidents: [Incident], refused: [ReadingProblem] = [], settings: Settings,
    doubts others: [CalendarDoubt] = [], systems: SystemDirectory = SystemDirectory(),
    asking names: [String] = [], holidays: HolidayLists = HolidayLists()
  ) {
    self.holidays = holidays
    places = KnownSurroundings(policy, declared.map(\.surroundings))
    let zone = settings.zone ?? policy.zone
    let terms = WindowTerms(policy, settings: settings)
    self.policy = policy
    self.zone = zone
    self.inForce = inForce
    self.terms = terms
    windows = policy.windows.map {
      DeploymentWindow(
        row: $0, zone: $0.zone ?? zone, usage: terms.usage(of: $0), holidays: holidays)
    }
    var reading = FreezeAssembly(
      policy: policy, zone: zone, systems: systems, holidays: holidays, incidents: incidents,
      places: places)
    for declaration in declared { reading.add(declaration) }
    for incident in incidents { reading.add(incident) }
    reading.compare(declared, incidents)
    freezes = reading.freezes
    freezeIndex = FreezeIndex(reading.freezes, asking: names)
    let doubts =
      CalendarDoubt.list(of: policy) + others + CalendarDoubt.list(refused: refused)
      + reading.doubts
    self.doubts = doubts
    hasWindows =
      !policy.windows.isEmpty || policy.tables.contains { $0.key == .windows }
      || doubts.contains(where: \.concernsWindows)
  }

  private init(_ calendar: DeploymentCalendar, inForce: Interval) {
    policy = calendar.policy
    zone = calendar.zone
    self.inForce = inForce
    windows = calendar.windows
    freezes = calendar.freezes
    doubts = calendar.doubts
    hasWindows = calendar.hasWindows
    holidays = calendar.holidays
    places = calendar.places
    terms = calendar.terms
    freezeIndex = calendar.freezeIndex
  }

  var alwaysInForce: DeploymentCalendar { DeploymentCalendar(self, inForce: .always) }

  /// Whether a change is significant, by the built-in reading of the term or that of the settings.
  package func isSignificant(_ profile: ChangeProfile) -> Answer { terms.isSignificant(profile) }

  /// Whether a change may use a window.
  package func admits(_ profile: ChangeProfile, to window: DeploymentWindow) -> Answer {
    .all(
      window.row.surroundings.meetsAll(of: profile, known: places),
      window.usage.admits(profile, by: terms))
  }

  /// The windows that a change may use, in the order of the table; those of which it is not known
  /// are among them where `orUnknown` says so.
  package func windows(
    for profile: ChangeProfile, orUnknown: Bool = false
  ) -> [DeploymentWindow] {
    windows.filter { window in
      switch admits(profile, to: window) {
      case .yes: true
      case .no: false
      case .unknown: orUnknown
      }
    }
  }

  /// Whether a change may run only in windows.
  package func needsWindow(_ profile: ChangeProfile) -> Bool { hasWindows && !profile.isEmergency }

  /// When a window that the change may use is open, without regard to freezes: whole openings
  /// that touch the span. All of the span for a change that needs none.
  package func windowTime(
    for profile: ChangeProfile, in span: Interval, orUnknown: Bool = false
  ) -> IntervalSet {
    guard needsWindow(profile) else { return IntervalSet(span) }
    return windows(for: profile, orUnknown: orUnknown).reduce(IntervalSet.empty) {
      $0.union($1.openings(in: span, orUnknown: orUnknown))
    }
  }

  /// The freezes that touch a span and may concern a change, in their order.
  func freezes(in span: Interval, for profile: ChangeProfile) -> [Freeze] {
    freezeIndex.candidates(in: span, for: profile).map { freezes[$0] }
  }

  /// When a freeze stops the change, as far as that is certain: whole freezes that touch the span.
  package func frozenTime(
    for profile: ChangeProfile, in span: Interval, orUnknown: Bool = false
  ) -> IntervalSet {
    IntervalSet(
      freezeIndex.candidates(in: span, for: profile).flatMap { index -> [Interval] in
        switch freezes[index].stops(profile) {
        case .yes: freezes[index].occurrences(in: span, orUnknown: orUnknown)
        case .no: []
        case .unknown: orUnknown ? freezes[index].occurrences(in: span, orUnknown: true) : []
        }
      })
  }

  /// The freezes that stop the change for certain and that touch a span, in their order, each with
  /// its occurrences; of those that recur, the ones of the first years.
  package func stoppingFreezes(
    for profile: ChangeProfile, in span: Interval
  ) -> [(freeze: Freeze, occurrence: Interval)] {
    freezeIndex.candidates(in: span, for: profile).flatMap {
      index -> [(freeze: Freeze, occurrence: Interval)] in
      let freeze = freezes[index]
      var occurrences = freeze.occurrences(in: span.firstYears)
      if case .once(let interval) = freeze.recurrence { occurrences = [interval] }
      guard !occurrences.isEmpty, freeze.stops(profile) == .yes else { return [] }
      return occurrences.map { (freeze, $0) }
    }
  }

  /// When the last of the windows closes that a change may use, or perhaps may, one taking over
  /// from the other without a gap from an instant on; nil where none is open at it. They are
  /// followed to the end of the interval, or for some years.
  func closing(for profile: ChangeProfile, in interval: Interval) -> Instant? {
    let usable = windows(for: profile, orUnknown: true)
    func last(at instant: Instant) -> Instant? {
      var last: Instant?
      for window in usable {
        guard let end = window.possibleOpening(holding: instant)?.end else { continue }
        last = max(last ?? end, end)
      }
      return last
    }
    guard var closing = last(at: interval.start) else { return nil }
    let span = interval.firstYears
    while closing < span.end, let later = last(at: closing) { closing = later }
    return closing < span.end ? closing : max(closing, interval.end)
  }

  /// When the change may run for certain: in a window, in no freeze that might stop it, and where
  /// no doubt remains; within the span.
  ///
  /// - Parameter isPast: What is asked is not what may run, but how things stood, see
  ///   `CalendarDoubt.mayHaveHeld`.
  package func openTime(
    for profile: ChangeProfile, in span: Interval, isPast: Bool = false
  ) -> IntervalSet {
    let needsWindow = needsWindow(profile)
    let doubtful = doubts.filter {
      ($0.concern == .freezes || $0.concern == .windowUse && needsWindow)
        && !(isPast && !$0.mayHaveHeld(for: profile, in: span))
    }.map(\.interval)
    let closed = frozenTime(for: profile, in: span, orUnknown: true).union(IntervalSet(doubtful))
    // Windows are laid out only between freezes: one may last for a thousand years.
    return IntervalSet(
      IntervalSet(span).subtracting(closed).intervals.flatMap { gap in
        windowTime(for: profile, in: gap).intersection(gap).intervals
      })
  }

  /// When the change may run as far as anybody knows: in a window that it may perhaps use, and in no freeze that stops it for
  /// certain.
  func possibleTime(for profile: ChangeProfile, in span: Interval) -> IntervalSet {
    let closed = frozenTime(for: profile, in: span)
    return IntervalSet(
      IntervalSet(span).subtracting(closed).intervals.flatMap { gap in
        windowTime(for: profile, in: gap, orUnknown: true).intersection(gap).intervals
      })
  }
}

extension Interval {
  /// Some years of it: a slip of the pen may plan a change for thousands, of which each is like the
  /// last.
  fileprivate var firstYears: Interval {
    Interval(start: start, end: min(end, start + 1100 * 86_400))
  }
}
