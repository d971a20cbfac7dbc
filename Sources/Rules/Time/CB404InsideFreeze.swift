import Calendar
import Chronology
import Findings
import Obligations
import PolicyReading
import Records
import SourceText

/// CB404: in a freeze that does not let it pass.
package enum InsideFreeze: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 404, title: "inside a freeze that does not allow it", severity: .breach,
    enforces: "Freeze periods",
    explanation: """
      While a freeze holds for one of its systems, a change waits, unless the freeze lets it pass:
      emergencies, or fixes of the incident that caused it (`incident:`). Several freezes let pass
      only what each of them does, and a freeze goes before every window. Freezes come from the
      policy's own rows, from the declarations in `content/freezes`, and from incidents: from their
      start until the policy's time after their resolution, without an end while they are not
      resolved.

      Planned and actual times are both judged, also those that only run into a freeze, and each
      freeze is named once for each. A change that names no system is held against freezes of all
      systems alone. The freeze of an incident is not held against the change that caused it, nor
      against a plan that was carried out before anybody knew, and a rollback may always be made.
      """,
    wrong: """
      ---
      requested: 2025-12-22T09:15Z
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2025-12-23T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2025-12-23T15:20Z}
        - {role: cab, by: "@cab", at: 2025-12-24T13:00Z}
      scheduled: 2026-01-06T02:00Z/2026-01-06T04:00Z
      started: 2026-01-05T02:05Z
      deployed: 2026-01-05T02:40Z
      ---
      """,
    right: """
      ---
      requested: 2025-12-22T09:15Z
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2025-12-23T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2025-12-23T15:20Z}
        - {role: cab, by: "@cab", at: 2025-12-24T13:00Z}
      scheduled: 2026-01-06T02:00Z/2026-01-06T04:00Z
      started: 2026-01-06T02:05Z
      deployed: 2026-01-06T02:40Z
      ---
      """)

  /// More than a few freezes at once say nothing new.
  private static let most = 8

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    var findings: [Finding] = []
    if let plan = context.plan, !plan.freezes.isEmpty, let scheduled = change.scheduled {
      let next = next(after: scheduled.value, plan.freezes, in: context)
      findings += plan.freezes.prefix(most).map { freeze, occurrence in
        let isInside = occurrence.contains(scheduled.value.start)
        return report(
          isInside ? "scheduled inside" : "scheduled to run into", at: scheduled.place, freeze,
          occurrence, next: next, in: context)
      }
    }
    if let compliance = context.work, !compliance.freezes.isEmpty, let work = change.work,
      let start = change.beginning
    {
      let end = change.deployed ?? change.rollback?.at ?? start
      let next = next(after: work, compliance.freezes, in: context)
      findings += compliance.freezes.prefix(most).map { freeze, occurrence in
        let isInside = occurrence.contains(work.start)
        return report(
          isInside ? "started inside" : "ran into", at: isInside ? start.place : end.place, freeze,
          occurrence, next: next, in: context)
      }
    }
    return findings
  }

  /// When it would fit next.
  private static func next(
    after interval: Interval, _ freezes: [(freeze: Freeze, occurrence: Interval)],
    in context: ChangeContext
  ) -> String {
    if let open = freezes.first(where: \.freeze.isOpenEnded)?.freeze {
      return "no opening is certain until \(open.title) has an end"
    }
    return context.nextOpening(lasting: interval.seconds, from: interval.start)
  }

  private static func report(
    _ what: String, at place: Place, _ freeze: Freeze, _ occurrence: Interval, next: String,
    in context: ChangeContext
  ) -> Finding {
    let time =
      freeze.isOpenEnded
      ? "since \(context.display(occurrence.start)) without an end"
      : DisplayTime.interval(occurrence, in: context.calendar.zone)
    return finding(
      "\(what) \(freeze.title), \(time), which lets pass \(freeze.allowance.words)",
      help: freeze.incident.map { "name \($0.id) under `incident:` where it fixes that; \(next)" }
        ?? next,
      at: place, policy: freeze.reference, fact: .insideFreeze)
  }
}

extension Freeze {
  /// Its name, and where it is stated where that is not the policy.
  var title: String {
    switch source {
    case .policy: return quoted(name)
    case .declaration(let declaration): return "\(quoted(name)) (\(declaration.file.path))"
    case .incident(let incident, _): return "\(quoted(name)) of \(incident.id)"
    }
  }
}
