import PolicyReading

/// A rate for people: `96.4%`, one decimal, rounded half up from the exact fraction.
///
/// `100%` and `0%` are only ever exact: what would round to them is `>99.9%` and `<0.1%`.
///
/// - Precondition: `n` is greater than zero, and `k` from 0 to `n`.
package func formatShare(_ k: Int, _ n: Int) -> String {
  precondition(n > 0 && k >= 0 && k <= n, "a share needs k of n with n above zero")
  return shareDigits(tenths: (k * 2000 + n) / (2 * n), isNone: k == 0, isAll: k == n) + "%"
}

/// A share between 0 and 1 by the same rules.
package func formatShare(_ share: Double) -> String { shareDigits(share) + "%" }

/// An interval of shares: `76.4–99.1%`.
package func formatInterval(_ interval: WilsonInterval) -> String {
  "\(shareDigits(interval.low))–\(shareDigits(interval.high))%"
}

/// A level of confidence, to a millionth of a per cent: `95%`, `99.99%`, `2.5%`.
package func formatLevel(_ level: Double) -> String {
  var digits = Substring(fixed(min(1, max(0, level)) * 100, places: 6))
  while digits.hasSuffix("0") { digits = digits.dropLast() }
  if digits.hasSuffix(".") { digits = digits.dropLast() }
  if digits == "100", level < 1 { return ">99.999999%" }
  if digits == "0", level > 0 { return "<0.000001%" }
  return digits + "%"
}

/// The share of a target, exactly: `95%`, `99.95%`, `2/3`.
func formatBound(_ bound: Ratio) -> String {
  bound.percent ?? "\(bound.numerator)/\(bound.denominator)"
}

private func shareDigits(_ share: Double) -> String {
  let share = min(1, max(0, share))
  return shareDigits(
    tenths: Int((share * 1000).rounded()), isNone: share == 0, isAll: share == 1)
}

/// `tenths` are tenths of a per cent.
private func shareDigits(tenths: Int, isNone: Bool, isAll: Bool) -> String {
  if isNone { return "0" }
  if isAll { return "100" }
  if tenths >= 1000 { return ">99.9" }
  if tenths <= 0 { return "<0.1" }
  return "\(tenths / 10).\(tenths % 10)"
}
