import Calendar
import Chronology
import PolicyReading
import Records
import SourceText

/// How a change stood to the windows and freezes of the policy that judges it. Worked out once a
/// change, since several figures of many periods ask for it.
struct CalendarFacts: Sendable {
  /// The work lay in windows that it may use. Nil where it is not known when that was, where it
  /// needs no window, and where the windows were not understood.
  var isInWindow: Bool?
  /// Some of the work lay in a freeze that does not allow it. Nil where it is not known when that
  /// was, and where freezes were not understood.
  var isInFreeze: Bool?
  /// One of the windows that it may use never closes, so that keeping to it says nothing.
  var isAlwaysOpen = false
  /// The policy has windows.
  var hasWindows = false
  /// Seconds from its last approval to its deployment in which a window that it may use was open
  /// and no freeze stopped it. Nil without both instants in that order, of a pre-approved change,
  /// and where the calendar was not understood.
  var openSeconds: Int64?
}

extension CalendarFacts {
  /// - Parameters:
  ///   - actual: From its start to its end; nothing but its start where it has not ended; nil
  ///     where it has not started, or ended before that.
  ///   - waiting: From its last approval to its deployment.
  init(
    of change: Change, as profile: ChangeProfile, actual: Interval?, waiting: Interval?,
    in calendar: DeploymentCalendar, asOf: Instant
  ) {
    hasWindows = calendar.hasWindows
    let windowsInDoubt = calendar.doubts.contains(where: \.concernsWindows)
    func freezesInDoubt(_ interval: Interval) -> Bool {
      calendar.doubts.contains { doubt in
        doubt.concern == .freezes && doubt.mayHaveHeld(for: profile, in: interval)
      }
    }
    /// A freeze of some systems may stop a change of which the systems are not known.
    func mayBeFrozen(_ interval: Interval) -> Bool {
      let work = Interval(start: interval.start, end: max(interval.end, interval.start + 1))
      return calendar.frozenTime(for: profile, in: work, orUnknown: true)
        != calendar.frozenTime(for: profile, in: work)
    }
    if let actual {
      let compliance = Self.judge(change, as: profile, actual: actual, in: calendar, asOf: asOf)
      if hasWindows, calendar.needsWindow(profile), !windowsInDoubt {
        isInWindow = !compliance.startsOutside && compliance.ranPast == nil
        isAlwaysOpen = calendar.windows(for: profile).contains { $0.row.time == .always }
      }
      // A freeze that is certain decides, whatever else was not understood.
      if !compliance.freezes.isEmpty {
        isInFreeze = true
      } else if !freezesInDoubt(actual), !mayBeFrozen(actual) {
        isInFreeze = false
      }
    }
    if let waiting, !(windowsInDoubt && calendar.needsWindow(profile)), !freezesInDoubt(waiting) {
      openSeconds = calendar.openTime(for: profile, in: waiting, isPast: true).seconds
    }
  }

  /// As the rules judge it. They go by the whole record; of one that tells of what has not
  /// happened yet at the instant of the report only what has is judged.
  private static func judge(
    _ change: Change, as profile: ChangeProfile, actual: Interval, in calendar: DeploymentCalendar,
    asOf: Instant
  ) -> Compliance {
    let instants = [change.started, change.deployed, change.rollback?.at]
    guard instants.allSatisfy({ ($0?.value ?? asOf) <= asOf }),
      let compliance = calendar.judgeWork(of: change, as: profile)
    else { return calendar.judge(actual, of: profile) }
    return compliance
  }
}
