import Calendar
import Chronology
import Findings
import Interchange
import PolicyReading
import Records
import SourceText

/// A window while it is open, or a freeze while it holds.
package struct CalendarRow: Sendable {
  package enum Kind: String, Sendable {
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

  /// Nil where nobody has said when it ends.
  private var end: Instant? { interval.end == .distantFuture ? nil : interval.end }

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
  package static let columns = [
    "kind", "name", "start", "end", "seconds", "zone", "purpose", "allowed", "systems", "incident",
    "file", "line", "clause",
  ]

  /// The fields under `columns`. Instants are RFC 3339 in UTC; what has no end leaves it empty.
  package func write(to writer: inout CSVWriter) {
    writer.text(kind.rawValue)
    writer.text(name)
    writer.instant(interval.start)
    writer.instant(end)
    writer.number(end.map { $0 - interval.start })
    writer.text(zone)
    writer.text(purpose)
    writer.text(allowed)
    writer.beginTexts()
    for system in systems { writer.add(system, after: "; ") }
    writer.endTexts()
    writer.text(incident)
    writer.text(place.file.path)
    writer.number(place.start.line)
    // With its sign: a reader would take `8.10` for a number and lose its last digit.
    writer.text(clause.map { "§\($0)" })
  }

  package func write(to writer: inout JSONWriter) {
    writer.member("allowed", allowed)
    writer.member("clause", clause)
    writer.member("end", end)
    writer.member("file", place.file.path)
    writer.member("incident", incident)
    writer.member("kind", kind.rawValue)
    writer.member("line", place.start.line)
    writer.member("name", name)
    writer.member("purpose", purpose)
    writer.member("seconds", end.map { $0 - interval.start })
    writer.member("start", interval.start)
    writer.array("systems", systems)
    writer.member("zone", zone)
  }
}
