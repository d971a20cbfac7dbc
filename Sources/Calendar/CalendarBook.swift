import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

/// The calendars of all versions of the policy.
package struct CalendarBook: Sendable {
  /// In the order of the policies in their book; never empty.
  package let calendars: [DeploymentCalendar]
  private let policies: PolicyBook

  package init(
    _ policies: PolicyBook, freezes: [DeclaredFreeze], incidents: [Incident],
    refused: [ReadingProblem] = [], settings: Settings,
    systems: SystemDirectory = SystemDirectory(), asking names: [String] = [],
    holidays: HolidayLists = HolidayLists()
  ) {
    self.policies = policies
    let starts = policies.policies.enumerated().map { index, policy -> Instant in
      guard index > 0, let day = policy.metadata.effective?.value else { return .distantPast }
      return policy.zone.start(of: day)
    }
    let undated = CalendarDoubt.list(undated: policies.policies)
    let problems = policies.versionProblems
    calendars = policies.policies.enumerated().map { index, policy in
      let end = index + 1 < starts.count ? starts[index + 1] : .distantFuture
      return DeploymentCalendar(
        policy, inForce: Interval(start: min(starts[index], end), end: end), freezes: freezes,
        incidents: incidents, refused: refused, settings: settings,
        doubts: undated
          + problems.filter { $0.version == nil || $0.version == index }
          .map { CalendarDoubt($0, in: settings.zone ?? policy.zone) },
        systems: systems, asking: names, holidays: holidays)
    }
  }

  package init(_ register: Register) {
    self.init(
      register.policies, freezes: register.freezes, incidents: register.incidents,
      refused: register.problems, settings: register.settings, systems: register.systems,
      asking: register.namesOfSystems, holidays: register.holidays)
  }

  /// The calendar of one version, as if it were the only one and always in force.
  func alone(_ index: Int) -> CalendarBook {
    let policy = policies.policies[index]
    return CalendarBook(
      policies: PolicyBook([policy]) ?? policies, calendars: [calendars[index].alwaysInForce])
  }

  private init(policies: PolicyBook, calendars: [DeploymentCalendar]) {
    self.policies = policies
    self.calendars = calendars
  }

  /// The calendar of the policy in force at an instant.
  package func inForce(at instant: Instant) -> DeploymentCalendar {
    calendars[policies.index(inForceAt: instant)]
  }

  /// The calendar of the policy that judges a change.
  package func calendar(for change: Change, in register: Register) -> DeploymentCalendar {
    calendars[register.policyIndex(for: change)]
  }

  /// A window while it is open.
  package struct WindowOpening: Sendable {
    package let window: DeploymentWindow
    package let interval: Interval
  }

  /// A freeze while it holds.
  package struct FreezeOccurrence: Sendable {
    package let freeze: Freeze
    package let interval: Interval
  }

  /// The openings that meet a span, by the policy in force at each, cut to its time in force: by
  /// start, then in the order of the table. A window that never closes is as long as the span.
  package func windowOpenings(in span: Interval) -> [WindowOpening] {
    parts(of: span).flatMap { calendar, part in
      calendar.windows.flatMap { window in
        window.openings(in: part).intervals.compactMap { opening in
          opening.intersection(calendar.inForce).map { WindowOpening(window: window, interval: $0) }
        }
      }
    }.inOrder { $0.interval.start }
  }

  /// The freezes that meet a span, whole, by start. A policy's own freezes, and declared ones that come
  /// again, are cut to its time in force; other declared ones and those of incidents are read by the
  /// policy in force when they begin.
  package func freezeOccurrences(in span: Interval) -> [FreezeOccurrence] {
    calendars.flatMap { calendar in
      calendar.freezes.flatMap { freeze in
        freeze.occurrences(in: span).compactMap { occurrence -> FreezeOccurrence? in
          if freeze.isCutToPolicy {
            guard let cut = occurrence.intersection(calendar.inForce), cut.meets(span) else {
              return nil
            }
            return FreezeOccurrence(freeze: freeze, interval: cut)
          }
          guard calendar.inForce.contains(occurrence.start) else { return nil }
          return FreezeOccurrence(freeze: freeze, interval: occurrence)
        }
      }
    }.inOrder { $0.interval.start }
  }

  /// The span cut at the days on which another version of the policy comes into force.
  package func parts(of span: Interval) -> [(DeploymentCalendar, Interval)] {
    calendars.compactMap { calendar in
      calendar.inForce.intersection(span).map { (calendar, $0) }
    }
  }
}

extension Freeze {
  /// It is another one under another version of the policy.
  fileprivate var isCutToPolicy: Bool {
    switch (source, recurrence) {
    case (.policy, _), (_, .recurring): true
    case (_, .once): false
    }
  }
}

extension Array {
  /// By an instant; equal ones stay in their order.
  fileprivate func inOrder(by instant: (Element) -> Instant) -> [Element] {
    let instants = map(instant)
    let order = indices.sorted { a, b in
      instants[a] == instants[b] ? a < b : instants[a] < instants[b]
    }
    return order.map { self[$0] }
  }
}
