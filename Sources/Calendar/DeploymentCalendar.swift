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

/// Windows and freezes as one policy states them.
package struct DeploymentCalendar: Sendable {
  package let policy: Policy
  /// Of days and of times that name none.
  package let zone: Zone
  /// While this version of the policy is the one in force.
  package private(set) var inForce: Interval
  /// In the order of the table.
  package let windows: [DeploymentWindow]
  /// The policy's own, then the declared, then those of incidents, each in their order.
  package let freezes: [Freeze]
  package let doubts: [CalendarDoubt]
  private let terms: WindowTerms

  /// - Parameter refused: Problems of files that no reader saw.
  package init(
    _ policy: Policy, inForce: Interval = .always, freezes declared: [DeclaredFreeze],
    incidents: [Incident], refused: [ReadingProblem] = [], settings: Settings
  ) {
    let zone = settings.zone ?? policy.zone
    let terms = WindowTerms(policy, settings: settings)
    self.policy = policy
    self.zone = zone
    self.inForce = inForce
    self.terms = terms
    windows = policy.windows.map {
      DeploymentWindow(row: $0, zone: $0.zone ?? zone, usage: terms.usage(of: $0))
    }
    var reading = FreezeAssembly(policy: policy, zone: zone)
    for declaration in declared { reading.add(declaration) }
    for incident in incidents { reading.add(incident) }
    freezes = reading.freezes
    doubts =
      CalendarDoubt.list(of: policy) + CalendarDoubt.list(refused: refused) + reading.doubts
  }

  var alwaysInForce: DeploymentCalendar {
    var calendar = self
    calendar.inForce = .always
    return calendar
  }

  /// The policy has a table of windows; without one, no change needs any.
  package var hasWindows: Bool { policy.tables.contains { $0.key == .windows } }

  /// Whether a change may use a window.
  package func admits(_ profile: ChangeProfile, to window: DeploymentWindow) -> Answer {
    window.usage.admits(profile, by: terms)
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
      $0.union($1.openings(in: span))
    }
  }

  /// When a freeze stops the change, as far as that is certain: whole freezes that touch the span.
  package func frozenTime(
    for profile: ChangeProfile, in span: Interval, orUnknown: Bool = false
  ) -> IntervalSet {
    IntervalSet(
      freezes.flatMap { freeze -> [Interval] in
        switch freeze.stops(profile) {
        case .yes: freeze.occurrences(in: span)
        case .no: []
        case .unknown: orUnknown ? freeze.occurrences(in: span) : []
        }
      })
  }

  /// When the change may run for certain: in a window, in no freeze that might stop it, and where
  /// no doubt remains; within the span.
  package func openTime(for profile: ChangeProfile, in span: Interval) -> IntervalSet {
    let doubtful = doubts.filter { $0.concern == .freezes }.map(\.interval)
    let closed = frozenTime(for: profile, in: span, orUnknown: true).union(IntervalSet(doubtful))
    // Windows are laid out only between freezes: one may last for a thousand years.
    return IntervalSet(
      IntervalSet(span).subtracting(closed).intervals.flatMap { gap in
        windowTime(for: profile, in: gap).intersection(gap).intervals
      })
  }
}
