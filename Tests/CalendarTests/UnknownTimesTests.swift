import Calendar
import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

/// What is not known of windows and freezes is said for the same instants by everything that says it.
@Suite struct UnknownTimesTests {
  private static func book(_ window: String, _ freeze: String) throws -> CalendarBook {
    let text = """
      # Policy

      | Type | Approval | Lead Time |
      |---|---|---|
      | Normal | CAB review | 5 days |

      | Window | Time |
      |---|---|
      | A | \(window) |

      | Freeze | Duration | Changes Allowed |
      |---|---|---|
      | X | \(freeze) | None |
      """
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: text), settings: Settings())
    return CalendarBook(
      try #require(PolicyBook([policy])), freezes: [], incidents: [], settings: Settings(),
      holidays: HolidayDoubtTests.lists)
  }

  /// The unknown times are those at which a decision is unknown, instant by instant.
  @Test(arguments: [
    ("weekdays 10:00-16:00 except public holidays", "Feb 29"), ("24/7", "public holidays"),
    ("weekdays 10:00-16:00 except public holidays", "public holidays"),
    ("first weekend of the month 02:00-06:00", "Feb 29"),
    ("Tue 02:00-06:00", "last 2 business days of each month"),
  ]) func theyAreThoseOfTheGate(_ window: String, _ freeze: String) throws {
    let book = try Self.book(window, freeze)
    let start = try #require(InstantText.read("2026-12-20T00:00Z", in: .utc)).instant
    let span = Interval(start: start, end: start + 60 * 86_400)
    let unknown = book.unknownTimes(in: span)
    let calendar = book.calendars[0]
    let profile = ChangeProfile(
      type: calendar.policy.types.first, risk: nil, systems: ["web"])
    var random = SplitMix(seed: 5)
    for _ in 0..<400 {
      let at = start + Int64(random.below(60 * 24)) * 3600
      let decision = book.decide({ _ in profile }, over: Interval(start: at, end: at))
      let isSaid = unknown.contains { $0.times.contains(at) }
      if decision.state == .unknown { #expect(isSaid, "\(at.rfc3339)") }
      if !isSaid { #expect(decision.state != .unknown, "\(at.rfc3339)") }
      // Closed for ever is said only where nothing may open it.
      if decision.state == .closed, decision.next == nil {
        #expect(decision.perhaps != nil || unknown.isEmpty)
      }
      if let perhaps = decision.perhaps, let next = decision.next {
        #expect(perhaps.start < next.start)
      }
    }
  }
}
