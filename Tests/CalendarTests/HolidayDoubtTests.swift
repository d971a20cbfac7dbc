import Calendar
import Chronology
import Configuration
import PolicyReading
import SourceText
import Testing

/// Holidays that are not known, what may pass a freeze, and where a row holds.
@Suite struct HolidayDoubtTests {
  private static func calendar(
    windows: String = "| A | 24/7 | All | All |", freezes: String = "",
    holidays: HolidayLists = HolidayLists()
  ) -> DeploymentCalendar {
    let text = """
      # Policy

      | Type | Approval | Lead Time |
      |---|---|---|
      | Standard | Pre-approved | Immediate |
      | Normal | CAB review | 5 days |
      | Emergency | Emergency CAB | Immediate |

      | Risk Level | Criteria |
      |---|---|
      | Low | None |
      | High | Much |

      | Environment | Purpose |
      |---|---|
      | Production | Customers |
      | Staging | Rehearsal |

      | Window | Time | Environment | Region |
      |---|---|---|---|
      \(windows)

      | Freeze | Duration | Changes Allowed | Environment |
      |---|---|---|---|
      \(freezes.isEmpty ? "| X | Feb 29 | None | All |" : freezes)
      """
    let policy = readPolicy(
      SourceFile(path: "content/policy/p.md", text: text), settings: Settings())
    return DeploymentCalendar(
      policy, freezes: [], incidents: [], settings: Settings(), holidays: holidays)
  }

  private static func state(
    _ calendar: DeploymentCalendar, at text: String, type: String = "Normal", risk: String = "Low",
    environments: [String]? = nil
  ) throws -> Decision.State {
    let instant = try #require(InstantText.read(text, in: .utc)).instant
    let profile = ChangeProfile(
      type: calendar.policy.types.first { $0.name == type }, risk: risk, systems: ["web"],
      environments: environments)
    return calendar.decide(profile, over: Interval(start: instant, end: instant)).state
  }

  static let lists = HolidayLists([
    .init(name: "uk", dated: WrittenTimes.holidays.filter { $0.year < 2027 })
  ])

  @Test func aYearWithoutHolidaysIsUnknownWhereTheyDecide() throws {
    let window = "| A | weekdays 10:00-16:00 except public holidays | All | All |"
    let known = Self.calendar(windows: window, holidays: Self.lists)
    #expect(known.doubts.isEmpty)
    #expect(try Self.state(known, at: "2026-12-24T11:00Z") == .open)
    #expect(try Self.state(known, at: "2026-12-25T11:00Z") == .closed)
    // A Monday of a year that the list does not have, its night, and its Sunday.
    #expect(try Self.state(known, at: "2027-12-20T11:00Z") == .unknown)
    #expect(try Self.state(known, at: "2027-12-20T18:00Z") == .closed)
    #expect(try Self.state(known, at: "2027-12-19T11:00Z") == .closed)
    let without = Self.calendar(windows: window)
    #expect(try Self.state(without, at: "2026-12-24T11:00Z") == .unknown)
    #expect(try Self.state(without, at: "2026-12-24T18:00Z") == .closed)
    #expect(try Self.state(without, at: "2026-12-24T11:00Z", type: "Emergency") == .open)
  }

  @Test func aFreezeOnHolidaysIsUnknownInAYearWithoutAny() throws {
    let calendar = Self.calendar(
      freezes: "| H | public holidays | Emergency only | All |", holidays: Self.lists)
    #expect(try Self.state(calendar, at: "2026-12-25T11:00Z") == .closed)
    #expect(try Self.state(calendar, at: "2026-12-24T11:00Z") == .open)
    #expect(try Self.state(calendar, at: "2027-12-24T11:00Z") == .unknown)
    #expect(try Self.state(calendar, at: "2027-12-24T11:00Z", type: "Emergency") == .open)
  }

  @Test func aMissingListIsNoneOfTheOthers() throws {
    let calendar = Self.calendar(
      windows: "| A | weekdays 10:00-16:00 except US holidays | All | All |", holidays: Self.lists)
    #expect(try Self.state(calendar, at: "2026-12-24T11:00Z") == .unknown)
  }

  @Test(arguments: [
    ("Emergency and Standard", ["Standard", "Emergency"], ["Low", "High"]),
    ("Low risk only", ["Standard", "Normal", "Emergency"], ["Low"]),
    ("Low risk Standard changes", ["Standard"], ["Low"]),
    ("Emergency only, or with CTO approval", ["Emergency"], ["Low", "High"]),
    ("None", [], []),
  ])
  func whatMayPass(_ cell: String, _ types: [String], _ risks: [String]) throws {
    let calendar = Self.calendar(freezes: "| F | Dec 20 - Jan 5 | \(cell) | All |")
    for type in ["Standard", "Normal", "Emergency"] {
      for risk in ["Low", "High"] {
        let passes = types.contains(type) && risks.contains(risk)
        let found = try Self.state(calendar, at: "2026-12-24T11:00Z", type: type, risk: risk)
        #expect(found == (passes ? .open : .closed), "\(type), \(risk)")
      }
    }
  }

  @Test func rowsHoldInTheirEnvironmentsAlone() throws {
    let calendar = Self.calendar(
      windows: "| P | 10:00-12:00 | Production | All |\n| S | 24/7 | Staging | All |",
      freezes: "| F | Dec 20 - Jan 5 | Emergency only | Production |")
    let frozen = "2026-12-24T11:00Z"
    let free = "2026-12-14T18:00Z"
    #expect(try Self.state(calendar, at: frozen, environments: ["production"]) == .closed)
    #expect(try Self.state(calendar, at: frozen, environments: ["Staging"]) == .open)
    #expect(
      try Self.state(calendar, at: frozen, environments: ["Staging", "Production"]) == .closed)
    #expect(try Self.state(calendar, at: frozen) == .unknown)
    #expect(try Self.state(calendar, at: free, environments: ["Production"]) == .closed)
    #expect(try Self.state(calendar, at: free, environments: ["Staging"]) == .open)
    // Another word for one of them, or another one: nobody knows.
    #expect(try Self.state(calendar, at: frozen, environments: ["prd"]) == .unknown)
  }
}
