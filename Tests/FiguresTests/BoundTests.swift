import Chronology
import Foundation
import PolicyReading
import Records
import Testing

@testable import Figures

/// Verdicts at the bounds of what can be asked: no change, one and two of them, targets that nothing or
/// everything meets, and the least and the highest confidence that the settings take.
struct BoundTests {
  private static let comparisons: [Target.Comparison] = [.above, .atLeast, .below, .atMost]

  private func rate(
    _ k: Int, of n: Int, unknown: Int, _ comparison: Target.Comparison, _ bound: Ratio,
    level: Double
  ) -> RateFigure {
    var outcomes = UnknownOutcomes()
    for _ in 0..<unknown { outcomes.add(.either) }
    return RateFigure(
      definition: SampleSeries.definition(),
      counted: (0..<n).map { number in
        CountedRecord(
          id: "C-\(100 + number)", at: at("2026-03-02T09:00Z") + Int64(number),
          inNumerator: number < k)
      }, excluded: [], unknown: outcomes,
      target: sampleTarget(.changeSuccessRate, comparison, .share(bound), text: "target"),
      confidence: Confidence(level: level))
  }

  /// Against tails that are summed plainly.
  @Test(arguments: [0.5, 0.95, 0.9999])
  func evidenceIsWhatThePlainTailsSay(level: Double) {
    for bound in [Ratio(0, 1), Ratio(1, 1), Ratio(9995, 10_000), Ratio(95, 100), Ratio(2, 100)] {
      for comparison in Self.comparisons {
        for n in [0, 1, 2, 3, 8, 40] {
          for k in 0...n {
            for unknown in [0, 1, 3] {
              let figure = rate(k, of: n, unknown: unknown, comparison, bound, level: level)
              check(figure, k, n, unknown, comparison, bound, level)
            }
          }
        }
      }
    }
  }

  private func check(
    _ figure: RateFigure, _ k: Int, _ n: Int, _ unknown: Int, _ comparison: Target.Comparison,
    _ bound: Ratio, _ level: Double
  ) {
    let what: Comment = "\(k) of \(n), \(unknown) unknown, \(comparison) \(bound), \(level)"
    guard n > 0 else {
      #expect(figure.verdict == .noData && figure.evidence == nil, what)
      #expect(figure.evidenceWords == nil && figure.shareText == nil, what)
      return
    }
    func isMet(_ k: Int, _ n: Int) -> Bool {
      let (left, right) = (k * bound.denominator, bound.numerator * n)
      switch comparison {
      case .above: return left > right
      case .atLeast: return left >= right
      case .below: return left < right
      case .atMost: return left <= right
      }
    }
    let met = isMet(k, n)
    let isFloor = comparison == .above || comparison == .atLeast
    func isClear(_ k: Int, _ n: Int) -> Bool {
      isMet(k, n) == met
        && PlainTails.midP(k, of: n, chance: bound.value, up: met == isFloor)
          < (1 - level) / 2 * (1 - 1e-9)
    }
    #expect(figure.verdict == (met ? .met : .missed), what)
    let wanted: EvidenceVerdict =
      !isClear(k, n)
      ? .tooFew
      : isClear(k, n + unknown) && isClear(k + unknown, n + unknown) ? .clear : .unknownOutcomes
    #expect(figure.evidence == wanted, what)
    let words = figure.evidenceWords ?? ""
    #expect(!words.isEmpty && !words.contains("nan") && !words.contains("inf"), what)
  }

  /// What a sentence says would settle it does, and one less does not.
  @Test(arguments: [Ratio(95, 100), Ratio(9995, 10_000), Ratio(1, 2)])
  func whatWouldSettleItDoes(bound: Ratio) throws {
    for level in [0.5, 0.95, 0.9999] {
      for comparison in Self.comparisons {
        let target = ShareTarget(
          comparison: comparison, bound: bound, confidence: Confidence(level: level))
        let isFloor = comparison == .above || comparison == .atLeast
        let least = try #require(target.leastToJudge)
        #expect(target.isClearlyMet(isFloor ? least : 0, of: least))
        #expect(least == 1 || !target.isClearlyMet(isFloor ? least - 1 : 0, of: least - 1))
        let edge = try #require(target.clearlyMet(of: least + 20))
        #expect(target.isClearlyMet(edge, of: least + 20))
        #expect(!target.isClearlyMet(isFloor ? edge - 1 : edge + 1, of: least + 20))
      }
    }
  }

  /// Nothing shows that all changes ever will succeed, and nothing is below none.
  @Test func targetsThatNothingShowsAreSaidToBe() {
    for (comparison, bound) in [(Target.Comparison.atLeast, Ratio(1, 1)), (.atMost, Ratio(0, 1))] {
      let all = rate(
        bound.numerator * 40, of: 40, unknown: 0, comparison, bound, level: 0.95)
      #expect(all.verdict == .met && all.evidence == .tooFew)
      #expect(
        all.distanceWords == "no number of changes can show that this target is met")
      // One miss shows that it is not.
      let missed = rate(
        bound.numerator == 1 ? 39 : 1, of: 40, unknown: 0, comparison, bound, level: 0.95)
      #expect(missed.verdict == .missed && missed.evidence == .clear)
    }
  }

  /// Every kind of month of few changes has a paragraph in which nothing is computed of nothing.
  @Test(arguments: [0, 1, 2])
  func fewChangesHaveParagraphs(n: Int) throws {
    for outcome in [Outcome?.none, .successful, .failed] {
      for bound in [Ratio(0, 1), Ratio(1, 1), Ratio(9995, 10_000)] {
        for comparison in Self.comparisons {
          let policy = samplePolicy([
            sampleTarget(.changeSuccessRate, comparison, .share(bound), text: "x")
          ])
          let changes = (0..<n).map { number in
            var change = SampleChange.deployed("C-\(number)", "2026-03-02T09:00Z")
            change.outcome = outcome
            return change
          }
          let register = try sampleRegister(changes, policies: [policy])
          let index = FiguresIndex(register, unreadable: [], asOf: at("2026-05-15T00:00Z"))
          let march = try #require(Period(.month, labelled: "2026-03", in: .utc))
          let text = verdictParagraph(of: index.measure(march), in: index.measureAll(.month))
          let words = text.lowercased().split { !$0.isLetter }
          #expect(!words.contains("nan") && !words.contains("inf"))
          #expect(text.contains("no data") == (n == 0 || outcome == nil), "\(text)")
        }
      }
    }
  }
}
