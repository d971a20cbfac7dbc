import PolicyReading
import Testing

@testable import Figures

struct FigureTextTests {
  @Test(arguments: [
    (27, 28, "96.4%"), (19, 20, "95.0%"), (1, 3, "33.3%"), (2, 3, "66.7%"),
    (1, 1, "100%"), (0, 5, "0%"), (999, 1000, "99.9%"), (9999, 10_000, ">99.9%"),
    (1, 10_000, "<0.1%"), (1, 1000, "0.1%"), (1, 2000, "0.1%"), (1, 2001, "<0.1%"),
  ])
  func sharesNeverRoundToAllOrNothing(k: Int, n: Int, text: String) {
    #expect(formatShare(k, n) == text)
  }

  @Test(arguments: [
    (0.95, "95%"), (0.999, "99.9%"), (0.9, "90%"), (0.9999, "99.99%"), (0.025, "2.5%"),
    (1e-12, "<0.000001%"), (1 - 1e-12, ">99.999999%"), (1.0, "100%"), (0.0, "0%"),
  ])
  func levelsHaveNoEmptyDecimals(level: Double, text: String) {
    #expect(formatLevel(level) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (45, "45 s"), (5520, "1 h 32 min"), (7199.5, "2 h"), (7199, "1 h 59 min 59 s"),
    (90_061, "1 d 1 h 1 min 1 s"), (-60, "−1 min"),
  ])
  func durationsShowThePartsThatAreNotZero(seconds: Double, text: String) {
    #expect(formatExactDuration(seconds) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (45, "45 s"), (5520, "1 h 32 min"), (7199.9, "1 h 59 min"), (90_061, "1 d 1 h"),
    (1e300, "11574074074 d 1 h"),
  ])
  func durationsInTextAreCutToTwoUnits(seconds: Double, text: String) {
    #expect(formatDuration(seconds) == text)
  }

  /// No value reads as its target without being it: a miss by a hair is seen to be one.
  @Test(arguments: [(1899, 2000, "94.95%"), (189_999, 200_000, "94.9995%"), (19, 20, "95.0%")])
  func sharesBesideTheirTargetAreToldFromIt(k: Int, n: Int, text: String) throws {
    let target = sampleTarget(
      .changeSuccessRate, .above, .share(Ratio(95, 100)), text: ">95%")
    let series = try SampleSeries.rates([(k, n)], target: target)
    #expect(series.points[0].figure.valueText == "\(text), \(k) of \(n)")
    #expect(series.points[0].figure.verdict == .missed)
  }

  @Test func timesBesideTheirTargetAreToldFromIt() throws {
    let target = sampleTarget(.meanTimeToDeploy, .atMost, .duration(7200), text: "≤2 hours")
    let series = try SampleSeries.durations([[7200], [7201], [7199]], target: target)
    #expect(
      series.points.map(\.figure.valueText) == [
        "2 h, mean of 1 change", "2 h 1 s, mean of 1 change", "1 h 59 min, mean of 1 change",
      ])
    #expect(series.points.map(\.figure.verdict) == [.met, .missed, .met])
  }

  @Test(arguments: [
    (Ratio(95, 100), "95%"), (Ratio(9995, 10_000), "99.95%"), (Ratio(1, 1), "100%"),
    (Ratio(0, 1), "0%"), (Ratio(2, 3), "2/3"),
  ])
  func targetsAreWrittenExactly(bound: Ratio, text: String) {
    let target = sampleTarget(.changeSuccessRate, .above, .share(bound), text: "")
    #expect(target.shortWords == "above \(text)")
  }

  @Test func definitionsAreCompleteAndDistinct() {
    let definitions = FigureCatalogue.definitions
    #expect(Set(definitions.map(\.key)).count == definitions.count)
    #expect(definitions.first?.slug == "change-success-rate")
    for definition in definitions {
      #expect(definition.slug.utf8.allSatisfy { $0 != UInt8(ascii: "_") })
      #expect(!definition.denominator.isEmpty && !definition.notCounted.isEmpty)
      if let name = definition.name { #expect(name.rawValue == definition.key) }
    }
  }

  @Test func everyFigureOfThePolicyIsComputed() {
    #expect(Set(FigureCatalogue.definitions.compactMap(\.name)) == Set(FigureName.allCases))
  }
}
