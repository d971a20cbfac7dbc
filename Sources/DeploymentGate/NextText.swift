import Chronology
import Findings
import Records
import SourceText

/// The next slots for a person.
///
/// ```
/// CHG-2026-0042 Rotate certificates, 2 h: next from 2026-12-01 02:00 UTC
///   1  2026-12-01 02:00 UTC, until 06:00    Low-traffic window
///   not earlier
///      2026-11-21 02:00 UTC, until 06:00    before 2026-11-25 00:00 UTC, the lead time: 5 days
///   first  2 technical reviewers are missing
/// ```
package func renderNextText(_ next: NextSlots) -> [UInt8] {
  let time = GateTime(zone: next.zone)
  let title = next.change.title.map { " \($0.value)" } ?? ""
  let length = next.seconds > 0 ? ", \(DurationText.describe(seconds: next.seconds))" : ""
  let subject = VisibleText.line("\(next.change.id)\(title)\(length)")
  var lines: [String] = []
  if let first = next.slots.first {
    lines.append("\(subject): next at \(time.text(first.interval.start))")
  } else {
    lines.append("\(subject): \(next.isUnknown ? "it cannot be told" : "no slot")")
  }
  for (index, slot) in next.slots.enumerated() {
    lines.append(
      line("\(index + 1)", slot.interval, time, slot.window.map { "\($0) window" }))
  }
  if !next.earlier.isEmpty { lines.append("  not earlier") }
  for one in next.earlier {
    lines.append(line("", one.interval, time, one.reasons.joined(separator: "; ")))
  }
  for (index, cause) in next.obstacles.enumerated() {
    let place = cause.place.map { "  \($0.file.path):\($0.start.line)" } ?? ""
    lines.append(
      "  \(index == 0 ? "because" : "       ")  " + VisibleText.line(cause.text + place))
  }
  for cause in next.needs { lines.append("  first  " + VisibleText.line(cause.text)) }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

private func line(_ number: String, _ interval: Interval, _ time: GateTime, _ words: String?)
  -> String
{
  let until =
    interval.end == .distantFuture ? "" : ", until \(time.end(interval.end, of: interval.start))"
  let when = time.text(interval.start) + until
  let gap = String(repeating: " ", count: max(2, 46 - when.unicodeScalars.count))
  let tail = words.map { gap + VisibleText.line($0) } ?? ""
  return "  \(number.isEmpty ? " " : number)  \(when)\(tail)"
}
