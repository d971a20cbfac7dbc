/// A number for people with at most one decimal, rounded half up: `3.2`, `14`, `0.5`. What would
/// round to nothing is `<0.1`.
///
/// - Precondition: `number` is finite and not negative.
package func formatNumber(_ number: Double) -> String {
  precondition(number >= 0 && number < 1e15, "a number for people is finite and not negative")
  let tenths = Int((number * 10).rounded())
  if tenths == 0 { return number > 0 ? "<0.1" : "0" }
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

/// A number with so many decimals, rounded half away from zero: `0.7778`.
///
/// - Precondition: `number` is finite, and `places` from 1 to 9.
func fixed(_ number: Double, places: Int = 4) -> String {
  precondition(number.isFinite && (1...9).contains(places), "a decimal has an end")
  var power: Int64 = 1
  for _ in 0..<places { power *= 10 }
  // Far beyond anything measured, and safely inside the range of Int64.
  let limit = Double(Int64.max / power / 2)
  let scaled = Int64((min(limit, max(-limit, number)) * Double(power)).rounded())
  let digits = "\(scaled.magnitude % power.magnitude)"
  let zeros = String(repeating: "0", count: places - digits.utf8.count)
  return "\(scaled < 0 ? "−" : "")\(scaled.magnitude / power.magnitude).\(zeros)\(digits)"
}

/// A number with the fewest decimals, from two on, that part it from one that it is not: `94.96` of
/// 95; with nine where they do not.
func decimals(of number: Double, apartFrom other: Double) -> String {
  let places = (2...9).first { fixed(number, places: $0) != fixed(other, places: $0) }
  return fixed(number, places: places ?? 9)
}
