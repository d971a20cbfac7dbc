import Calendar
import Chronology
import DeploymentGate
import Markdown
import PolicyReading

/// The windows of each version of the policy that is in force during a span: what recurs every week
/// is said once, not in every day.
func windowList(in span: Interval, at route: Route, _ publication: Publication) -> HTML {
  let calendars = publication.calendar.book.calendars.filter { $0.inForce.overlaps(span) }
  var writer = HTMLWriter()
  for calendar in calendars {
    if calendars.count > 1 {
      writer.open("p", class: "note")
      writer.element(
        "a", "href", publication.links.route(of: calendar.policy).href(from: route),
        calendar.policy.shortName)
      if calendar.inForce.start > span.start {
        writer.text(", from ")
        writer.time(calendar.inForce.start, in: publication.zone)
      } else {
        writer.text(", until ")
        writer.time(calendar.inForce.end, in: publication.zone)
      }
      writer.close("p")
    }
    writeWindows(of: calendar, at: route, publication, to: &writer)
  }
  writeSuspensions(in: span, at: route, publication, to: &writer)
  return writer.finish()
}

/// The freezes of a span that hold for every system, which suspend the windows, and whether anything is
/// known at all.
private func writeSuspensions(
  in span: Interval, at route: Route, _ publication: Publication, to writer: inout HTMLWriter
) {
  let calendar = publication.calendar
  if !calendar.gate.obstacles.isEmpty {
    writer.open("p", class: "note")
    writer.element("span", class: "mark-warn", "unknown")
    writer.text(
      " · Something that decides cannot be read, so the gate cannot tell what may run: see the ")
    writer.element("a", "href", Route.findings.href(from: route), "findings")
    writer.text(".")
    writer.close("p")
  }
  for occurrence in calendar.freezes(in: span) where occurrence.freeze.systems.isEmpty {
    writer.open("p", class: "note")
    writer.element("span", class: "mark-freeze", "suspended")
    writer.text(" while ")
    writer.open("a", "href", calendar.freezes.route(of: occurrence.freeze).href(from: route))
    writer.name(occurrence.freeze.title)
    writer.close("a")
    writer.text(" holds, ")
    writer.time(
      ofFreeze: occurrence.interval, isOpenEnded: occurrence.freeze.isOpenEnded,
      in: publication.zone)
    writer.text(": \(occurrence.freeze.allowedText)")
    writer.close("p")
  }
}

private func writeWindows(
  of calendar: DeploymentCalendar, at route: Route, _ publication: Publication,
  to writer: inout HTMLWriter
) {
  guard !calendar.windows.isEmpty else {
    return writer.element(
      "p", class: "empty",
      calendar.hasWindows
        ? "No window of the policy is understood; the findings say why."
        : "The policy has no table of windows: only a freeze holds a change back.")
  }
  writer.open("ul", class: "windows")
  for window in calendar.windows {
    writer.open("li")
    writer.open("b")
    writer.name(window.name)
    writer.close("b")
    writer.text(" ")
    writer.open("span", class: "number")
    writer.link(
      window.row.timeText, toClauseOf: window.row.reference, at: route, links: publication.links)
    writer.close("span")
    // A time that names no zone is in the policy's, which the column's head says.
    if window.zone != publication.zone || window.row.time != .always {
      writer.text(" \(window.zone.name)")
    }
    let words = window.row.appliesTo ?? window.row.purpose
    if !words.isEmpty {
      writer.text(" ")
      writer.element("span", class: "help", words)
    }
    writer.close("li")
  }
  writer.close("ul")
}
