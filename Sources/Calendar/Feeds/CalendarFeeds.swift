import Chronology
import Configuration
import Interchange
import Records
import SourceText

// A feed:
//  1. the span of years is taken from the records, the policy and the horizon;
//  2. windows and freezes become series and single events, changes become single events;
//  3. the zones that series name are described;
//  4. everything is written, in the order of the policy's tables and of the records' ids.

/// What the gate answers for a planned change, in words; nil for one that it was not asked about.
package typealias FeedAnswer = @Sendable (Change) -> String?

/// When a change's record was edited last, and how often; nil where that is not known.
package typealias FeedHistory = @Sendable (Change) -> EventRevision?

/// The iCalendar feeds of a register.
///
/// Of the clock they take the year, and what of the records has come to pass by `asOf`: else the same
/// content gives the same bytes.
package struct CalendarFeeds: Sendable {
  private let title: String
  private let book: CalendarBook
  private let span: FeedSpan
  /// By the system's key: indices of the register's changes, in order.
  private let changesOfSystems: [String: [Int]]
  /// Most changes stand in three feeds, and are written once.
  private let changeEvents: WrittenChanges
  /// Every system has those that hold for it: for all systems, or for those with one of the keys.
  private let freezeEvents: [(systems: [String], event: CalendarEvent)]

  /// - Parameters:
  ///   - answer: What the gate answers for a planned change.
  ///   - history: How a record has changed.
  package init(
    _ register: Register, asOf: Instant, addresses: FeedAddresses = .unknown,
    answer: @escaping FeedAnswer = { _ in nil }, history: @escaping FeedHistory = { _ in nil }
  ) {
    title = register.settings.title
    book = CalendarBook(register)
    span = FeedSpan(register, asOf: asOf)
    changeEvents = WrittenChanges(
      ChangeEvents(
        register, asOf: asOf, addresses: addresses, answer: answer, history: history))
    var changesOfSystems: [String: [Int]] = [:]
    var keys = FeedSystemKeys()
    for (index, change) in register.changes.enumerated() {
      for system in change.systems {
        let key = keys.key(of: system.value)
        // A record may write one system in two ways.
        if changesOfSystems[key]?.last == index { continue }
        changesOfSystems[key, default: []].append(index)
      }
    }
    self.changesOfSystems = changesOfSystems
    freezeEvents = FreezeEvents(book, span: span, addresses: addresses).events.map {
      freeze, event in
      (freeze.systems.map { keys.key(of: $0) }, event)
    }
  }

  /// Windows, freezes and changes.
  package func everything() -> [UInt8] {
    render("calendar", WindowEvents(book, span: span).events + freezeEvents.map(\.event)) {
      $0.append(changeEvents.all[...])
    }
  }

  package func windows() -> [UInt8] {
    render("windows", WindowEvents(book, span: span).events) { _ in }
  }

  package func freezes() -> [UInt8] { render("freezes", freezeEvents.map(\.event)) { _ in } }

  package func changes() -> [UInt8] { render("changes", []) { $0.append(changeEvents.all[...]) } }

  /// The changes that touch a system and the freezes that hold for it.
  package func system(_ system: FeedSystem) -> [UInt8] {
    let freezes = freezeEvents.filter { $0.systems.isEmpty || $0.systems.contains(system.key) }
    return render(system.name, freezes.map(\.event)) { writer in
      for index in changesOfSystems[system.key] ?? [] { writer.append(changeEvents[index]) }
    }
  }

  private func render(
    _ subject: String, _ events: [CalendarEvent],
    changes: (inout ICalendarWriter) -> Void
  ) -> [UInt8] {
    var writer = ICalendarWriter()
    writer.begin("VCALENDAR")
    writer.property("VERSION", value: "2.0")
    writer.property("PRODID", text: "-//changebook//changebook//EN")
    writer.property("CALSCALE", value: "GREGORIAN")
    writer.property("METHOD", value: "PUBLISH")
    let name = "\(title): \(subject)"
    writer.property("NAME", text: name)
    writer.property("X-WR-CALNAME", text: name)
    writer.property("REFRESH-INTERVAL", ["VALUE": "DURATION"], value: "PT1H")
    writer.property("X-PUBLISHED-TTL", value: "PT1H")
    for zone in zones(of: events) {
      ZoneDescription(zone, in: span.interval).write(to: &writer)
    }
    for event in events { event.write(to: &writer) }
    changes(&writer)
    writer.end()
    return writer.bytes
  }

  /// The zones other than UTC that series name, each once, in their order.
  private func zones(of events: [CalendarEvent]) -> [Zone] {
    var zones: [Zone] = []
    for event in events {
      if case .series(let series) = event.time, series.zone != .utc, !zones.contains(series.zone) {
        zones.append(series.zone)
      }
    }
    return zones
  }
}
