import Calendar
import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

/// The holiday freeze, Dec 20 - Jan 5, for every type and risk of the policy, at its edges.
@Suite struct HolidayFreezeTests {
  static let policy = readPolicy(
    SourceFile(path: "content/policy/p.md", text: FullPolicy.text), settings: Settings())
  static let calendar = DeploymentCalendar(
    policy, freezes: [], incidents: [], settings: Settings())

  static func state(_ type: String, _ risk: String, at text: String) throws -> Decision.State {
    let profile = ChangeProfile(
      type: policy.types.first { $0.name == type }, risk: risk, systems: ["rpc-gateway"])
    let instant = try #require(InstantText.read(text, in: .utc)).instant
    return calendar.decide(profile, over: Interval(start: instant, end: instant)).state
  }

  static let types = ["Standard", "Normal", "Emergency", "Runtime Upgrade"]
  static let risks = ["Low", "Medium", "High", "Critical"]

  @Test(arguments: types, risks)
  func onlyEmergenciesPassIt(_ type: String, _ risk: String) throws {
    for instant in [
      "2026-12-20T00:00Z", "2026-12-20T02:00Z", "2026-12-20T23:59Z", "2027-01-05T23:59:59Z",
      "2027-01-01T03:00Z",
    ] {
      let expected: Decision.State = type == "Emergency" ? .open : .closed
      #expect(try Self.state(type, risk, at: instant) == expected, "\(instant)")
    }
  }

  @Test(arguments: risks)
  func standardChangesAreFreeOnceItIsOver(_ risk: String) throws {
    for instant in ["2026-12-19T23:59:59Z", "2027-01-06T00:00Z", "2028-02-29T12:00Z"] {
      #expect(try Self.state("Standard", risk, at: instant) == .open)
    }
  }

  @Test(arguments: ["Low", "Medium"])
  func plainChangesMayUseBothWindows(_ risk: String) throws {
    let states: [(String, Decision.State)] = [
      ("2027-01-06T00:00Z", .closed), ("2027-01-06T02:00Z", .open),
      ("2027-01-06T05:59:59Z", .open), ("2027-01-06T06:00Z", .closed),
      ("2027-01-06T13:59:59Z", .closed), ("2027-01-06T14:00Z", .open),
      ("2028-02-29T14:00Z", .open), ("2028-02-29T18:00Z", .closed),
    ]
    for (instant, expected) in states {
      #expect(try Self.state("Normal", risk, at: instant) == expected, "\(instant)")
    }
  }

  @Test(arguments: [("Normal", "High"), ("Normal", "Critical"), ("Runtime Upgrade", "Low")])
  func significantChangesMayUseTheLowTrafficWindowAlone(_ type: String, _ risk: String) throws {
    let states: [(String, Decision.State)] = [
      ("2027-01-06T00:00Z", .closed), ("2027-01-06T02:00Z", .open),
      ("2027-01-06T06:00Z", .closed), ("2027-01-06T14:00Z", .closed),
      ("2028-02-29T02:00Z", .open),
    ]
    for (instant, expected) in states {
      #expect(try Self.state(type, risk, at: instant) == expected, "\(instant)")
    }
  }

  @Test func namesTheFreezeAndWhatOpensNext() throws {
    let start = try #require(InstantText.read("2026-12-24T03:00Z", in: .utc)).instant
    let profile = ChangeProfile(
      type: Self.policy.types.first { $0.name == "Normal" }, risk: "High", systems: ["rpc"])
    let decision = Self.calendar.decide(
      profile, over: Interval(start: start, end: start + 45 * 60))
    guard case .freeze(let freeze, let occurrence)? = decision.because.first else {
      Issue.record("no freeze among the causes")
      return
    }
    #expect(freeze.name == "Holiday freeze")
    #expect(occurrence.start.rfc3339 == "2026-12-20T00:00:00Z")
    #expect(occurrence.end.rfc3339 == "2027-01-06T00:00:00Z")
    #expect(decision.until?.rfc3339 == "2027-01-06T02:00:00Z")
    #expect(decision.next?.start.rfc3339 == "2027-01-06T02:00:00Z")
    #expect(decision.next?.end.rfc3339 == "2027-01-06T06:00:00Z")
  }
}
