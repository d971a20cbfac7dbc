import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB403: begun in a window and not done when it closed.
package enum RanPastWindow: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 403, title: "ran past the end of its window", severity: .breach,
    enforces: "Deployment windows",
    explanation: """
      A window is kept only by a change of which all lies in it. A change that begins in a window
      has to be deployed before it closes; where another window that it may use opens at the same
      instant, the two are one. The planned time (`scheduled:`) is judged like the actual one, from
      `started:` to `deployed:`. To end at the instant at which the window closes is in time.

      A rollback after the deployment is judged on its own: `rollback: {at: …}` lies in some window
      that the change may use, or it ran past its own.
      """,
    wrong: """
      ---
      scheduled: 2026-03-09T02:00Z/2026-03-09T06:00Z
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T06:20Z
      ---
      """,
    right: """
      ---
      scheduled: 2026-03-09T02:00Z/2026-03-09T06:00Z
      started: 2026-03-09T02:05Z
      deployed: 2026-03-09T05:40Z
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    var findings: [Finding] = []
    if let closed = context.plan?.ranPast, let scheduled = change.scheduled {
      findings.append(
        report("scheduled", scheduled.map(\.end), past: closed, of: scheduled.value, in: context))
    }
    if let closed = context.work?.ranPast, let work = change.work,
      let (what, end) = end(of: change, past: closed)
    {
      findings.append(
        report(
          what, end, past: closed, of: Interval(start: work.start, end: end.value), in: context))
    }
    return findings
  }

  /// The instant of the work that came after its window had closed.
  private static func end(of change: Change, past closed: Instant) -> (String, Located<Instant>)? {
    if let deployed = change.deployed, closed < deployed.value { return ("ran", deployed) }
    return change.rollback?.at.map { ("rolled back", $0) }
  }

  private static func report(
    _ what: String, _ end: Located<Instant>, past closed: Instant, of interval: Interval,
    in context: ChangeContext
  ) -> Finding {
    let over = DurationText.describe(seconds: end.value - closed)
    return finding(
      "\(what) \(over) past the end of its window, \(context.display(closed))",
      help: context.nextOpening(lasting: interval.seconds, from: interval.start), at: end.place,
      policy: context.window(closingAt: closed))
  }
}
