import Chronology
import Testing

@testable import PolicyReading

@Suite struct TargetTextTests {
  private static func reading(
    _ comparison: Target.Comparison?, _ bound: Target.Bound, _ scope: String? = nil
  ) -> TargetText.Reading { TargetText.Reading(comparison: comparison, bound: bound, scope: scope) }

  @Test(arguments: [
    (">95%", reading(.above, .share(Ratio(95, 100)))),
    ("<5%", reading(.below, .share(Ratio(5, 100)))),
    ("≥ 99 %", reading(.atLeast, .share(Ratio(99, 100)))),
    (">= 99.5%", reading(.atLeast, .share(Ratio(995, 1000)))),
    ("at least 95%", reading(.atLeast, .share(Ratio(95, 100)))),
    ("95% or more", reading(.atLeast, .share(Ratio(95, 100)))),
    ("more than 95 percent", reading(.above, .share(Ratio(95, 100)))),
    ("no more than 5%", reading(.atMost, .share(Ratio(5, 100)))),
    ("max. 5%", reading(.atMost, .share(Ratio(5, 100)))),
    ("<2 hours (normal)", reading(.below, .duration(7200), "normal")),
    ("< 3 days (standard)", reading(.below, .duration(259_200), "standard")),
    ("within 90 minutes for normal changes", reading(.atMost, .duration(5400), "normal changes")),
    ("90 min", reading(nil, .duration(5400))), ("≤ 1h 30m", reading(.atMost, .duration(5400))),
    ("< 1.5 hours", reading(.below, .duration(5400))),
    ("95%", reading(nil, .share(Ratio(95, 100)))),
  ])
  func understands(_ text: String, _ expected: TargetText.Reading) {
    #expect(TargetText.read(text) == expected)
  }

  @Test func keepsPercentagesExact() {
    guard case .share(let ratio)? = TargetText.read(">99.5%")?.bound else {
      Issue.record("not read")
      return
    }
    #expect(ratio.numerator == 995)
    #expect(ratio.denominator == 1000)
  }

  @Test(arguments: [
    "", "high", ">", "> 95", "> 195%", "2 business days", "3 months", "95% of the time",
    "1 hour 2 hours", "> 99.99999%",
  ])
  func refuses(_ text: String) {
    #expect(TargetText.read(text) == nil)
  }

  @Test(arguments: [
    ("March 2026", 2026, 3, 1), ("Jan. 2025", 2025, 1, 1),
    ("2026-01-19", 2026, 1, 19), ("19 January 2026", 2026, 1, 19), ("Jan 19, 2026", 2026, 1, 19),
    ("January 19th 2026", 2026, 1, 19), ("Sept. 3, 2026", 2026, 9, 3), ("2026/01/19", 2026, 1, 19),
  ])
  func understandsDates(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    #expect(DateText.read(text) == CivilDay(year: year, month: month, day: day))
  }

  @Test(arguments: ["01/19/2026", "19.01.2026", "January 26", "2026-02-30", "soon", ""])
  func refusesDates(_ text: String) {
    #expect(DateText.read(text) == nil)
  }

  @Test(arguments: [
    ("Annual", 12), ("annually", 12), ("Every 6 months", 6), ("Quarterly", 3),
    ("Every two years", 24),
    ("Semi-annual", 6), ("12 months", 12), ("Monthly", 1), ("at least annually", 12),
  ])
  func understandsReviewCycles(_ text: String, _ months: Int) {
    #expect(ReviewCycleText.read(text) == ReviewCycle(months: months, text: text))
  }

  @Test func refusesOtherReviewCycles() {
    #expect(ReviewCycleText.read("when needed") == nil)
    #expect(ReviewCycleText.read("every 0 months") == nil)
  }
}
