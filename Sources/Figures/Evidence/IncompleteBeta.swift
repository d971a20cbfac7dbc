import Foundation

/// The regularised incomplete beta function I_x(a, b), from which the tails of the binomial and of
/// Student's distribution follow. `x` from 0 to 1, `a` and `b` above 0.
///
/// The continued fraction of M. Abramowitz and I. A. Stegun, Handbook of mathematical functions,
/// 1964, 26.5.8, by the method of W. J. Lentz, Generating Bessel functions in Mie scattering
/// calculations using continued fractions, Applied Optics 15 (1976).
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  // The fraction converges fast below the mean; beyond it the other tail is taken.
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBetaBelowMean(1 - x, b, a) }
  return incompleteBetaBelowMean(x, a, b)
}

private func incompleteBetaBelowMean(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let front = exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  return min(1, max(0, front * betaFraction(x, a, b) / a))
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  let tiny = 1e-300
  func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
  var c = 1.0
  var d = 1 / away(1 - (a + b) * x / (a + 1))
  var value = d
  // Some √max(a, b) steps are enough; the bound is far beyond any number of records.
  for step in 1...100_000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    value *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    value *= d * c
    if abs(d * c - 1) < 1e-15 { break }
  }
  return value
}
