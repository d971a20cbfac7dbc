import Chronology
import Interchange

/// A component VEVENT of a feed.
struct CalendarEvent: Sendable {
  enum Status: String, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  enum Time: Sendable {
    /// An interval of no length is an instant.
    case once(Interval)
    case series(EventSeries)
  }

  let uid: String
  let summary: String
  /// The lines of its description.
  let description: [String]
  let categories: [String]
  let status: Status
  /// Where it is shown in full; nil where the site's address is not known.
  let address: String?
  let time: Time
  let revision: EventRevision
}

/// What tells a calendar program that an event is another than the last time: both from the data,
/// so that the same content gives the same feed.
package struct EventRevision: Sendable, Hashable {
  /// LAST-MODIFIED and DTSTAMP.
  let changed: Instant
  /// SEQUENCE: grows when the event changes, and stays otherwise.
  let sequence: Int

  init(changed: Instant, sequence: Int) {
    self.changed = changed
    self.sequence = sequence
  }

  /// - Parameters:
  ///   - edits: How often the record has been edited.
  ///   - changed: When it was edited last.
  package init(edits: Int, changed: Instant) {
    self.init(changed: changed, sequence: Self.recorded + edits)
  }

  /// The sequences of edits that are on record begin beyond those that are worked out without.
  static let recorded = 1_000_000

  /// The sequence of an event whose end has been settled, beyond every year.
  static let settled = 10_000
}

extension CalendarEvent {
  func write(to writer: inout ICalendarWriter) {
    writer.begin("VEVENT")
    writer.property("UID", text: uid)
    writer.write(revision)
    switch time {
    case .once(let interval): writer.write(interval)
    case .series(let series): series.write(to: &writer)
    }
    writer.property("SUMMARY", text: summary)
    if !description.isEmpty {
      writer.property("DESCRIPTION", text: description.joined(separator: "\n"))
    }
    if !categories.isEmpty { writer.property("CATEGORIES", texts: categories) }
    writer.endEvent(status, at: address)
  }
}

/// The properties that all events have alike.
extension ICalendarWriter {
  mutating func write(_ revision: EventRevision) {
    revision.changed.withICalendar { changed in
      property("DTSTAMP", plain: changed)
      property("LAST-MODIFIED", plain: changed)
    }
    property("SEQUENCE", number: revision.sequence)
  }

  mutating func write(_ interval: Interval) {
    interval.start.withICalendar { property("DTSTART", plain: $0) }
    if interval.seconds > 0 { interval.end.withICalendar { property("DTEND", plain: $0) } }
  }

  mutating func endEvent(_ status: CalendarEvent.Status, at address: String?) {
    property("STATUS", value: status.rawValue)
    // Nobody who subscribes is busy for the length of a window or a freeze.
    property("TRANSP", value: "TRANSPARENT")
    if let address { property("URL", value: address) }
    end()
  }
}
