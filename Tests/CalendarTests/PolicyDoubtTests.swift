import Chronology
import Configuration
import PolicyReading
import SourceText
import TestSupport
import Testing

@testable import Calendar

/// What of the policy is not read turns the answers that it could turn, and no other.
@Suite struct PolicyDoubtTests {
  private func state(
    _ more: String, _ type: String, _ time: String, settings: Settings = Settings()
  ) throws -> Decision.State {
    let policy = readPolicy(
      SourceFile(path: FullPolicy.path, text: FullPolicy.text + "\n\n## 20. More\n\n\(more)\n"),
      settings: settings)
    let calendar = DeploymentCalendar(policy, freezes: [], incidents: [], settings: settings)
    let start = try #require(InstantText.read(time, in: .utc)).instant
    return calendar.weigh(
      ChangeProfile(
        type: policy.types.first { $0.name == type }, risk: "High", systems: ["rpc"]),
      over: Interval(start: start, end: start)
    ).state
  }

  static let night = "2026-03-09T03:00Z"
  static let morning = "2026-03-09T09:00Z"
  static let christmas = "2026-12-24T03:00Z"

  @Test func aFreezeThatIsNotReadTurnsWhatIsOpen() throws {
    let more = "No changes from Mar 1 to Mar 20."
    #expect(try state("Nothing.", "Normal", Self.night) == .open)
    #expect(try state(more, "Normal", Self.night) == .unknown)
    #expect(try state(more, "Emergency", Self.night) == .unknown)
    #expect(try state(more, "Normal", Self.morning) == .closed)
    #expect(try state(more, "Normal", Self.christmas) == .closed)
  }

  @Test func aWindowThatIsNotReadTurnsWhatIsClosed() throws {
    let more = "| Night | 08:00-10:00 | Significant changes |"
    #expect(try state(more, "Normal", Self.night) == .open)
    #expect(try state(more, "Normal", Self.morning) == .unknown)
    #expect(try state(more, "Normal", Self.christmas) == .closed)
  }

  @Test func aLimitOnWindowsTurnsWhatIsOpenByThem() throws {
    let more = "### Windows at sea\n\n- Except in fog"
    #expect(try state(more, "Normal", Self.night) == .unknown)
    #expect(try state(more, "Normal", Self.morning) == .closed)
    #expect(try state(more, "Emergency", Self.morning) == .open)
  }

  @Test func whatAuthorisesDoesNotTouchTheTimes() throws {
    let more = "| Type | Approval | Lead Time |\n|---|---|---|\n| Bold | CAB | 1 day |"
    #expect(try state(more, "Normal", Self.night) == .open)
    #expect(try state(more, "Normal", Self.morning) == .closed)
  }

  @Test func aWindowForWordsInPartUnknownIsNotOpen() throws {
    let window = "| Window | Time (UTC) | Purpose |\n|---|---|---|\n"
    for use in ["All changes, with VP approval", "Normal, by appointment", "All / ask first"] {
      let text = FullPolicy.text(replacingTableWith: window + "| Any | 24/7 | \(use) |")
      let policy = readPolicy(
        SourceFile(path: FullPolicy.path, text: text), settings: Settings())
      let calendar = DeploymentCalendar(policy, freezes: [], incidents: [], settings: Settings())
      let profile = ChangeProfile(
        type: policy.types.first { $0.name == "Normal" }, risk: "High", systems: ["rpc"])
      let start = try #require(InstantText.read(Self.night, in: .utc)).instant
      let state = calendar.weigh(profile, over: Interval(start: start, end: start)).state
      #expect(state == .unknown, "\(use)")
    }
  }

  @Test(arguments: ["**Efective Date:** 2026-02-01", "", "**Effective Date:** soon"])
  func aVersionWithoutADateLeavesAllInDoubt(_ line: String) throws {
    let second = FullPolicy.text.replacing("**Effective Date:** 2026-01-01", with: line)
    func state(_ texts: [String]) throws -> Decision.State {
      let policies = texts.enumerated().map { index, text in
        readPolicy(
          SourceFile(path: "content/policy/v\(index).md", text: text), settings: Settings())
      }
      let book = CalendarBook(
        try #require(PolicyBook(policies)), freezes: [], incidents: [], settings: Settings())
      let start = try #require(InstantText.read(Self.night, in: .utc)).instant
      return book.weigh(
        { calendar in
          ChangeProfile(
            type: calendar.policy.types.first { $0.name == "Normal" }, risk: "High",
            systems: ["rpc"])
        }, over: Interval(start: start, end: start)
      ).state
    }
    #expect(try state([FullPolicy.text]) == .open)
    #expect(try state([second]) == .open)
    #expect(try state([FullPolicy.text, second]) == .unknown)
  }
}
