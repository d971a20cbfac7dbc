import Chronology
import DeploymentGate
import Markdown
import Records
import Reports
import SourceText

/// How a change stands in the calendar: the class that gives it its mark, and the same in words.
struct CalendarStanding {
  let mark: String
  let words: String

  /// - Parameter answer: What the gate says of a planned one.
  init(_ change: Change, answer: GateReport?, asOf: Instant) {
    if let outcome = change.outcome?.value {
      (mark, words) = (outcome.tone.markClass, outcome.words)
    } else if change.isInFlight(asOf: asOf) {
      (mark, words) = ("mark-now", "under way")
    } else if change.closed != nil || change.hasStarted {
      (mark, words) = ("mark-none", "outcome not on record")
    } else if let planned = change.scheduled?.value, planned.end <= asOf {
      (mark, words) = ("mark-warn", "planned time has passed")
    } else {
      (mark, words) =
        switch answer?.standing {
        case .open?, nil: ("mark-plan", "planned")
        case .notApproved?: ("mark-plan", "planned, not approved")
        case .blocked?: ("mark-bad", "planned, blocked")
        case .unknown?: ("mark-warn", "planned, unknown whether it may run")
        }
    }
  }

  /// What the marks mean, for the foot of a page.
  static func key(showsConflicts: Bool) -> HTML { showsConflicts ? keyWithConflict : plainKey }

  private static let plainKey = makeKey(showsConflicts: false)
  private static let keyWithConflict = makeKey(showsConflicts: true)

  private static func makeKey(showsConflicts: Bool) -> HTML {
    var writer = HTMLWriter()
    writer.open("ul", class: "key")
    for (mark, words) in [
      ("mark-good", "successful"), ("mark-warn", "with issues, or overdue"),
      ("mark-bad", "failed, rolled back, aborted, or blocked"),
      ("mark-none", "called off, or not on record"),
      ("mark-now", "under way"), ("mark-plan", "planned"), ("mark-freeze", "freeze"),
    ] {
      writer.element("li", "class", mark, words)
    }
    if showsConflicts { writer.element("li", class: "mark-conflict", "conflict") }
    writer.close("ul")
    return writer.finish()
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

extension HTMLWriter {
  /// A name that people wrote, whichever way its script runs.
  mutating func name(_ text: String) { element("bdi", text) }

  /// When a freeze holds; one without an end says so.
  mutating func time(ofFreeze occurrence: Interval, isOpenEnded: Bool, in zone: Zone) {
    guard isOpenEnded || occurrence.end == .distantFuture else {
      return time(occurrence, in: zone)
    }
    text("from ")
    time(occurrence.start, in: zone)
    text(", no end is set")
  }
}
