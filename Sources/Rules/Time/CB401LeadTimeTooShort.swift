import Calendar
import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// CB401: asked for too late.
package enum LeadTimeTooShort: ChangeRule {
  package static let documentation = RuleDocumentation(
    code: 401, title: "lead time shorter than the policy's", severity: .breach,
    enforces: "Change types",
    explanation: """
      The policy says for each type how long before its start a change is requested, so that those
      who review it have the time. The time from `requested:` to `started:` is counted, or to
      `deployed:` where the start is not given; before the work begins, to the planned start.

      Days are dates of the policy's zone: what is requested on a Monday may start on Saturday where
      five days are asked for, at any hour. Of business days those from Monday to Friday count, without
      the public holidays where the site lists any; where no list has those of a year and it depends on
      them, this is a warning. Hours are counted to the second. `Immediate` and `Same day` ask for nothing, and a voting
      period is as long as its vote (CB307).
      """,
    wrong: """
      ---
      requested: 2026-03-06T09:15Z
      approvals:
        - {role: technical, by: "@runtime-lead", at: 2026-03-06T10:00Z}
        - {role: technical, by: "@rpc-reviewer", at: 2026-03-06T15:20Z}
        - {role: cab, by: "@cab", at: 2026-03-06T16:00Z}
      scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
      started: 2026-03-09T02:05Z
      ---
      """,
    right: """
      ---
      requested: 2026-03-02T09:15Z
      scheduled: 2026-03-09T02:00Z/2026-03-09T04:00Z
      started: 2026-03-09T02:05Z
      ---
      """)

  package static func check(_ change: Change, in context: ChangeContext) -> [Finding] {
    guard let type = context.type, let asked = type.leadTime, !change.isWithdrawn,
      let requested = change.requested,
      let start = change.beginning ?? change.scheduled?.map(\.start),
      // Instants that run backwards are CB406's.
      requested.value <= start.value,
      let lead = Lead(
        asked, from: requested.value, to: start.value, in: context.calendar.zone,
        context.calendar.holidays)
    else { return [] }
    return [
      finding(
        "requested \(lead.given) before its start, the policy requires \(lead.asked)",
        help: change.beginning == nil
          ? "start on \(lead.earliest) or later" : "the earliest start was \(lead.earliest)",
        at: start.place, policy: type.reference, severity: lead.isCertain ? nil : .warning)
    ]
  }

  /// A lead time that is too short, in words.
  private struct Lead {
    let given: String
    let asked: String
    let earliest: String
    /// Holidays that no list has may make it too short.
    private(set) var isCertain = true

    /// Nil where the time is enough.
    init?(
      _ asked: ChangeType.LeadTime, from requested: Instant, to start: Instant, in zone: Zone,
      _ holidays: HolidayLists
    ) {
      let first = zone.wallTime(at: requested).day
      let last = zone.wallTime(at: start).day
      switch asked {
      case .immediate, .sameDay, .votingPeriod: return nil
      case .days(let count):
        let given = last.daysSinceEpoch - first.daysSinceEpoch
        if given >= count { return nil }
        self.given = counted(given, "day")
        self.asked = counted(count, "day")
        earliest = DisplayTime.day(first.adding(days: count))
      case .businessDays(let count):
        let days = BusinessDays(holidays)
        let given = days.count(after: first, through: last)
        if given.lowerBound >= count { return nil }
        isCertain = given.upperBound < count
        self.given =
          given.count == 1
          ? counted(given.lowerBound, "business day")
          : "\(given.lowerBound) to \(given.upperBound) business days, by holidays that no list has,"
        self.asked = counted(count, "business day")
        let found = days.day(count, after: first)
        earliest =
          found.certain.map { DisplayTime.day($0) }
          ?? "a day that is not known before the holidays of \(found.earliest.year) are listed"
      case .seconds(let count):
        if start - requested >= count { return nil }
        given = DurationText.describe(seconds: start - requested)
        self.asked = DurationText.describe(seconds: count)
        earliest = DisplayTime.instant(requested + count, in: zone)
      }
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
