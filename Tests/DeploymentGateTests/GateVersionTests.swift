import Calendar
import Chronology
import Configuration
import DeploymentGate
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

/// The gate while one version of the policy follows another.
@Suite struct GateVersionTests {
  /// The version of the tests' policy, and from 10 March 2026 on one with other windows.
  static func book(freezes: [String] = []) throws -> CalendarBook {
    let second = FullPolicy.text
      .replacing("**Effective Date:** 2026-01-01", with: "**Effective Date:** 2026-03-10")
      .replacing("02:00-06:00", with: "22:00-04:00").replacing("Low-traffic", with: "Night")
    let policies = [FullPolicy.text, second].enumerated().map { index, text in
      readPolicy(
        SourceFile(path: "content/policy/v\(index + 1).md", text: text), settings: Settings())
    }
    return CalendarBook(
      try #require(PolicyBook(policies)),
      freezes: freezes.enumerated().map { index, text in
        readFreeze(SourceFile(path: "content/freezes/\(index).md", text: text), zone: .utc)
      }, incidents: [], settings: Settings())
  }

  static let subject = GateSubject(type: "Normal", risk: "High", systems: ["rpc"])

  static func answer(
    _ start: String, for seconds: Int64 = 0, subject: GateSubject = subject,
    freezes: [String] = []
  ) throws -> GateReport {
    let start = try #require(InstantText.read(start, in: .utc)).instant
    return GateQuestion(
      subject, over: Interval(start: start, end: start + seconds), by: try book(freezes: freezes)
    ).answer()
  }

  @Test func decidesByTheVersionInForceAtTheInstant() throws {
    #expect(try Self.answer("2026-03-09T05:00Z").state == .open)
    #expect(try Self.answer("2026-03-09T23:00Z").state == .closed)
    #expect(try Self.answer("2026-03-10T05:00Z").state == .closed)
    #expect(try Self.answer("2026-03-10T23:00Z").state == .open)
  }

  @Test func findsTheNextOpeningByTheVersionInForceThen() throws {
    let report = try Self.answer("2026-03-09T07:00Z", for: 3600)
    #expect(report.state == .closed)
    // The window of the second version began at 22:00 the day before it holds.
    #expect(report.next?.interval.start.rfc3339 == "2026-03-10T00:00:00Z")
    #expect(report.next?.interval.end.rfc3339 == "2026-03-10T04:00:00Z")
    #expect(report.next?.window == "Night")
    #expect(report.until?.rfc3339 == "2026-03-10T00:00:00Z")
    #expect(report.because.allSatisfy { $0.place?.file.path == "content/policy/v1.md" })
  }

  @Test func judgesEachPartOfAnIntervalByItsOwnVersion() throws {
    let standard = GateSubject(type: "Standard", risk: "Low", systems: ["rpc"])
    let over = try Self.answer("2026-03-09T23:30Z", for: 3600, subject: standard)
    #expect(over.state == .open)
    #expect(
      over.because.compactMap(\.place?.file.path) == [1, 2].map { "content/policy/v\($0).md" })
    let closed = try Self.answer("2026-03-09T23:30Z", for: 3600)
    #expect(closed.state == .closed)
    #expect(closed.because.allSatisfy { $0.place?.file.path == "content/policy/v1.md" })
  }

  @Test func looksPastAFreezeOfCenturies() throws {
    let freeze = "---\nname: Long\nfrom: 2026-03-01T00:00Z\nto: 2199-01-01T00:00Z\n---\n"
    let report = try Self.answer("2026-03-09T03:00Z", freezes: [freeze])
    #expect(report.state == .closed)
    // After the holiday freeze in which the long one ends.
    #expect(report.next?.interval.start.rfc3339.hasPrefix("2199-01-06") == true)
    #expect(report.until == report.next?.interval.start)
  }

  @Test func doesNotForetellWhatTheUnknownSystemsMayClose() throws {
    let freeze =
      "---\nname: One\nfrom: 2026-03-09T03:00Z\nto: 2026-03-09T05:00Z\nsystems: [x]\n---\n"
    let unknown = GateSubject(type: "Normal", risk: "High")
    let before = try Self.answer("2026-03-09T02:30Z", subject: unknown, freezes: [freeze])
    #expect(before.state == .open)
    #expect(before.until?.rfc3339 == "2026-03-09T03:00:00Z")
    #expect(
      try Self.answer("2026-03-09T04:00Z", subject: unknown, freezes: [freeze]).state == .unknown)
    #expect(try Self.answer("2026-03-09T04:00Z", freezes: [freeze]).state == .open)
  }

  @Test func missesATypeThatTheVersionDoesNotHave() throws {
    let odd = GateSubject(type: "Odd", risk: "Low", systems: ["rpc"])
    #expect(try Self.answer("2026-03-09T15:00Z", subject: odd).state == .unknown)
    #expect(try Self.answer("2026-12-24T03:00Z", subject: odd).state == .unknown)
  }

  /// What is wrong with a freeze that is over matters while it held, and not a day longer.
  @Test func forgetsWhatIsWrongWithAFreezeThatIsOver() throws {
    let freeze = "---\nname: Fair\nfrom: 2026-01-10T00:00Z\nto: 2026-01-12T00:00Z\n"
    for wrong in ["sytems: [rpc]", "allowed: Anything", "systems: {a: b}", "declared: x"] {
      let freezes = [freeze + wrong + "\n---\n"]
      #expect(try Self.answer("2026-01-11T03:00Z", freezes: freezes).state != .open, "\(wrong)")
      #expect(try Self.answer("2026-02-11T03:00Z", freezes: freezes).state == .open, "\(wrong)")
    }
    for wrong in ["too: 2026-12-01T00:00Z", "to: 2026-12-01T00:00Z", "from: &a x", "  b: c"] {
      let freezes = [freeze + wrong + "\n---\n"]
      #expect(try Self.answer("2026-02-11T03:00Z", freezes: freezes).state != .open, "\(wrong)")
    }
  }
}
