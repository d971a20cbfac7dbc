import Documents
import Chronology
import DeploymentGate
import Records
import Reports
import SourceText

/// How a change stands in the calendar.
struct CalendarStanding {
  let tone: Tone
  let words: String

  /// - Parameter answer: What the gate says of a planned one.
  init(_ change: Change, answer: GateReport?, asOf: Instant) {
    if let outcome = change.outcome?.value {
      (tone, words) = (outcome.tone, outcome.words)
    } else if change.isInFlight(asOf: asOf) {
      (tone, words) = (.current, "under way")
    } else if change.closed != nil || change.hasStarted {
      (tone, words) = (.neutral, "outcome not recorded")
    } else if let planned = change.scheduled?.value, planned.end <= asOf {
      (tone, words) = (.doubtful, "planned time has passed")
    } else {
      (tone, words) =
        switch answer?.standing {
        case .open?, nil: (.planned, "planned")
        case .notApproved?: (.planned, "planned, not approved")
        case .blocked?: (.bad, "planned, blocked")
        case .unknown?: (.doubtful, "planned, unknown whether it may run")
        }
    }
  }
}

extension MarkKey {
  /// What the marks of the calendar mean.
  static func calendar(showsConflicts: Bool) -> MarkKey {
    MarkKey(
      [
        (.good, "successful"), (.doubtful, "with issues, or overdue"),
        (.bad, "failed, rolled back, aborted, or blocked"),
        (.neutral, "cancelled, or not recorded"), (.current, "under way"), (.planned, "planned"),
        (.frozen, "freeze"),
      ] + (showsConflicts ? [(.conflict, "conflict")] : []))
  }
}

/// Names of days and of spans of days.
enum CalendarWords {
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let shortWeekdays = weekdays.map { String($0.prefix(3)) }
  private static let shortMonths = (1...12).map { String(DisplayTime.name(ofMonth: $0).prefix(3)) }

  static func name(of weekday: Weekday) -> String { weekdays[weekday.rawValue - 1] }

  static func shortName(of weekday: Weekday) -> String { shortWeekdays[weekday.rawValue - 1] }

  /// `Monday, 9 March 2026`
  static func fullDate(_ day: CivilDay) -> String {
    "\(name(of: day.weekday)), \(day.day) \(DisplayTime.name(ofMonth: day.month)) \(day.year)"
  }

  /// `Mon 9 Mar`
  static func shortDate(_ day: CivilDay) -> String {
    "\(shortName(of: day.weekday)) \(day.day) \(shortMonths[day.month - 1])"
  }

  /// `16–22 March 2026`, `30 March – 5 April 2026`, `29 December 2025 – 4 January 2026`: from a day
  /// up to and without another.
  static func days(from first: CivilDay, to end: CivilDay) -> String {
    let last = end.adding(days: -1)
    func monthAndYear(_ day: CivilDay) -> String {
      "\(DisplayTime.name(ofMonth: day.month)) \(day.year)"
    }
    if first.year != last.year {
      return "\(first.day) \(monthAndYear(first)) – \(last.day) \(monthAndYear(last))"
    }
    if first.month != last.month {
      return
        "\(first.day) \(DisplayTime.name(ofMonth: first.month)) – \(last.day) \(monthAndYear(last))"
    }
    return "\(first.day)–\(last.day) \(monthAndYear(last))"
  }
}
