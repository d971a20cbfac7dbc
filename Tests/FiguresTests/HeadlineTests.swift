import Chronology
import Records
import Testing

@testable import Figures
@testable import PolicyReading

/// Sentences of hand-made series.
struct HeadlineTests {
  private let target = sampleTarget(
    .changeSuccessRate, .above, .share(Ratio(95, 100)), text: ">95%")

  private func steady(_ k: Int, of n: Int, _ months: Int) -> [(k: Int, n: Int)] {
    Array(repeating: (k, n), count: months)
  }

  private func rates(
    _ counts: [(k: Int, n: Int)], target: Target? = nil, running: Bool = false
  ) throws -> Headline {
    headline(of: try SampleSeries.rates(counts, target: target, running: running))
  }

  @Test func aMissedTargetCanBeNoise() throws {
    let counts = [(8, 9), (9, 9), (7, 8), (9, 10), (8, 9), (9, 9), (8, 8), (9, 10), (9, 10)]
    let headline = try rates(counts, target: target)
    #expect(
      headline.text
        == "Change success rate: missed in September 2025 (9 of 10, 90.0 %), on too few changes "
        + "to tell; within the noise of the last 9 months")
    #expect(headline.text == "Change success rate: \(headline.sentence)")
    #expect(headline.standing == .noise)
    #expect(headline.signals.isEmpty)
  }

  @Test func aMonthOutsideItsLimitsIsASignal() throws {
    let headline = try rates(steady(90, of: 100, 11) + [(70, 100)], target: target)
    #expect(
      headline.sentence
        == "missed in December 2025 (70 of 100, 70.0 %); a signal: below the lower limit of "
        + "78.7 %")
    #expect(headline.standing == .worse)
  }

  @Test func eightMonthsOnOneSideAreASignalSinceTheirFirst() throws {
    let headline = try rates(
      steady(95, of: 100, 4) + steady(85, of: 100, 8), target: target)
    #expect(
      headline.sentence
        == "missed in December 2025 (85 of 100, 85.0 %); a signal: eight months in a row below "
        + "average, since May 2025")
  }

  @Test func severalSignalsAreNamedTogether() throws {
    // p̄ = 4559/4800 = 0.9498, 3 · √(0.9498 · 0.0502 / 400) = 0.0327; without the last month the
    // average is 4160/4400 = 0.9455, and the last eight lie above it.
    let headline = try rates(
      steady(368, of: 400, 4) + steady(384, of: 400, 7) + [(399, 400)])
    #expect(
      headline.sentence
        == "99.8 % in December 2025 (399 of 400); signals: above the upper limit of 98.3 % and "
        + "eight months in a row above average, since May 2025")
    #expect(headline.standing == .better)
  }

  @Test func aSignalThatIsOverIsNoNews() throws {
    let counts = [(60, 100)] + steady(90, of: 100, 5) + steady(89, of: 100, 6)
    #expect(try rates(counts).standing == .noise)
  }

  @Test func aLongStretchWithoutAMissIsASignal() throws {
    // Ten misses at the end of the first month and none in the 99 changes since: p = 10/118, and
    // ln 0.001349898 / ln(108/118) − 1 = 73.6.
    let months: [[Bool]] =
      [Array(repeating: true, count: 9) + Array(repeating: false, count: 10)]
      + [Array(repeating: true, count: 19)]
      + Array(repeating: Array(repeating: true, count: 20), count: 4)
    let headline = headline(of: try SampleSeries.courses(months))
    #expect(
      headline.sentence
        == "100 % in June 2025 (20 of 20); a signal: 99 changes in a row without a miss, since "
        + "January 2025")
  }

  @Test func fewMonthsAndFewMissesAreSaidToBe() throws {
    #expect(
      try rates(steady(19, of: 20, 5)).sentence
        == "95.0 % in May 2025 (19 of 20); too few months to tell signal from noise")
    #expect(
      try rates(steady(20, of: 20, 11) + [(19, 20)]).sentence
        == "95.0 % in December 2025 (19 of 20); too few misses in the last 12 months to tell "
        + "signal from noise")
  }

  @Test func noDataIsNeverANumber() throws {
    let headline = try rates(steady(9, of: 10, 8) + [(0, 0)], target: target)
    #expect(headline.sentence == "no data in September 2025")
    #expect(headline.standing == .noData)
  }

  @Test func recordsLeftOutAreCounted() throws {
    for (number, words) in [(1, "one change left out"), (2, "two changes left out")] {
      let changes = (0..<number).map { SampleChange("C-\($0)", "Normal", .successful) }.map {
        var change = $0
        change.started = "2026-03-02T09:00Z"
        return change
      }
      let months = measureAll(
        try sampleRegister(changes), unreadable: [], asOf: at("2026-04-02T00:00Z"), kinds: [.month])
      let series = try #require(FigureSeries(FigureCatalogue.definitions[0], in: months))
      #expect(
        headline(of: series).text
          == "Change success rate: no data in March 2026, \(words)")
    }
  }

  @Test func theRunningMonthIsNotCompared() throws {
    let series = try SampleSeries.rates(
      steady(9, of: 10, 8) + [(0, 1)], target: target, running: true)
    #expect(
      headline(of: series, at: SampleSeries.month(8)).sentence
        == "missed so far in September 2025 (0 of 1, 0 %)")
    // Where no month is named it is the last that is over.
    #expect(headline(of: series).period == SampleSeries.month(7))
  }

  @Test func anEarlierMonthIsComparedWithThoseBeforeIt() throws {
    let series = try SampleSeries.rates(steady(90, of: 100, 11) + [(70, 100)])
    let headline = headline(of: series, at: SampleSeries.month(5))
    #expect(
      headline.sentence
        == "90.0 % in June 2025 (90 of 100); within the noise of the last 6 months")
  }

  @Test func durationsAndNumbersHaveSentences() throws {
    let short = sampleTarget(.meanTimeToDeploy, .below, .duration(7200), text: "<2 hours")
    let months: [[Int64]] = [[3600], [3700, 3500], [3600], [3800], [3400], [3600]]
    #expect(
      headline(of: try SampleSeries.durations(months, target: short)).text
        == "Mean time to deploy: met in June 2025 (1 h, mean of 1 change); within the noise of "
        + "the last 6 months")
    #expect(
      headline(of: try SampleSeries.durations(months + [[9000]])).sentence
        == "2 h 30 min in July 2025 (mean of 1 change); a signal: above the upper limit of "
        + "1 h 58 min")
    #expect(
      headline(of: try SampleSeries.counts([4, 5, 4, 6, 5, 1])).sentence
        == "1 deployment in June 2025 (0.3 a week); within the noise of the last 6 months")
  }

  @Test func monthsWithoutDataAreNotCountedAsCompared() throws {
    let counts = steady(90, of: 100, 3) + [(0, 0)] + steady(90, of: 100, 4)
    #expect(
      try rates(counts).sentence
        == "90.0 % in August 2025 (90 of 100); within the noise of the last 7 months with data")
  }

  @Test func marksAndDirectionsInANameDoNotReachTheText() throws {
    let named = Target(
      metric: "<b>Rate</b> \u{202E}\u{1B}[2J 🚀" + String(repeating: "x", count: 300),
      figure: .changeSuccessRate, comparison: .above, bound: .share(Ratio(1, 2)), text: ">50%",
      types: [], measurement: "", reference: target.reference)
    let text = try rates(steady(9, of: 10, 2), target: named).text
    #expect(text.hasPrefix("<b>Rate</b> \u{FFFD}\u{FFFD}[2J 🚀xxx"))
    #expect(text.hasSuffix("too few months to tell signal from noise"))
  }
}
