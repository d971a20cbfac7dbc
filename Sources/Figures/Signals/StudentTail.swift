/// Student's distribution with any number of degrees of freedom above 0: P(T ≥ t) for t from 0 on.
/// M. Abramowitz and I. A. Stegun, Handbook of mathematical functions, 1964, 26.7.1.
func studentTail(_ t: Double, degrees: Double) -> Double {
  guard t > 0, degrees > 0 else { return 0.5 }
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
}
