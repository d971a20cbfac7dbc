import Chronology
import PolicyReading

@testable import Figures

/// Series made of numbers alone.
enum SampleSeries {
  /// The month that many after January 2025.
  static func month(_ index: Int) -> Period {
    Period(.month, holding: (CivilDay(daysSinceEpoch: 20_089)).addingMonths(index), in: .utc)
  }

  static func definition(
    better: BetterSide? = .higher, subject: FigureSubject = .change
  ) -> FigureDefinition {
    FigureDefinition(
      key: "sample", title: "Sample rate", name: nil, numerator: "hits", denominator: "changes",
      notCounted: "nothing", formula: "k of n", subject: subject, better: better)
  }

  /// A month a pair of k and n, from January 2025; within a month the hits come first.
  static func rates(
    _ counts: [(k: Int, n: Int)], better: BetterSide? = .higher, target: Target? = nil,
    running: Bool = false
  ) throws -> FigureSeries {
    try make(
      better: better,
      counts.enumerated().map { index, count in
        .rate(
          rate(
            (0..<count.n).map { $0 < count.k }, in: month(index), better: better, target: target))
      }, running: running)
  }

  /// A month a list, each element a change in the order of time: whether it is in the numerator.
  static func courses(
    _ months: [[Bool]], better: BetterSide? = .higher
  ) throws -> FigureSeries {
    try make(
      better: better,
      months.enumerated().map { .rate(rate($1, in: month($0), better: better, target: nil)) })
  }

  /// A month a list of durations.
  static func durations(_ months: [[Int64]], target: Target? = nil) throws -> FigureSeries {
    try make(
      better: .lower,
      months.map { seconds in
        .duration(
          DurationFigure(
            definition: definition(better: .lower),
            counted: seconds.enumerated().map { MeasuredDuration(id: "C-\($0)", seconds: $1) },
            excluded: [], target: target))
      })
  }

  static func counts(_ months: [Int]) throws -> FigureSeries {
    try make(
      better: nil,
      months.map { number in
        .count(
          CountFigure(
            definition: definition(better: nil, subject: .deployment),
            countedIDs: (0..<number).map { "C-\($0)" }, excluded: [], days: 28))
      })
  }

  private static func rate(
    _ course: [Bool], in period: Period, better: BetterSide?, target: Target?
  ) -> RateFigure {
    RateFigure(
      definition: definition(better: better),
      counted: course.enumerated().map { index, isHit in
        CountedRecord(
          id: "C-\(10_000 + index)", at: period.interval.start + Int64(index), inNumerator: isHit)
      },
      excluded: [], unknown: UnknownOutcomes(), target: target,
      confidence: Confidence(level: 0.95))
  }

  private static func make(
    better: BetterSide?, _ figures: [Figure], running: Bool = false
  ) throws -> FigureSeries {
    let points = figures.enumerated().map { index, figure in
      FigureSeries.Point(
        period: month(index), isProvisional: running && index == figures.count - 1, figure: figure)
    }
    guard let series = FigureSeries(definition(better: better), points) else {
      throw SampleError.noFigure
    }
    return series
  }
}
