/// A coordinate with at most one decimal place, the same on every machine. What is not a number is
/// 0, and what no drawing holds is brought to its edge: a chart is never broken by a value.
package func svgNumber(_ value: Double) -> String {
  let edge = 100_000.0
  let inside = value.isNaN ? 0 : min(edge, max(-edge, value))
  let tenths = Int((inside * 10).rounded())
  let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}

/// A value as a whole number, without a trap for one that none holds.
func wholeNumber(_ value: Double) -> Int {
  let edge = 1e15
  return value.isNaN ? 0 : Int(min(edge, max(-edge, value)).rounded())
}
