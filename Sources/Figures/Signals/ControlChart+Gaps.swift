import Chronology
import Foundation

// Gaps between misses, where periods are too small for shares. If each change misses with the same
// chance p, the number of changes without a miss between two misses follows the geometric
// distribution. Limits from its tails, and not three of its standard deviations, since it is far
// from symmetric: F. C. Kaminsky, J. C. Benneyan, R. D. Davis and R. J. Burke, Statistical control
// charts based on a geometric distribution, Journal of Quality Technology 24 (1992);
// J. C. Benneyan, Number-between g-type statistical quality control charts for monitoring adverse
// events, Health Care Management Science 4 (2001).

extension ControlChart {
  /// Fewer misses than this say too little of how often they come.
  static let fewestMisses = 5
  /// The chance beyond an upper limit: that of a normal value more than three standard deviations
  /// above its mean.
  static let tail = 0.001_349_898

  /// Nil where there are too few misses.
  ///
  /// The centre is the median. There is no lower limit: with the chance p the very next change is
  /// a miss, so that one short gap proves nothing; many short ones in a row do.
  static func gaps(_ rates: [RatePoint], better: BetterSide?) -> ControlChart? {
    let course = MissCourse(rates, better: better)
    guard course.misses >= fewestMisses, course.misses < course.units else { return nil }
    let chance = Double(course.misses) / Double(course.units)
    let centre = max(0, log(0.5) / log(1 - chance) - 1)
    let upper = log(tail) / log(1 - chance) - 1
    let points = course.gaps.map { gap in
      Point(
        period: rates[gap.end].period, value: Double(gap.length), lower: 0, upper: upper,
        isOpen: gap.isOpen)
    }
    // Long gaps are good: they move the figure to its better side.
    let long: Signal.Direction = better == .higher ? .up : .down
    let short: Signal.Direction = better == .higher ? .down : .up
    var found: [(Int, Signal)] = []
    for (index, gap) in course.gaps.enumerated() where points[index].isOutside {
      let periods = rates[gap.start...gap.end].map(\.period)
      found.append((index, Signal(.longGap(gap.length), periods, long, better: better)))
    }
    // How long the open gap will be is not known yet.
    let closed = course.gaps.filter { !$0.isOpen }
    for run in runs(of: closed.map { Double($0.length) }, around: centre) {
      let (first, last) = (closed[run.indices.lowerBound], closed[run.indices.upperBound - 1])
      found.append(
        (
          run.indices.upperBound - 1,
          Signal(
            .runOfGaps(run.indices.count), rates[first.start...last.end].map(\.period),
            run.isAbove ? long : short, better: better)
        ))
    }
    return ControlChart(
      method: .gaps, points: points, centre: centre,
      signals: found.sorted { $0.0 < $1.0 }.map(\.1))
  }
}

/// The changes of some periods one after the other, by their instants, and the misses among them.
private struct MissCourse {
  /// A stretch without a miss after a miss.
  struct Gap {
    /// The index of the period of the miss before it.
    let start: Int
    /// The index of the period of the miss after it; of the last period where none came.
    let end: Int
    let length: Int
    /// No miss has come after it yet.
    let isOpen: Bool
  }

  private(set) var units = 0
  private(set) var misses = 0
  /// What came before the first miss is not among them: it is not known when it began.
  private(set) var gaps: [Gap] = []

  init(_ rates: [ControlChart.RatePoint], better: BetterSide?) {
    let missesAreRest = better == .higher
    var last: Int?
    var length = 0
    for (index, point) in rates.enumerated() {
      units += point.denominator
      let periodMisses = missesAreRest ? point.denominator - point.numerator : point.numerator
      misses += periodMisses
      if periodMisses == 0 {
        length += point.denominator
        continue
      }
      let stretches = Self.stretches(of: point.counted, missesAreRest: missesAreRest)
      for stretch in stretches.dropLast() {
        if let start = last {
          gaps.append(
            Gap(start: start, end: index, length: length + stretch, isOpen: false))
        }
        last = index
        length = 0
      }
      length = stretches.last ?? 0
    }
    if let last, length > 0 {
      gaps.append(Gap(start: last, end: rates.count - 1, length: length, isOpen: true))
    }
  }

  /// How many changes without a miss come before each miss of a period, in the order of time, and
  /// after the last one. Only the misses are sorted, and records are looked at where they lie: each
  /// of them is in the charts of many periods.
  ///
  /// - Parameter missesAreRest: Misses are what is not in the numerator.
  private static func stretches(of counted: [CountedRecord], missesAreRest: Bool) -> [Int] {
    counted.withUnsafeBufferPointer { records in
      func missed(_ index: Int) -> Int {
        missesAreRest ? records[index].whole - records[index].part : records[index].part
      }
      func isEarlier(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (records[a].at.secondsSinceEpoch, records[b].at.secondsSinceEpoch)
        return x == y ? records[a].id < records[b].id : x < y
      }
      var misses: [Int] = []
      for index in records.indices {
        for _ in 0..<max(0, missed(index)) { misses.append(index) }
      }
      misses.sort(by: isEarlier)
      let instants = misses.map { records[$0].at.secondsSinceEpoch }
      var stretches = [Int](repeating: 0, count: misses.count + 1)
      for index in records.indices {
        let hits = records[index].whole - missed(index)
        guard hits > 0 else { continue }
        let at = records[index].at.secondsSinceEpoch
        // The first miss that does not come before it; of a record that counts more than once, what
        // is no miss comes first.
        var (low, high) = (0, misses.count)
        while low < high {
          let middle = (low + high) / 2
          let isBefore =
            instants[middle] == at
            ? records[misses[middle]].id < records[index].id : instants[middle] < at
          if isBefore { low = middle + 1 } else { high = middle }
        }
        stretches[low] += hits
      }
      return stretches
    }
  }
}
