import Documents
import Calendar
import Chronology
import Markdown
import PolicyReading

/// A table of years by months with the number of changes in each, and the weeks of each year.
func calendarNavigation(_ publication: Publication, at route: Route) -> HTML {
  let span = publication.calendar.span
  var writer = HTMLWriter()
  writer.open("div", class: "scroll")
  writer.open("table", class: "months")
  writer.element("caption", class: "unseen", "Months; each number is that of the changes in it")
  writer.open("thead")
  writer.open("tr")
  writer.element("th", "scope", "col", "Year")
  for month in 1...12 {
    writer.element("th", "scope", "col", String(DisplayTime.name(ofMonth: month).prefix(3)))
  }
  writer.close("tr")
  writer.close("thead")
  writer.open("tbody")
  let now = Period(.month, holding: publication.asOf, in: publication.zone).label
  let years = Dictionary(grouping: span.months) { $0.firstDay.year }
  for (year, months) in years.sorted(by: { $0.key < $1.key }) {
    writer.open("tr")
    writer.element("th", "scope", "row", "\(year)")
    for number in 1...12 {
      guard let month = months.first(where: { $0.firstDay.month == number }) else {
        writer.element("td", class: "none-there", "–")
        continue
      }
      let days = month.firstDay.daysSinceEpoch...month.endDay.daysSinceEpoch - 1
      let entries = publication.calendar.entries
      let count = entries.meeting(days).count { entries.all[$0].days.overlaps(days) }
      writer.open("td")
      writer.element(
        "a",
        [
          "href": Route.calendar(month.label).href(from: route),
          "aria-label":
            "\(DisplayTime.period(month)): \(counted(count, "change", "changes"))",
          "aria-current": month.label == now ? "true" : nil,
        ], "\(count)")
      writer.close("td")
    }
    writer.close("tr")
  }
  writer.close("tbody")
  writer.close("table")
  writer.close("div")
  writeWeeks(publication, at: route, to: &writer)
  return writer.finish()
}

private func writeWeeks(
  _ publication: Publication, at route: Route, to writer: inout HTMLWriter
) {
  let weeks = publication.calendar.span.weeks
  let now = Period(.week, holding: publication.asOf, in: publication.zone).label
  let years = Dictionary(grouping: weeks) { $0.firstDay.adding(days: 3).year }
  for (year, weeks) in years.sorted(by: { $0.key < $1.key }) {
    writer.open("details", class: "weeks")
    writer.element("summary", "Weeks of \(year)")
    writer.open("ul", class: "pages")
    for week in weeks {
      writer.open("li")
      writer.element(
        "a",
        [
          "href": Route.calendar(week.label).href(from: route),
          "title": CalendarWords.days(from: week.firstDay, to: week.endDay),
          "aria-current": week.label == now ? "true" : nil,
        ], String(week.label.suffix(3)))
      writer.close("li")
    }
    writer.close("ul")
    writer.close("details")
  }
}

/// Every freeze: those that hold or come first, then those that are over, and the rows of the policy
/// that make more of them.
func calendarFreezes(_ publication: Publication, at route: Route) -> HTML {
  let all = publication.calendar.freezes.all
  let isOver: (FreezeEntry) -> Bool = { entry in
    entry.occurrences.allSatisfy { $0.interval.end <= publication.asOf }
  }
  var writer = HTMLWriter()
  let present = all.filter { !isOver($0) }
  if present.isEmpty {
    writer.element("p", class: "empty", "No freeze holds, and none is to come.")
  } else {
    writer.freezeList(present, at: route, publication)
  }
  let past = all.filter(isOver)
  if !past.isEmpty {
    writer.open("details")
    writer.element("summary", "\(counted(past.count, "freeze", "freezes")) in the past")
    writer.freezeList(past.reversed(), at: route, publication)
    writer.close("details")
  }
  let rules = publication.calendar.book.inForce(at: publication.asOf).policy.freezes.filter {
    switch $0.duration {
    case .asDeclared, .afterIncident: true
    case .recurring: false
    }
  }
  for rule in rules {
    writer.open("p", class: "note")
    writer.name(rule.name)
    writer.text(": \(rule.durationText), \(rule.allowedText). ")
    writer.policy(rule.reference, at: route, links: publication.links)
    writer.close("p")
  }
  return writer.finish()
}

extension HTMLWriter {
  /// Freezes with the time that holds or comes next, else the last one.
  mutating func freezeList(
    _ entries: [FreezeEntry], at route: Route, _ publication: Publication
  ) {
    open("ul", class: "list")
    for entry in entries {
      let occurrence =
        entry.occurrences.first { $0.interval.end > publication.asOf } ?? entry.occurrences.last
      open("li")
      open("a", "href", entry.route.href(from: route))
      name(entry.title)
      close("a")
      open("p", class: "help")
      if let occurrence {
        if occurrence.interval.contains(publication.asOf) {
          element("span", class: "mark-freeze", "holds")
          text(" · ")
        }
        time(
          ofFreeze: occurrence.interval, isOpenEnded: entry.freeze.isOpenEnded,
          in: publication.zone)
        text(" · ")
      }
      text("\(entry.freeze.allowedText) · \(entry.freeze.systemsText)")
      close("p")
      close("li")
    }
    close("ul")
  }
}
