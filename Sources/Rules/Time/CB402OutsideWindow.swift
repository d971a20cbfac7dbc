import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB402: begun while no window was open.
package enum OutsideWindow: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 402, title: "started outside every window it may use", severity: .breach,
    enforces: "Deployment windows",
    explanation: """
      A change starts in a window that is for it: the purpose of each window says which changes may
      use it, by type, risk and category. The planned start (`scheduled:`) and the actual one
      (`started:`, else `deployed:`) are both judged, each at its place, and a change may use every
      window that is for it.

      Emergencies need no window, and where the policy has no table of windows nothing does. What
      cannot be told, such as a purpose in words that nothing defines (CB705), is not held against
      the change. The end of the window is CB403.
      """,
    wrong: """
      ---
      scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
      started: 2026-03-09T06:10Z
      deployed: 2026-03-09T06:40Z
      ---
      """,
    right: """
      ---
      scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T02:40Z
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    var findings: [Finding] = []
    if context.plan?.startsOutside == true, let scheduled = change.scheduled {
      findings.append(
        report("scheduled to start", scheduled.value, at: scheduled.place, in: context))
    }
    if context.work?.startsOutside == true, let work = change.work, let start = change.beginning {
      // How long the work lasts is not yet known: as long as planned.
      let isUnderWay = work.seconds == 0
      let length = isUnderWay ? change.scheduled?.value.seconds ?? 0 : work.seconds
      findings.append(
        report(
          "started", Interval(start: work.start, end: work.start + length), at: start.place,
          in: context))
    }
    return findings
  }

  private static func report(
    _ what: String, _ interval: Interval, at place: Place, in context: ChangeContext
  ) -> Finding {
    let usable = context.usableWindows
    guard let first = usable.first else {
      return finding(
        "\(what), and no window of the policy is for it",
        help: "check its type, risk and category against the windows' purposes", at: place,
        policy: context.calendar.windows.first?.row.reference ?? context.type?.reference)
    }
    let names = usable.map { "\($0.name) \($0.row.timeText)" }.joined(separator: ", ")
    return finding(
      "\(what) outside every window it may use: \(names)",
      help: context.nextOpening(lasting: interval.seconds, from: interval.start), at: place,
      policy: first.row.reference)
  }
}
