import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// The words for what a calendar decided by.
struct GateWords {
  let time: GateTime
  let subject: GateSubject
  /// What was asked for.
  let interval: Interval

  /// One cause for each window and each freeze.
  func causes(_ cause: Decision.Cause, in calendar: DeploymentCalendar) -> [GateCause] {
    switch cause {
    case .freeze(let freeze, let occurrence):
      [self.cause(.freeze, freeze, occurrence, text(freeze, occurrence))]
    case .possibleFreeze(let freeze, let occurrence):
      [
        self.cause(
          .possibleFreeze, freeze, occurrence,
          text(freeze, occurrence) + "; "
            + (unknownPlace(freeze.surroundings)
              ?? (freeze.allowance.isUnsaid ? Self.unsaid : nil)
                ?? "the systems that the change touches are not known, "
                + hint("--system", "systems:"))
        )
      ]
    case .window(let window, let opening):
      [self.cause(.window, window, opening, text(window) + fits)]
    case .tooLong(let window, let opening):
      [
        self.cause(
          .tooLong, window, opening,
          "\(text(window)); too short for \(duration), it closes at "
            + time.end(opening.end, of: interval.start))
      ]
    case .outside(let windows) where windows.isEmpty: [noWindow(in: calendar.policy)]
    case .outside(let windows):
      windows.map { self.cause(.outside, $0, nil, "outside \(text($0))") }
    case .possibleWindow(let window, let opening):
      [
        self.cause(
          .possibleWindow, window, opening,
          "\(text(window)); "
            + (unknownPlace(window.row.surroundings) ?? unclear(window, in: calendar)))
      ]
    case .emergency:
      [
        GateCause(
          .emergency, "emergencies need no window", at: emergencyRow(calendar)?.place,
          policy: emergencyRow(calendar))
      ]
    case .noWindows:
      [
        GateCause(
          .noWindows, "the policy has no windows that could be closed",
          at: Place(startOf: calendar.policy.file))
      ]
    case .doubt(let doubt): [GateCause(.unreadable, doubt.message, at: doubt.place)]
    }
  }

  private var duration: String { DurationText.describe(seconds: interval.seconds) }

  private var fits: String { interval.seconds > 0 ? "; all of \(duration) fits" : "" }

  func hint(_ flag: String, _ key: String) -> String {
    subject.change == nil ? "give \(flag)" : "add `\(key)` to the record"
  }

  private static let unsaid = "the policy does not say whether an emergency passes it"

  /// What was not given, or is not known, of where the change is made; nil where that is not in the
  /// way.
  private func unknownPlace(_ surroundings: RowSurroundings) -> String? {
    func missing(_ names: [String], _ places: [String]?, _ what: String) -> String? {
      if names.isEmpty { return nil }
      guard let places, !places.isEmpty else {
        return "the \(what) is not known, \(hint("--\(what)", "\(what):"))"
      }
      let known = names.map(WordForm.fold)
      return places.allSatisfy { known.contains(WordForm.fold($0)) }
        ? nil : "the \(what) \(places.joined(separator: ", ")) is not one that the policy names"
    }
    return missing(surroundings.environments, subject.environments, "environment")
      ?? missing(surroundings.regions, subject.regions, "region")
  }

  private func emergencyRow(_ calendar: DeploymentCalendar) -> PolicyReference? {
    calendar.policy.types.first { $0.isEmergency }?.reference
  }

  private func noWindow(in policy: Policy) -> GateCause {
    let table = policy.tables.first { $0.key == .windows }
    return GateCause(
      .outside, "none of the policy's windows is for such a change", at: table?.place)
  }

  // MARK: Windows

  private func cause(
    _ kind: GateCause.Kind, _ window: DeploymentWindow, _ opening: Interval?, _ text: String
  ) -> GateCause {
    GateCause(
      kind, name: window.name, text, during: window.row.time == .always ? nil : opening,
      at: window.row.reference.place, policy: window.row.reference)
  }

  /// `Low-traffic, 02:00-06:00: Significant changes`
  private func text(_ window: DeploymentWindow) -> String {
    let use = window.row.appliesTo ?? window.row.purpose
    return "\(window.name), \(window.row.timeText)" + (use.isEmpty ? "" : ": \(use)")
  }

  private func unclear(_ window: DeploymentWindow, in calendar: DeploymentCalendar) -> String {
    let words = window.usage.unclear
    if words.isEmpty {
      return "the policy of \(calendar.policy.file.path) does not know the change's type"
    }
    let quoted = words.map { "`\($0)`" }.joined(separator: ", ")
    return "nothing defines \(quoted), say it under `terms:` in changebook.yml"
  }

  // MARK: Freezes

  private func cause(
    _ kind: GateCause.Kind, _ freeze: Freeze, _ occurrence: Interval, _ text: String
  ) -> GateCause {
    GateCause(
      kind, name: freeze.name, text, during: occurrence, at: freeze.place,
      policy: freeze.reference)
  }

  /// `Holiday freeze, Dec 20 - Jan 5: Emergency only`
  private func text(_ freeze: Freeze, _ occurrence: Interval) -> String {
    let when: String
    switch freeze.source {
    case .policy(let row): when = row.durationText
    case .declaration:
      when =
        freeze.times
        ?? (freeze.isOpenEnded
          ? "since \(time.text(occurrence.start)), no end declared"
          : "\(time.text(occurrence.start)) - \(time.end(occurrence.end, of: occurrence.start))")
    case .incident(let incident, let row):
      when =
        freeze.isOpenEnded
        ? "\(incident.id) is not resolved"
        : "\(row.durationText) after \(incident.id), until \(time.text(occurrence.end))"
    }
    let systems = freeze.systems.isEmpty ? "" : ", \(freeze.systems.joined(separator: ", "))"
    return "\(freeze.name), \(when)\(systems): \(freeze.allowedText)"
  }
}
