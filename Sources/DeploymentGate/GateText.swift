import Calendar
import Chronology
import Findings
import SourceText

/// The gate's answer for a person: the state, why, and when it opens or closes.
///
/// ```
/// closed  Normal, High risk, at 2026-12-24 03:00 UTC
///   because  Holiday freeze, Dec 20 - Jan 5: Emergency only        content/policy/p.md:331 (§8.2)
///   opens    2027-01-06 02:00 UTC, Low-traffic window, until 06:00
/// ```
package func renderGateText(_ report: GateReport, style: TextStyle = .plain) -> [UInt8] {
  let time = GateTime(zone: report.zone)
  var lines = [
    state(report.state, style)
      + "  \(report.subject.words.joined(separator: ", ")), at \(time.text(report.interval.start))"
  ]
  let causes = report.because.map { VisibleText.line($0.text) }
  let lengths = causes.map(\.unicodeScalars.count).filter { $0 <= longestAligned }
  let column = max(placeColumn, (lengths.max() ?? 0) + 2)
  for (index, cause) in report.because.enumerated() {
    let gap = max(2, column - causes[index].unicodeScalars.count)
    let place = place(of: cause).map { String(repeating: " ", count: gap) + $0 } ?? ""
    lines.append("  \(index == 0 ? "because" : "       ")  \(causes[index])\(place)")
  }
  switch report.state {
  case .open:
    if let until = report.until { lines.append("  closes   \(time.text(until))") }
  case .closed:
    if let opens = report.opens(time) { lines.append("  opens    \(opens)") }
  case .unknown: break
  }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

/// Where the places of causes begin at the earliest, counted from the causes' own column.
private let placeColumn = 54
/// Longer causes push their place to the right, and theirs alone.
private let longestAligned = 96

/// `content/policy/p.md:331 (§8.2)`
private func place(of cause: GateCause) -> String? {
  guard let place = cause.place else { return nil }
  let clause = cause.policy?.clause.map { " (§\(VisibleText.line($0)))" } ?? ""
  return "\(VisibleText.line(place.file.path)):\(place.start.line)\(clause)"
}

private func state(_ state: Decision.State, _ style: TextStyle) -> String {
  guard style == .coloured else { return state.rawValue }
  let colour =
    switch state {
    case .open: "1;32"
    case .closed: "1;31"
    case .unknown: "1;33"
    }
  return "\u{1B}[\(colour)m\(state.rawValue)\u{1B}[0m"
}

extension GateSubject {
  /// `Normal`, `High risk`, and whatever else was given of it.
  fileprivate var words: [String] {
    let systems = systems ?? []
    let places = (environments ?? []) + (regions ?? [])
    let parts: [String?] =
      [change, type, risk.map { "\($0) risk" }] + categories.map { $0 }
      + [
        systems.isEmpty ? nil : "on " + systems.joined(separator: " and "),
        places.isEmpty ? nil : "in " + places.joined(separator: " and "),
        incidents.isEmpty ? nil : "fixing " + incidents.joined(separator: " and "),
      ]
    let words = parts.compactMap { $0.map(VisibleText.line) }
    return words.isEmpty ? ["any change"] : words
  }
}

extension GateReport {
  /// When a closed gate opens; nil for a record that has ended.
  fileprivate func opens(_ time: GateTime) -> String? {
    if because.contains(where: { $0.kind == .ended }) { return nil }
    let needsApproval = because.contains { $0.kind == .approval }
    guard let next else {
      if let perhaps, !needsApproval {
        return "perhaps \(time.text(perhaps)), which is not known; for certain at no time"
      }
      if needsApproval && isClosedByRecordAlone { return "when it is approved" }
      // Windows are the same each week: what fits in none of them never does.
      return because.contains(where: { $0.kind == .freeze })
        ? "at a time that nobody can foretell" : "never by the windows that it may use"
    }
    let window = next.window.map { ", \(VisibleText.line($0)) window" } ?? ""
    let hasEnd = next.interval.end != .distantFuture
    let until =
      hasEnd ? ", until \(time.end(next.interval.end, of: next.interval.start))" : ""
    if needsApproval, next.interval.start == interval.start {
      return "when it is approved\(window)\(until)"
    }
    return (needsApproval ? "when it is approved, not before " : "")
      + time.text(next.interval.start) + window + until
      + (needsApproval
        ? "" : perhaps.map { "; perhaps \(time.text($0)), which is not known" } ?? "")
  }
}
