/// A duration for people: `1 h 52 min`, `2 d 3 h`, `45 s`; parts that are zero are left out, and
/// fractions of a second are rounded half up.
package func formatDuration(_ seconds: Double) -> String {
  // Far beyond any date that can be written, and safely inside the range of Int.
  let limit = 1e15
  let rounded = Int(min(limit, max(-limit, seconds)).rounded())
  let size = abs(rounded)
  let parts = [
    (size / 86_400, "d"), (size / 3600 % 24, "h"), (size / 60 % 60, "min"), (size % 60, "s"),
  ]
  let shown = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
  return shown.isEmpty ? "0 s" : (rounded < 0 ? "−" : "") + shown.joined(separator: " ")
}
