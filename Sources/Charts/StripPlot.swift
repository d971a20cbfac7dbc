import Chronology
import Markdown

/// Durations as points along a scale of time, in rows, each with its median and 90th percentile.
/// The scale is logarithmic where they are far apart.
package struct StripPlot: Chart {
  package struct Row: Sendable {
    package let name: String
    /// In seconds, in any order that is the same in each build.
    package let durations: [Int64]
    /// In seconds; nil where there is none.
    package let median: Double?
    /// The 90th percentile.
    package let p90: Double?
    package let href: String?

    package init(
      name: String, durations: [Int64], median: Double?, p90: Double?, href: String? = nil
    ) {
      self.name = name
      self.durations = durations
      self.median = median.flatMap { $0.isFinite ? $0 : nil }
      self.p90 = p90.flatMap { $0.isFinite ? $0 : nil }
      self.href = href
    }
  }

  let title: String
  let rows: [Row]
  /// In seconds; nil where the policy sets none.
  let target: Double?
  let targetWords: String

  package init(title: String, rows: [Row], target: Double? = nil, targetWords: String = "") {
    self.title = title
    self.rows = rows
    self.target = target.flatMap { $0.isFinite ? $0 : nil }
    self.targetWords = targetWords
  }

  package var isEmpty: Bool { rows.allSatisfy(\.durations.isEmpty) }

  package var summary: String {
    guard !isEmpty else { return "\(title): nothing was measured." }
    let scale = StripScale(self)
    let words = rows.map { row in
      "\(row.name): \(row.durations.count), median \(Self.words(row.median)), "
        + "90th percentile \(Self.words(row.p90))."
    }
    let target =
      target == nil || targetWords.isEmpty ? "" : " The dashed line is the \(targetWords)."
    return "\(title). \(words.joined(separator: " "))\(target)"
      + (scale.isLogarithmic ? " The scale is logarithmic." : "")
  }

  package var table: ChartTable {
    ChartTable(
      caption: title,
      columns: [
        .init("Which"), .init("Changes", isNumber: true), .init("Shortest", isNumber: true),
        .init("Median", isNumber: true), .init("90th percentile", isNumber: true),
        .init("Longest", isNumber: true),
      ],
      rows: rows.map { row in
        [
          .init(row.name), .init("\(row.durations.count)", href: row.href),
          .init(Self.words(row.durations.min().map(Double.init))), .init(Self.words(row.median)),
          .init(Self.words(row.p90)), .init(Self.words(row.durations.max().map(Double.init))),
        ]
      })
  }

  static func words(_ seconds: Double?) -> String {
    seconds.map { DurationText.describe(seconds: Int64(wholeNumber($0))) } ?? "–"
  }
}

/// From seconds to a place between two ends.
struct StripScale {
  let isLogarithmic: Bool
  /// Round durations on it, at most nine.
  let ticks: [Double]
  private let low: Double
  private let high: Double

  init(_ plot: StripPlot) {
    var values = plot.rows.flatMap { $0.durations.lazy.map { Double(max(0, $0)) } }
    if let target = plot.target { values.append(max(0, target)) }
    values += plot.rows.flatMap { [$0.median, $0.p90].compactMap(\.self) }
    let least = values.lazy.filter { $0 > 0 }.min() ?? 60
    let most = max(values.max() ?? 0, 60)
    isLogarithmic = most / max(least, 60) > 50
    guard isLogarithmic else {
      let axis = ValueAxis(over: [0, most], measure: .seconds)
      low = 0
      high = axis.high
      ticks = axis.ticks
      return
    }
    // Below a minute nothing is worth a decade of its own.
    let (low, high) = (max(least, 60), most * 1.15)
    let inside = Self.decades.filter { (low...high).contains($0) }
    (self.low, self.high) = (low, high)
    ticks = inside.count >= 2 ? inside : [low, most]
  }

  private static let decades: [Double] = [
    60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000, 31_536_000, 315_360_000,
  ]

  /// Inside the ends, whatever the value.
  func position(_ seconds: Double, from start: Double, to end: Double) -> Double {
    let share =
      isLogarithmic
      ? Self.logarithm(max(seconds, low) / low) / Self.logarithm(high / low)
      : (seconds - low) / (high - low)
    guard share.isFinite else { return start }
    return start + min(max(share, 0), 1) * (end - start)
  }

  /// The base-2 logarithm of a number that is at least 1, to a hundredth: by arithmetic that is the
  /// same on every machine.
  private static func logarithm(_ value: Double) -> Double {
    guard value > 1, value.isFinite else { return 0 }
    let exponent = Int(value.exponent)
    // log2(m) for 1 ≤ m < 2 by repeated squaring, sixteen binary places.
    var mantissa = value.significand
    var fraction = 0.0
    var place = 0.5
    for _ in 0..<16 {
      mantissa *= mantissa
      if mantissa >= 2 {
        fraction += place
        mantissa /= 2
      }
      place /= 2
    }
    return Double(exponent) + fraction
  }
}
