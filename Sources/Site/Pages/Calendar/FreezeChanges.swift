import Calendar
import Chronology
import Findings
import Markdown
import Records
import SourceText

/// The changes that a freeze meets.
struct FreezeChanges {
  /// Planned, not begun and not called off.
  private var stopped: [(entry: CalendarEntry, answer: Answer)] = []
  /// Carried out while it held.
  private var during: [(entry: CalendarEntry, answer: Answer)] = []

  static let mostListed = 200

  init(_ freeze: FreezeEntry, in publication: Publication) {
    let calendar = publication.calendar
    var seen: Set<Int> = []
    for occurrence in freeze.occurrences {
      let days = CalendarEntry.days(of: occurrence.interval, in: publication.zone)
      for index in calendar.entries.meeting(days) {
        let entry = calendar.entries.all[index]
        let meets =
          entry.shown.seconds > 0
          ? entry.shown.overlaps(occurrence.interval)
          : occurrence.interval.contains(entry.shown.start)
        guard meets, seen.insert(index).inserted else { continue }
        let change = publication.register.changes[entry.change]
        let profile = ChangeProfile(change, type: publication.register.type(of: change))
        let answer = occurrence.freeze.stops(profile)
        if entry.actual != nil {
          if occurrence.freeze.concerns(profile) != .no { during.append((entry, answer)) }
        } else if answer != .no, change.outcome == nil, change.closed == nil {
          stopped.append((entry, answer))
        }
      }
    }
  }

  func stoppedList(at route: Route, _ publication: Publication) -> HTML {
    guard !stopped.isEmpty else {
      return note("No scheduled change lies in it. One that it stops would be here.")
    }
    return list(stopped, at: route, publication) { item, writer in
      if item.answer == .unknown {
        writer.element("span", class: "mark-warn", "may be stopped: what decides is not on record")
      } else {
        writer.element("span", class: "mark-bad", "stopped")
      }
    }
  }

  func duringList(at route: Route, _ publication: Publication) -> HTML {
    guard !during.isEmpty else {
      return note("No change was carried out while it held.")
    }
    return list(during, at: route, publication) { item, writer in
      let change = publication.register.changes[item.entry.change]
      let findings = publication.findings.of(path: change.file.path).filter {
        $0.fact == .insideFreeze
      }
      if let finding = findings.first(where: { $0.waiver == nil }) ?? findings.first {
        writer.severity(of: finding)
        writer.text(" ")
        writer.element(
          "a", "href", Route.change(change.id).href(from: route, fragment: "times"),
          finding.code.description)
      } else {
        switch item.answer {
        case .no: writer.element("span", class: "mark-good", "may pass")
        case .yes: writer.element("span", class: "mark-bad", "not allowed by it")
        case .unknown: writer.element("span", class: "mark-warn", "what decides is not on record")
        }
      }
    }
  }

  private func note(_ text: String) -> HTML {
    var writer = HTMLWriter()
    writer.element("p", class: "empty", text)
    return writer.finish()
  }

  private func list(
    _ items: [(entry: CalendarEntry, answer: Answer)], at route: Route, _ publication: Publication,
    mark: ((entry: CalendarEntry, answer: Answer), inout HTMLWriter) -> Void
  ) -> HTML {
    var writer = HTMLWriter()
    writer.open("ul", class: "list")
    for item in items.prefix(Self.mostListed) {
      let change = publication.register.changes[item.entry.change]
      writer.open("li")
      writer.record(change.id, at: route, in: publication)
      writer.open("p", class: "help")
      mark(item, &writer)
      writer.text(" · ")
      writer.time(item.entry.shown, in: publication.zone)
      writer.text(" · \(change.type?.value ?? "type not stated")")
      let systems = change.systems.map(\.value)
      if !systems.isEmpty { writer.text(" · \(systems.joined(separator: ", "))") }
      writer.close("p")
      writer.close("li")
    }
    writer.close("ul")
    if items.count > Self.mostListed {
      writer.element("p", class: "note", "\(items.count - Self.mostListed) more are not listed.")
    }
    return writer.finish()
  }
}
