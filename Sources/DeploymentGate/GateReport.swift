import Calendar
import Chronology
import SourceText

/// The gate's answer, with all that its renderings say.
package struct GateReport: Sendable {
  package let subject: GateSubject
  package let state: Decision.State
  /// What was asked for; of no length for an instant.
  package let interval: Interval
  /// Never empty.
  package let because: [GateCause]
  /// When the calendar's answer for an instant changes next; nil where it does not, is not known,
  /// or does not decide.
  package let until: Instant?
  /// The next time by the calendar in which the change fits; nil where none is certain.
  package let next: Opening?
  /// When it may open before that, which nobody knows; nil where it does not.
  var perhaps: Instant?
  /// Of the times in the text.
  package let zone: Zone

  /// A time in which the change may run.
  package struct Opening: Sendable {
    package let interval: Interval
    /// The window that is open when it begins; nil where the change needs none.
    package let window: String?
  }

  /// Whether the calendar would be open, and the record is what closes it.
  var isClosedByRecordAlone: Bool {
    state == .closed && !because.contains { $0.kind.isOfCalendar }
  }

  /// No answer, whatever is asked.
  package static func unknown(
    _ subject: GateSubject, over interval: Interval, because: [GateCause], zone: Zone
  ) -> GateReport {
    GateReport(
      subject: subject, state: .unknown, interval: interval, because: because, until: nil,
      next: nil, zone: zone)
  }
}

extension GateCause.Kind {
  /// The calendar closes by it.
  var isOfCalendar: Bool {
    switch self {
    case .freeze, .tooLong, .outside: true
    default: false
    }
  }
}
