import Calendar
import Chronology
import Findings
import Records
import SourceText

/// The gate's answers for changes that are planned and have not begun, each over its planned time.
package struct PlannedAnswers: Sendable {
  /// By the path of the record.
  private let reports: [String: GateReport]

  package static let none = PlannedAnswers(reports: [:])

  private init(reports: [String: GateReport]) { self.reports = reports }

  package init(_ gate: RegisterGate, asOf: Instant, jobs: Jobs = .one) {
    let planned = gate.register.changes.filter { $0.awaitsItsPlan(asOf: asOf) }
    let answers = jobs.map(planned) { change in
      change.scheduled.map { gate.ask(change, over: $0.value, asOf: asOf) }
    }
    reports = Dictionary(
      zip(planned, answers).compactMap { change, report in
        report.map { (change.file.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil for a change that is not planned, has begun, or whose planned time is over.
  package subscript(_ change: Change) -> GateReport? { reports[change.file.path] }
}

extension Change {
  /// Planned to end later, not begun and not called off.
  fileprivate func awaitsItsPlan(asOf: Instant) -> Bool {
    guard let planned = scheduled?.value, asOf < planned.end else { return false }
    return !hasStarted && outcome == nil && closed == nil
  }
}

extension GateReport {
  /// What the answer for a planned change amounts to.
  package enum Standing: String, Sendable, Hashable {
    case open
    /// Only an approval is missing.
    case notApproved = "not approved"
    case blocked, unknown
  }

  package var standing: Standing {
    switch state {
    case .open: .open
    case .closed: isClosedByRecordAlone ? .notApproved : .blocked
    case .unknown: .unknown
    }
  }

  /// The same with its first reason: `blocked: Holiday freeze, Dec 20 - Jan 5: Emergency only`. What
  /// else there is to say is counted.
  package var brief: String {
    guard standing != .open else { return "open at its planned time" }
    let causes = because.filter { $0.kind != .waived }
    let reason = causes.first { standing != .blocked || $0.kind.isOfCalendar } ?? because.first
    let more = causes.count > 1 ? " (and \(causes.count - 1) more)" : ""
    return standing.rawValue + (reason.map { ": \(VisibleText.line($0.text))\(more)" } ?? "")
  }
}
