import Chronology
import Configuration
import Findings
import SourceText
import Testing

@testable import PolicyReading

/// Windows and freezes that the settings state for a policy that has no table of them.
@Suite struct StatedTimesTests {
  private static let types = """
    # Policy

    | Type | Approval | Lead Time |
    |---|---|---|
    | Normal | CAB review | 5 days |
    | Emergency | Emergency CAB | Immediate |

    """

  private static func policy(_ settings: String, _ more: String = "") -> Policy {
    readPolicy(
      SourceFile(path: "content/policy/p.md", text: types + "\n" + more),
      settings: readSettings(SourceFile(path: "changebook.yml", text: settings)))
  }

  @Test func areReadAsRowsOfTheTableAre() {
    let policy = Self.policy(
      """
      windows:
        - {name: Regular, days: [Tue, Wed], time: 10:00-15:00, zone: Europe/Zurich, clause: "8.1"}
        - {name: Night, start: "22:00", end: "02:00", applies to: Normal, environment: Production}
      freezes:
        - {name: Year end, when: Dec 20 17:00 - Jan 5 09:00, allowed: Emergency only}
      """, "## Deployment windows\n\nWe deploy on Tuesdays between 10:00 and 12:00.\n")
    #expect(
      policy.windows.map(\.time.words) == [
        "Tue, Wed 10:00–15:00", "every day 22:00–02:00 of the next day",
      ])
    #expect(policy.windows[0].zone?.name == "Europe/Zurich")
    #expect(policy.windows[0].reference.clause == "8.1")
    #expect(policy.windows[1].surroundings.environments == ["Production"])
    #expect(policy.freezes.map(\.duration.words) == ["every year, 20 Dec 17:00 to 5 Jan 09:00"])
    #expect(!policy.problems.contains { $0.kind.decidesTimes })
  }

  @Test(arguments: [
    "windows:\n  - {name: A, time: sometimes}", "windows:\n  - {name: A}",
    "windows:\n  - {time: 10:00-12:00}", "windows:\n  - {name: A, time: 24/7, mood: calm}",
    "freezes:\n  - {name: A, when: Dec 20 - Jan 5}", "freezes:\n  - {name: A, allowed: None}",
    "windows:\n  - {name: A, time: 24/7, when: 24/7}",
  ])
  func areDoubtsWhereTheyAreNotUnderstood(_ settings: String) {
    #expect(Self.policy(settings).problems.contains { $0.kind.decidesTimes })
  }

  @Test func contradictATable() {
    let policy = Self.policy(
      "windows:\n  - {name: A, time: 24/7}",
      "| Window | Time |\n|---|---|\n| Night | 02:00-06:00 |\n")
    #expect(policy.windows.map(\.name) == ["Night"])
    #expect(policy.problems.contains { $0.kind.decidesTimes })
  }
}

extension ReadingProblem.Kind {
  fileprivate var decidesTimes: Bool {
    switch self {
    case .cellNotUnderstood(let table, _, _, _): table == "windows" || table == "freezes"
    case .unread(let decides, _, _, _): decides != .authorisation
    default: false
    }
  }
}
