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

  @Test func aMissedTargetNeedNotBeAShift() throws {
    let counts = [(8, 9), (9, 9), (7, 8), (9, 10), (8, 9), (9, 9), (8, 8), (9, 10), (9, 10)]
    let headline = try rates(counts, target: target)
    #expect(
      headline.text
        == "Change success rate: missed in September 2025 (9 of 10, 90.0%), inconclusive (too few "
        + "changes); no shift against the eight months before")
    #expect(headline.text == "Change success rate: \(headline.sentence)")
    #expect(headline.standing == .noise)
    #expect(headline.signals.isEmpty)
  }

  @Test func aMonthThatDiffersIsASignal() throws {
    let headline = try rates(steady(90, of: 100, 11) + [(60, 100)], target: target)
    #expect(
      headline.sentence
        == "missed in December 2025 (60 of 100, 60.0%); a shift, worse: 60 of 100 in December 2025, "
        + "against 990 of 1100 in the eleven months before")
    #expect(headline.standing == .worse)
  }

  @Test func monthsThatDifferTogetherAreASignal() throws {
    let headline = try rates(steady(95, of: 100, 12) + steady(88, of: 100, 3))
    #expect(headline.standing == .worse)
    #expect(
      headline.sentence
        == "88.0% in March 2026 (88 of 100); a shift, worse: 264 of 300 from January 2026 to March "
        + "2026, against 1140 of 1200 in the twelve months before")
  }

  @Test func aSignalThatIsOverIsNoNews() throws {
    let counts = steady(90, of: 100, 5) + [(60, 100)] + steady(90, of: 100, 13)
    #expect(try rates(counts).standing == .noise)
  }

  @Test func littleHistoryIsSaidToBe() throws {
    #expect(
      try rates(steady(19, of: 20, 3)).sentence
        == "95.0% in March 2025 (19 of 20); not enough history to call a trend")
    #expect(
      try rates(steady(19, of: 20, 4)).sentence
        == "95.0% in April 2025 (19 of 20); no shift against the three months before")
  }

  @Test func noDataIsNeverANumber() throws {
    let headline = try rates(steady(9, of: 10, 8) + [(0, 0)], target: target)
    #expect(headline.sentence == "no data in September 2025")
    #expect(headline.standing == .noData)
  }

  @Test func recordsLeftOutAreCounted() throws {
    for (number, words) in [(1, "one change excluded"), (2, "two changes excluded")] {
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
        == "missed so far in September 2025 (0 of 1, 0%), inconclusive (too few changes)")
    // Where no month is named it is the last that is over.
    #expect(headline(of: series).period == SampleSeries.month(7))
  }

  @Test func anEarlierMonthIsComparedWithThoseBeforeIt() throws {
    let series = try SampleSeries.rates(steady(90, of: 100, 11) + [(60, 100)])
    let headline = headline(of: series, at: SampleSeries.month(5))
    #expect(
      headline.sentence
        == "90.0% in June 2025 (90 of 100); no shift against the five months before")
  }

  @Test func durationsAndNumbersHaveSentences() throws {
    let short = sampleTarget(.meanTimeToDeploy, .below, .duration(7200), text: "<2 hours")
    let months: [[Int64]] = [
      [3600, 3700], [3700, 3500], [3600], [3800, 2900], [3400, 4000], [3600],
    ]
    #expect(
      headline(of: try SampleSeries.durations(months, target: short)).text
        == "Mean time to deploy: met in June 2025 (1 h, mean of 1 change); no shift against the "
        + "five months before")
    #expect(
      headline(of: try SampleSeries.durations(months + [[36_000, 40_000]])).sentence
        == "10 h 33 min in July 2025 (mean of 2 changes); a shift, worse: 10 h 32 min as the "
        + "geometric mean of 2 in July 2025, against 59 min 28 s as the geometric mean of 10 in the "
        + "six months before")
    #expect(
      headline(of: try SampleSeries.counts([4, 5, 4, 6, 5, 3])).sentence
        == "3 deployments in June 2025 (0.8 a week); no shift against the five months before")
  }

  @Test func monthsWithoutDataAreNotCountedAsCompared() throws {
    let counts = steady(90, of: 100, 3) + [(0, 0)] + steady(90, of: 100, 4)
    #expect(
      try rates(counts).sentence
        == "90.0% in August 2025 (90 of 100); no shift against the six months before")
  }

  @Test func marksAndDirectionsInANameDoNotReachTheText() throws {
    let named = Target(
      metric: "<b>Rate</b> \u{202E}\u{1B}[2J 🚀" + String(repeating: "x", count: 300),
      figure: .changeSuccessRate, comparison: .above, bound: .share(Ratio(1, 2)), text: ">50%",
      types: [], measurement: "", reference: target.reference)
    let text = try rates(steady(9, of: 10, 2), target: named).text
    #expect(text.hasPrefix("<b>Rate</b> \u{FFFD}\u{FFFD}[2J 🚀xxx"))
    #expect(text.hasSuffix("not enough history to call a trend"))
  }
}
