import Chronology
import Testing

@testable import PolicyReading

@Suite struct FreezeTextTests {
  private static func yearly(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> FreezeDuration {
    .recurring(
      Recurrence([.yearly(first: MonthDay(month: a, day: b), last: MonthDay(month: c, day: d))]))
  }

  @Test(arguments: [
    ("Dec 20 - Jan 5", yearly(12, 20, 1, 5)), ("20 Dec – 5 Jan", yearly(12, 20, 1, 5)),
    ("December 20 to January 5", yearly(12, 20, 1, 5)),
    ("20th of December until 5th of January", yearly(12, 20, 1, 5)),
    ("Dec 20 - Jan 5 (every year)", yearly(12, 20, 1, 5)), ("Dec 20-31", yearly(12, 20, 12, 31)),
    ("20-31 Dec.", yearly(12, 20, 12, 31)), ("Dec 24", yearly(12, 24, 12, 24)),
    ("Apr 1 - Mar 31", yearly(4, 1, 3, 31)), ("Sep 1 - Mar 1", yearly(9, 1, 3, 1)),
    ("Feb 20 - Feb 29", yearly(2, 20, 2, 29)), ("As declared", .asDeclared),
    ("when announced", .asDeclared), ("48 hours", .afterIncident(seconds: 172_800)),
    ("2 days", .afterIncident(seconds: 172_800)),
    ("for 48 hours after resolution", .afterIncident(seconds: 172_800)),
  ])
  func understands(_ text: String, _ expected: FreezeDuration) {
    #expect(FreezeDurationText.read(text) == .duration(expected, zone: nil, nil))
  }

  @Test(arguments: [
    "2026-12-20 - 2027-01-05", "2026-12-20/2027-01-05", "20 Dec 2026 - 5 Jan 2027",
    "December 20, 2026 to January 5, 2027", "Dec 20 - Jan 5, 2027", "Dec 20, 2026 - Jan 5",
  ])
  func understandsFullDates(_ text: String) throws {
    let first = try #require(CivilDay(year: 2026, month: 12, day: 20))
    let last = try #require(CivilDay(year: 2027, month: 1, day: 5))
    let expected = Recurrence([.once(first: first, start: 0, last: last, end: 1440)])
    #expect(FreezeDurationText.read(text) == .duration(.recurring(expected), zone: nil, nil))
  }

  @Test(arguments: [
    ("Feb 30 - Mar 2", "days that the calendar has"),
    ("2026-02-29 - 2026-03-02", "dates that the calendar has"),
    ("2026-03-02 - 2026-03-01", "a last day that is not before the first"),
    ("Mar 12 - Mar 9", "a last day that is not right before the first"),
    ("5 April to 30 March", "a last day that is not right before the first"),
    ("12/20 - 01/05", FreezeDurationText.accepted), ("over Christmas", FreezeDurationText.accepted),
    ("20 - 31", FreezeDurationText.accepted), ("", FreezeDurationText.accepted),
    ("0 hours", FreezeDurationText.accepted),
  ])
  func refusesAndSaysWhatIsAccepted(_ text: String, _ accepted: String) {
    #expect(FreezeDurationText.read(text) == .refused(accepted: accepted))
  }

  @Test(arguments: [
    ("Emergency only", .emergencies),
    ("Emergency changes only", .emergencies),
    ("Related fixes only", FreezeAllowance(ways: [[.relatedFix]])),
    ("Related emergencies only", FreezeAllowance(ways: [[.emergency, .relatedFix]])),
    ("None", .nothing), ("-", .nothing),
    ("All", .everything),
  ])
  func understandsAllowances(_ text: String, _ expected: FreezeAllowance) {
    #expect(FreezeAllowanceText.read(text) == expected)
  }

  @Test(arguments: ["", "Emergency and related fixes only", "Small ones"])
  func refusesAllowances(_ text: String) {
    #expect(FreezeAllowanceText.read(text) == nil)
  }
}
