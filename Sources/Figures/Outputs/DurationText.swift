import Chronology

/// A duration for people: `1 h 52 min`, `2 d 3 h`, `45 s`, its two largest units. What is left is cut
/// off, see `DurationText.describe`.
package func formatDuration(_ seconds: Double) -> String {
  DurationText.describe(seconds: Int64(clamped(seconds).rounded(.towardZero)))
}

/// The same with all units, `2 d 3 h 5 min 10 s`, for derivations and where the difference of two
/// durations is what matters; parts that are zero are left out, and fractions of a second are rounded
/// half up.
package func formatExactDuration(_ seconds: Double) -> String {
  let rounded = Int(clamped(seconds).rounded())
  let size = abs(rounded)
  let parts = [
    (size / 86_400, "d"), (size / 3600 % 24, "h"), (size / 60 % 60, "min"), (size % 60, "s"),
  ]
  let shown = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
  return shown.isEmpty ? "0 s" : (rounded < 0 ? "−" : "") + shown.joined(separator: " ")
}

/// Far beyond any date that can be written, and safely inside the range of Int.
private func clamped(_ seconds: Double) -> Double { min(1e15, max(-1e15, seconds)) }
