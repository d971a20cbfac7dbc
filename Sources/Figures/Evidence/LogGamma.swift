import Foundation

/// The natural logarithm of the gamma function, for x above 0.
///
/// Stirling's series (M. Abramowitz and I. A. Stegun, Handbook of mathematical functions, 1964,
/// 6.1.41) from x = 12 on, where five terms leave less than 10⁻¹⁵; smaller x are raised by
/// Γ(x + 1) = x·Γ(x). The function of the C library is not used, since it writes to a variable that
/// all threads share.
func logGamma(_ x: Double) -> Double {
  guard x > 0 else { return .infinity }
  var x = x
  var product = 1.0
  while x < 12 {
    product *= x
    x += 1
  }
  let inverse = 1 / x
  let square = inverse * inverse
  let series =
    inverse
    * (1.0 / 12 - square
      * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
}

/// ln C(n, k), for k from 0 to n.
func logChoose(_ n: Int, _ k: Int) -> Double {
  logGamma(Double(n) + 1) - logGamma(Double(k) + 1) - logGamma(Double(n - k) + 1)
}
