import Foundation

/// How likely so many hits among the recent ones are, where hits fell on recent and earlier ones
/// alike: R. A. Fisher, The design of experiments, 1935. Exact, whatever the numbers are.
struct HypergeometricTail: Sendable {
  /// P(X ≤ k) and P(X ≥ k) of hits among the recent.
  let lower: Double
  let upper: Double

  /// Nil where one side is empty, or for what is no k of n.
  init?(recent k: Int, of n: Int, before hits: Int, of units: Int) {
    guard n > 0, units > 0, (0...n).contains(k), (0...units).contains(hits) else { return nil }
    let drawn = Draw(all: n + units, hits: k + hits, drawn: n)
    lower = min(1, drawn.sum(from: k, step: -1))
    upper = min(1, drawn.sum(from: k, step: 1))
  }
}

/// A draw without putting back.
private struct Draw {
  let all: Int
  let hits: Int
  let drawn: Int

  private var range: ClosedRange<Int> { max(0, drawn + hits - all)...min(hits, drawn) }

  private func chance(_ k: Int) -> Double {
    exp(logChoose(hits, k) + logChoose(all - hits, drawn - k) - logChoose(all, drawn))
  }

  /// The chances from k on, downwards or upwards. Terms are had from their neighbours; away from the
  /// middle they fall so fast that only some √n of them matter.
  func sum(from k: Int, step: Int) -> Double {
    var term = chance(k)
    var total = term
    var at = k
    while range.contains(at + step) {
      let (x, others) = (Double(at), Double(all - hits - drawn + at))
      term *=
        step > 0
        ? (Double(hits) - x) * (Double(drawn) - x) / ((x + 1) * (others + 1))
        : x * others / ((Double(hits) - x + 1) * (Double(drawn) - x + 1))
      at += step
      let isFalling =
        step > 0
        ? Double(at) * Double(all) > Double(hits) * Double(drawn)
        : Double(at) * Double(all) < Double(hits) * Double(drawn)
      total += term
      if isFalling, term < total * 1e-17 { break }
    }
    return total
  }
}
