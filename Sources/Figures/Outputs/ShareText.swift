/// A rate for people: `96.4 %`, one decimal, rounded half up from the exact fraction.
///
/// `100 %` and `0 %` are only ever exact: what would round to them is `>99.9 %` and `<0.1 %`.
///
/// - Precondition: `n` is greater than zero, and `k` from 0 to `n`.
package func formatShare(_ k: Int, _ n: Int) -> String {
  precondition(n > 0 && k >= 0 && k <= n, "a share needs k of n with n above zero")
  return shareDigits(tenths: (k * 2000 + n) / (2 * n), isNone: k == 0, isAll: k == n) + " %"
}

/// A share between 0 and 1 by the same rules.
package func formatShare(_ share: Double) -> String { shareDigits(share) + " %" }

/// An interval of shares: `76.4–99.1 %`.
package func formatInterval(_ interval: WilsonInterval) -> String {
  "\(shareDigits(interval.low))–\(shareDigits(interval.high)) %"
}

/// A level of confidence: `95 %`, `99.9 %`.
package func formatLevel(_ level: Double) -> String {
  let digits = shareDigits(level)
  return (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) + " %"
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
