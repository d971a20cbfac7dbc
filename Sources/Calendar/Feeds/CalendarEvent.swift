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
struct EventRevision: Sendable, Hashable {
  /// LAST-MODIFIED and DTSTAMP.
  let changed: Instant
  /// SEQUENCE: grows when the event changes, and stays otherwise.
  let sequence: Int

  /// The sequence of an event whose end has been settled, beyond every year.
  static let settled = 10_000
}

extension CalendarEvent {
  func write(to writer: inout ICalendarWriter) {
    writer.begin("VEVENT")
    writer.property("UID", text: uid)
    writer.property("DTSTAMP", value: revision.changed.iCalendar)
    writer.property("LAST-MODIFIED", value: revision.changed.iCalendar)
    writer.property("SEQUENCE", value: "\(revision.sequence)")
    switch time {
    case .once(let interval):
      writer.property("DTSTART", value: interval.start.iCalendar)
      if interval.seconds > 0 { writer.property("DTEND", value: interval.end.iCalendar) }
    case .series(let series): series.write(to: &writer)
    }
    writer.property("SUMMARY", text: summary)
    if !description.isEmpty {
      writer.property("DESCRIPTION", text: description.joined(separator: "\n"))
    }
    if !categories.isEmpty { writer.property("CATEGORIES", texts: categories) }
    writer.property("STATUS", value: status.rawValue)
    // Nobody who subscribes is busy for the length of a window or a freeze.
    writer.property("TRANSP", value: "TRANSPARENT")
    if let address { writer.property("URL", value: address) }
    writer.end()
  }
}
