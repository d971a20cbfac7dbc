import Calendar
import Chronology
import Findings
import Interchange
import PolicyReading
import Records
import SourceText

/// A window while it is open, or a freeze while it holds.
package struct CalendarRow: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case window, freeze
  }

  package let kind: Kind
  let name: String
  let interval: Interval
  /// The zone of the window's or the policy's times.
  let zone: String
  /// What the window is for; nil for a freeze.
  let purpose: String?
  /// What may pass the freeze; nil for a window.
  let allowed: String?
  /// Empty for all.
  let systems: [String]
  /// The incident that caused the freeze.
  let incident: String?
  /// Where it is stated.
  let place: Place
  /// The clause of the policy that it rests on.
  let clause: String?

  /// From the day a year before an instant to the day a year after it.
  package static func usualSpan(around instant: Instant, in zone: Zone) -> Interval {
    let today = zone.wallTime(at: instant).day
    return Interval(
      start: zone.start(of: today.adding(days: -365)), end: zone.start(of: today.adding(days: 366)))
  }

  /// The openings of windows that meet a span, whole, by start; a window that never closes is as
  /// long as the span.
  package static func windows(of book: CalendarBook, in span: Interval) -> [CalendarRow] {
    book.windowOpenings(in: span).map { opening in
      let window = opening.window
      return CalendarRow(
        kind: .window, name: window.name, interval: opening.interval, zone: window.zone.name,
        purpose: window.row.appliesTo ?? window.row.purpose, allowed: nil, systems: [],
        incident: nil, place: window.row.reference.place, clause: window.row.reference.clause)
    }
  }

  /// The freezes that meet a span, whole, by start.
  package static func freezes(of book: CalendarBook, in span: Interval) -> [CalendarRow] {
    book.freezeOccurrences(in: span).map { occurrence in
      let freeze = occurrence.freeze
      return CalendarRow(
        kind: .freeze, name: freeze.name, interval: occurrence.interval,
        zone: book.inForce(at: occurrence.interval.start).zone.name, purpose: nil,
        allowed: freeze.allowedText, systems: freeze.systems, incident: freeze.incident?.id,
        place: freeze.place, clause: freeze.reference?.clause)
    }
  }
}

extension CalendarRow {
  package static let fields = DataFields<CalendarRow> {
    DataField("kind", .oneOf) { $0.kind }
    DataField("name", .text) { $0.name }
    DataField("start", .instant) { $0.interval.start }
    DataField("end", .optional(.instant)) { $0.interval.knownEnd }
    DataField("seconds", .optional(.integer)) { row in
      row.interval.knownEnd.map { $0 - row.interval.start }
    }
    DataField("zone", .text) { $0.zone }
    DataField("purpose", .optionalText) { $0.purpose }
    DataField("allowed", .optionalText) { $0.allowed }
    DataField("systems", .names) { $0.systems }
    DataField("incident", .optionalText) { $0.incident }
    DataField("file", .text) { $0.place.file.path }
    DataField("line", .integer) { $0.place.start.line }
    DataField.member("clause", .optionalText) { $0.clause }
    // With its sign: a reader of tables would take `8.10` for a number and lose its last digit.
    DataField.column("clause", .optionalText) { $0.clause.map { "§\($0)" } }
  }
}
