import Chronology
import Configuration
import SourceText
import TestSupport
import Testing

@testable import PolicyReading

/// Windows and freezes that a policy says in lists and sentences.
@Suite struct ProseTimesTests {
  private static func policy(_ heading: String, _ text: String) -> Policy {
    readPolicy(
      SourceFile(
        path: "content/policy/p.md",
        text: """
          # Change policy

          **Effective Date:** 2025-01-01

          ## Types

          | Type | Approval | Lead Time |
          |---|---|---|
          | Standard | Pre-approved | Immediate |
          | Normal | CAB review | 5 days |
          | Emergency | Emergency CAB | Immediate |

          ## \(heading)

          \(text)

          ## Responsibilities

          The change manager keeps the calendar.

          """), settings: Settings())
  }

  private static func isDoubted(_ policy: Policy) -> Bool {
    policy.problems.contains {
      if case .unread(let decides, _, _, _) = $0.kind { decides != .authorisation } else { false }
    }
  }

  private static let times = [
    "Tuesday and Thursday, 02:00–04:00 UTC", "Tue-Thu 10:00-15:00", "Sundays, 04:00 – 04:30",
    "2nd Tuesday 02:00-06:00", "weekdays 10:00-16:00 except public holidays",
    "Fri 22:00 - Mon 06:00",
    "second last Friday 02:00-06:00", "every day 22:00-02:00",
  ]

  /// Whatever leads to a time, it is read as the same time in a cell would be.
  @Test(arguments: times) func aListSaysWhatItsCellsWouldSay(_ time: String) throws {
    let expected = try WindowTimeText.understand(time).get().time
    var random = SplitMix(seed: 11)
    for (lead, use) in [
      ("", nil), ("Primary: ", nil), ("**Night window:** ", nil), ("Main window – ", nil),
      ("Standard changes: ", "Standard changes"), ("**Normal:** ", "Normal"),
      ("Changes are deployed on ", nil), ("Normal changes may be made ", "Normal changes"),
      ("All changes must be scheduled ", nil), ("Database work: ", "Database work"),
    ] {
      let bullet = ["- ", "* ", "1. ", ""][random.below(4)]
      let stop = ["", "."][random.below(2)]
      let policy = Self.policy("Change windows", bullet + lead + time + stop)
      #expect(policy.windows.map(\.time) == [expected], "\(lead)\(time)")
      #expect(policy.windows.map(\.appliesTo) == [use], "\(lead)\(time)")
      #expect(
        !policy.problems.contains {
          if case .tableAbsent("windows", _) = $0.kind { true } else { false }
        })
    }
  }

  private static let dates = [
    "20 December - 5 January", "Dec 20 – Jan 5", "2026-06-09 - 2026-06-11", "Fridays after 12:00",
    "last 3 business days of each quarter", "weekends", "24 December from 12:00",
  ]

  @Test(arguments: dates) func aFreezeInASentenceIsThatOfACell(_ dates: String) throws {
    guard case .duration(let expected, _, _) = FreezeDurationText.read(dates) else {
      Issue.record("\(dates)")
      return
    }
    for (before, behind, allowed) in [
      ("", "", FreezeAllowance.unsaid), ("Year end: ", "", .unsaid),
      ("Year end: ", " (emergency only)", .emergencies),
      ("", ", emergency changes only", .emergencies),
      ("No changes on ", "", .unsaid),
      ("No deployments during ", ", except emergencies", .emergencies),
      ("All changes are frozen during ", "", .unsaid),
      ("A change freeze applies during ", ". Only emergency changes are permitted.", .emergencies),
      ("Only emergency changes are allowed during ", "", .emergencies),
      ("During ", " only emergency changes are allowed", .emergencies),
      ("**Audit:** ", ". Emergency changes only.", .emergencies),
      ("", " - emergency only", .emergencies),
    ] {
      let policy = Self.policy("Change freezes", "- " + before + dates + behind)
      #expect(policy.freezes.map(\.duration) == [expected], "\(before)\(dates)\(behind)")
      #expect(policy.freezes.map(\.allowed) == [allowed], "\(before)\(dates)\(behind)")
    }
  }

  /// What is said of all freezes below a list is said of each that says nothing itself.
  @Test func aSentenceBelowSaysWhatPasses() {
    let policy = Self.policy(
      "Blackout periods",
      "- Year end: Dec 20 - Jan 5\n- Summer: Jul 20 - Aug 5 (none)\n\nDuring a freeze only emergency changes are permitted."
    )
    #expect(policy.freezes.map(\.allowed) == [.emergencies, .nothing])
  }

  /// Half of a list is never read: what is not understood leaves a doubt, and nothing of the rest is taken.
  @Test(arguments: [
    "- Whenever it suits", "- Friday window: 10:00-12:00", "- Closed: Sat, Sun",
    "- Not on Fridays", "- Tue 10:00-12:00 (Standard only)", "- ~~Thu 10:00-12:00~~",
    "- Thu 10:00-12:00?", "- Normal changes:\n  - Tue 10:00-12:00",
    "No window is open on public holidays.", "These windows hold until March.",
    "> Thu 10:00-12:00", "```\nThu 10:00-12:00\n```", "| Day | Who |\n|---|---|\n| Thu | Ann |",
    "Ausgenommen sind Feiertage.",
  ]) func aListIsReadAsAWholeOrNotAtAll(_ more: String) {
    let list = "- Night: 02:00-05:00\n- Tue-Thu 10:00-12:00\n"
    #expect(Self.policy("Deployment windows", list).windows.count == 2)
    for text in [list + more, list + "\n" + more, more + "\n\n" + list] {
      let policy = Self.policy("Deployment windows", text)
      #expect(policy.windows.isEmpty, "\(text)")
      #expect(Self.isDoubted(policy), "\(text)")
    }
  }

  /// Headings that say that windows are none, or for whom they are, are heard.
  @Test(arguments: [
    ("Former deployment windows", false), ("Deployment windows (suspended)", false),
    ("Staging windows", false),
    ("Normal change windows", false), ("Deployment windows", true), ("Change windows", true),
  ]) func headingsAreHeard(_ heading: String, _ isRead: Bool) {
    let policy = Self.policy(heading, "- Primary: Tue 10:00-12:00")
    #expect(policy.windows.isEmpty != isRead, "\(heading)")
    #expect(Self.isDoubted(policy) != isRead, "\(heading)")
    let below = Self.policy(
      "Change windows", "### Database\n\nTue 10:00-12:00\n\n### Night\n\n02:00-04:00")
    #expect(below.windows.map(\.appliesTo) == ["Database", nil])
  }

  /// A sentence beside the list that says for whom it is keeps all of it from being read.
  @Test(arguments: [
    "These windows are for Normal changes.", "Standard changes use the second one.",
  ])
  func whomTheListIsForIsHeard(_ sentence: String) {
    let policy = Self.policy("Change windows", "- Primary: Tue 10:00-12:00\n\n\(sentence)")
    #expect(policy.windows.isEmpty && Self.isDoubted(policy))
  }

  /// A label that lifts a freeze, or is half of its dates, is no name of one.
  @Test(arguments: [
    "Changes allowed: Dec 1 - Dec 19", "Freeze ends: Jan 5", "Not frozen: Dec 24",
    "Open: Dec 27 - Dec 28",
    "Exceptions: P1 fixes", "Starts: Dec 20", "No production changes from Dec 20 to Jan 5",
    "Dec 20 - Jan 5 (see the calendar)",
    "No changes between 15 December", "No normal changes from Dec 20 to Jan 5",
  ]) func whatIsNoFreezeIsDoubted(_ text: String) {
    let policy = Self.policy("Change freezes", "- " + text)
    #expect(policy.freezes.isEmpty, "\(text)")
    #expect(Self.isDoubted(policy), "\(text)")
  }

  /// Where freezes stand below the windows, each is read in its own way.
  @Test func aTableOfFreezesMayStandBelowAListOfWindows() {
    let policy = Self.policy(
      "Deployment windows",
      "- Primary: Tue 10:00-12:00\n\n### Freeze periods\n\n| Period | Duration | Changes Allowed |\n|---|---|---|\n"
        + "| Year end | Dec 20 - Jan 5 | Emergency only |")
    #expect(policy.windows.map(\.name) == ["Primary"])
    #expect(policy.freezes.map(\.name) == ["Year end"])
    #expect(!Self.isDoubted(policy))
  }

  /// Beside what the settings state, or a table, sentences are no second source.
  @Test func aTableStandsAlone() {
    let policy = Self.policy(
      "Deployment windows",
      "| Window | Time |\n|---|---|\n| A | 02:00-06:00 |\n\n- Tue 10:00-12:00")
    #expect(policy.windows.map(\.name) == ["A"])
    #expect(Self.isDoubted(policy))
  }
}
