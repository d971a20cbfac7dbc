import Calendar
import Chronology
import DeploymentGate
import Documents
import Markdown
import Records
import Reports
import SourceText

/// A month as a table: weeks as rows, Monday first, names in the cells.
struct MonthTable {
  let publication: Publication
  let month: Period
  let route: Route
  /// In their order.
  let entries: [CalendarEntry]
  let freezes: [CalendarBook.FreezeOccurrence]
  /// Days that the list on the page can be entered at.
  let anchors: Set<Int>
  /// Where what does not fit into a cell stands: the list's page.
  let listRoute: Route

  static let mostChanges = 4
  static let mostFreezes = 2

  private var zone: Zone { publication.zone }

  func html() -> HTML {
    let firstDay = month.firstDay.daysSinceEpoch
    let endDay = month.endDay.daysSinceEpoch
    let byDay = entriesByDay(firstDay..<endDay)
    let freezesByDay = self.freezesByDay(firstDay..<endDay)
    let today = zone.wallTime(at: publication.asOf).day.daysSinceEpoch
    let links = PageLinks(from: route, publication)
    var writer = HTMLWriter()
    writer.reserve(6144 + entries.count * 320)
    writer.open("table", class: "month-grid")
    writer.element(
      "caption", class: "unseen",
      "\(DisplayTime.period(month).capitalisedFirst), a row a week from Monday to Sunday")
    writeHead(to: &writer)
    writer.open("tbody")
    var monday = firstDay - (month.firstDay.weekday.rawValue - 1)
    while monday < endDay {
      writer.open("tr")
      let weekHref = publication.calendar.span.week(of: monday)?.href(from: route)
      writeWeekHead(monday, weekHref, to: &writer)
      for day in monday..<monday + 7 {
        guard day >= firstDay, day < endDay else {
          writer.element("td", class: "other", "")
          continue
        }
        let frozen = freezesByDay[day] ?? []
        writer.open(
          "td",
          [
            "class": frozen.isEmpty ? nil : "frozen",
            "aria-current": day == today ? "date" : nil,
          ])
        writeDay(day, weekHref, to: &writer)
        writeItems(byDay[day] ?? [], frozen, on: day, links, to: &writer)
        writer.close("td")
      }
      writer.close("tr")
      writer.newline()
      monday += 7
    }
    writer.close("tbody")
    writer.close("table")
    return writer.finish()
  }

  private func writeHead(to writer: inout HTMLWriter) {
    writer.open("thead")
    writer.open("tr")
    writer.element("th", ["scope": "col", "class": "week"], "Week")
    for weekday in Weekday.allCases {
      let name = CalendarWords.name(of: weekday)
      writer.open("th", "scope", "col")
      writer.element("abbr", "title", name, String(name.prefix(3)))
      writer.close("th")
    }
    writer.close("tr")
    writer.close("thead")
  }

  private func writeWeekHead(_ monday: Int, _ href: String?, to writer: inout HTMLWriter) {
    let week = Period(.week, holding: CivilDay(daysSinceEpoch: monday), in: .utc)
    writer.open("th", ["scope": "row", "class": "week"])
    let number = String(week.label.suffix(3))
    if let href {
      writer.element(
        "a",
        [
          "href": href,
          "aria-label": "\(number), \(DisplayTime.period(week))",
        ], number)
    } else {
      writer.text(number)
    }
    writer.close("th")
  }

  private func writeDay(_ day: Int, _ weekHref: String?, to writer: inout HTMLWriter) {
    let date = CivilDay(daysSinceEpoch: day)
    writer.open(
      "a",
      [
        "class": "day", "href": weekHref ?? route.href(from: route),
        "aria-label": CalendarWords.fullDate(date),
      ])
    writer.element("time", "datetime", date.description, "\(date.day)")
    writer.close("a")
  }

  private func writeItems(
    _ changes: [CalendarEntry], _ frozen: [CalendarBook.FreezeOccurrence], on day: Int,
    _ links: PageLinks, to writer: inout HTMLWriter
  ) {
    guard !changes.isEmpty || !frozen.isEmpty else { return }
    writer.open("ul")
    for occurrence in frozen.prefix(Self.mostFreezes) {
      write(occurrence, on: day, to: &writer)
    }
    for entry in changes.prefix(Self.mostChanges) { write(entry, on: day, links, to: &writer) }
    let more = max(0, changes.count - Self.mostChanges) + max(0, frozen.count - Self.mostFreezes)
    if more > 0 {
      writer.open("li", class: "more")
      let anchor = anchors.contains(day) ? CalendarAgenda.anchor(day) : "list"
      writer.open("a", "href", listRoute.href(from: route, fragment: anchor))
      writer.text("+\(more)")
      writer.element("span", " more")
      writer.close("a")
      writer.close("li")
    }
    writer.close("ul")
  }

  private func write(
    _ occurrence: CalendarBook.FreezeOccurrence, on day: Int, to writer: inout HTMLWriter
  ) {
    writer.open("li")
    writer.open(
      "a",
      [
        "class": "mark-freeze",
        "href": publication.calendar.freezes.route(of: occurrence.freeze).href(from: route),
      ])
    writer.name(occurrence.freeze.title)
    let start = zone.wallTime(at: occurrence.interval.start)
    let end = zone.wallTime(at: occurrence.interval.end)
    if start.day.daysSinceEpoch == day, start.second > 0 {
      writer.element("small", " from \(DisplayTime.clock(start))")
    }
    if end.day.daysSinceEpoch == day, end.second > 0 {
      writer.element("small", " until \(DisplayTime.clock(end))")
    }
    writer.close("a")
    writer.close("li")
  }

  private func write(
    _ entry: CalendarEntry, on day: Int, _ links: PageLinks, to writer: inout HTMLWriter
  ) {
    let change = publication.register.changes[entry.change]
    let standing = CalendarStanding(
      change, answer: publication.calendar.answers[change], asOf: publication.asOf)
    let title = change.title?.value ?? "Untitled change"
    writer.open("li")
    writer.open(
      "a",
      [
        "class": standing.mark, "href": links.change(change.id),
        "title": "\(change.id) \(title), \(standing.words)",
      ])
    if day == entry.days.lowerBound {
      writer.element(
        "span", class: "number", DisplayTime.clock(zone.wallTime(at: entry.shown.start)))
      writer.text(" ")
    }
    writer.name(title)
    if entry.isLong {
      writer.element("small", day == entry.days.lowerBound ? " begins" : " ends")
    } else if day > entry.days.lowerBound {
      writer.element("small", " continued")
    }
    writer.element("span", class: "unseen", ", \(change.id), \(standing.words)")
    writer.close("a")
    if entry.isConflicting {
      writer.text(" ")
      writer.open("span", class: "mark-conflict")
      writer.element("span", "conflict")
      writer.close("span")
    }
    writer.close("li")
  }

  /// The changes of each day by their start; those that last long on their first and last alone.
  private func entriesByDay(_ days: Range<Int>) -> [Int: [CalendarEntry]] {
    var result: [Int: [CalendarEntry]] = [:]
    for entry in entries {
      if entry.isLong {
        for day in [entry.days.lowerBound, entry.days.upperBound] where days.contains(day) {
          result[day, default: []].append(entry)
        }
      } else {
        for day in entry.days.clamped(to: days.lowerBound...days.upperBound - 1)
        where entry.days.contains(day) {
          result[day, default: []].append(entry)
        }
      }
    }
    return result
  }

  private func freezesByDay(_ days: Range<Int>) -> [Int: [CalendarBook.FreezeOccurrence]] {
    var result: [Int: [CalendarBook.FreezeOccurrence]] = [:]
    for occurrence in freezes {
      let held = CalendarEntry.days(of: occurrence.interval, in: zone)
      for day in held.clamped(to: days.lowerBound...days.upperBound - 1) where held.contains(day) {
        result[day, default: []].append(occurrence)
      }
    }
    return result
  }
}
