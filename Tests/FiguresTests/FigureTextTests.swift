import PolicyReading
import Testing

@testable import Figures

struct FigureTextTests {
  @Test(arguments: [
    (27, 28, "96.4 %"), (19, 20, "95.0 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"),
    (1, 1, "100 %"), (0, 5, "0 %"), (999, 1000, "99.9 %"), (9999, 10_000, ">99.9 %"),
    (1, 10_000, "<0.1 %"), (1, 1000, "0.1 %"), (1, 2000, "0.1 %"), (1, 2001, "<0.1 %"),
  ])
  func sharesNeverRoundToAllOrNothing(k: Int, n: Int, text: String) {
    #expect(formatShare(k, n) == text)
  }

  @Test(arguments: [
    (0.95, "95 %"), (0.999, "99.9 %"), (0.9, "90 %"), (0.9999, ">99.9 %"),
  ])
  func levelsHaveNoEmptyDecimals(level: Double, text: String) {
    #expect(formatLevel(level) == text)
  }

  @Test(arguments: [
    (0.0, "0 s"), (45, "45 s"), (5520, "1 h 32 min"), (7199.5, "2 h"), (7199, "1 h 59 min 59 s"),
    (90_061, "1 d 1 h 1 min 1 s"), (-60, "−1 min"),
  ])
  func durationsShowThePartsThatAreNotZero(seconds: Double, text: String) {
    #expect(formatDuration(seconds) == text)
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
