import PolicyReading
import Records
import Testing

@testable import Figures

struct VerdictTests {
  /// The success rate of a March with that many successful changes of a total.
  private func success(
    _ good: Int, of total: Int, _ comparison: Target.Comparison, _ bound: Ratio
  ) throws -> RateFigure {
    let changes = (0..<total).map {
      SampleChange.deployed(
        "C-\(1000 + $0)", "2026-03-02T09:00Z", $0 < good ? .successful : .failed)
    }
    let target = sampleTarget(.changeSuccessRate, comparison, .share(bound), text: "")
    let register = try sampleRegister(changes, policies: [samplePolicy([target])])
    return try month("2026-03", of: register).rateFigure("change_success_rate")
  }

  @Test func nineteenOfTwentyIsNotMoreThanNinetyFivePerCent() throws {
    #expect(try success(19, of: 20, .above, Ratio(95, 100)).verdict == .missed)
    #expect(try success(19, of: 20, .atLeast, Ratio(95, 100)).verdict == .met)
    #expect(try success(20, of: 20, .above, Ratio(95, 100)).verdict == .met)
    #expect(try success(1, of: 20, .below, Ratio(5, 100)).verdict == .missed)
    #expect(try success(1, of: 20, .atMost, Ratio(5, 100)).verdict == .met)
  }

  @Test func comparesFractionsThatFloatingPointWouldRound() throws {
    // One third is not 333 333 333 of 1 000 000 000.
    let bound = Ratio(333_333_333, 1_000_000_000)
    #expect(try success(1, of: 3, .above, bound).verdict == .met)
    #expect(try success(1, of: 3, .atMost, bound).verdict == .missed)
  }

  @Test func missedByArithmeticCanBeTooFewToTell() throws {
    let rate = try success(19, of: 20, .above, Ratio(95, 100))
    #expect(rate.evidence == .tooFew)
    // With 77 more, 96 of 97: P(X > 96) + ½·P(X = 96) with the chance 0.95 is below 0.025.
    #expect(rate.changesNeeded == 77)
  }

  @Test func nothingCountedIsNoDataAndNeverAShare() throws {
    let rate = try success(0, of: 0, .above, Ratio(95, 100))
    #expect(rate.verdict == .noData)
    #expect(rate.share == nil)
    #expect(rate.interval == nil)
    #expect(rate.evidence == nil)
    #expect(rate.bounds == nil)
  }

  @Test func settingsChooseTheLevelOfTheInterval() throws {
    let changes = [SampleChange.deployed("C-1", "2026-03-02T09:00Z")]
    let register = try sampleRegister(changes, confidence: 0.8)
    let rate = try month("2026-03", of: register).rateFigure("change_success_rate")
    #expect(rate.interval == WilsonInterval(1, of: 1, at: Confidence(level: 0.8)))
  }

  @Test func meanIsComparedWithoutRounding() {
    // 7199 and 7200 seconds: a mean of 7199.5, below two hours.
    let summary = DurationSummary([7199, 7200])
    #expect(summary?.meanMeets(.below, 7200) == true)
    #expect(DurationSummary([7200, 7200])?.meanMeets(.below, 7200) == false)
    #expect(DurationSummary([7200, 7200])?.meanMeets(.atMost, 7200) == true)
  }

  @Test func anAbsurdBoundDoesNotOverflow() {
    #expect(DurationSummary([1, 2, 3])?.meanMeets(.below, .max) == true)
    #expect(DurationSummary([1, 2, 3])?.meanMeets(.above, .max) == false)
  }

  @Test func quantilesInterpolateBetweenNeighbours() {
    // Of 10, 20 … 90 and 101: median (50 + 60) / 2; p90 at position 8.1, 90 + 0.1 × 11.
    let summary = DurationSummary([101, 10, 30, 20, 50, 40, 70, 60, 90, 80])
    #expect(summary?.median == 55)
    #expect(summary?.p90 == 91.1)
    // Below ten it would be little else than the longest.
    #expect(DurationSummary([41, 10, 30, 20])?.p90 == nil)
    #expect(DurationSummary([60])?.p90 == nil)
    #expect(DurationSummary([]) == nil)
  }
}
