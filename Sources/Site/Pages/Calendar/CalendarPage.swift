import Chronology
import Documents
import Findings
import Markdown
import Rules

/// The way into the calendar: the state now, this month and the next, and links to all else.
struct CalendarPage: TemplateModel {
  struct Month: TemplateModel {
    let anchor: String
    let name: String
    let href: String
    let lead: RichText
    let table: HTML

    static let fields = TemplateFields<Self>(
      .text("anchor", "The id of the heading.") { $0.anchor },
      .text("name", "The name of the month.") { $0.name },
      .text("href", "The page of the month.") { $0.href },
      .rich("lead", "What the page comes to.") { $0.lead },
      .html("table", "The month as a table.") { $0.table })
  }

  let frame: PageFrame
  let lead: RichText
  let state: StateNow
  let months: [Month]
  let key: HTML
  let windows: HTML
  let freezes: HTML
  let navigation: HTML
  let feeds: HTML

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { _ in "Windows, freezes and changes" },
    .text("title", "The title.") { _ in "Calendar" },
    .rich("lead", "What the page comes to.") { $0.lead },
    .blocks("state", "What may run now.") { [$0.state] },
    .list("months", "The months around today.") { $0.months },
    .html("key", "What the marks of the table mean.") { $0.key },
    .html("windows", "The windows of the policy.") { $0.windows },
    .html("freezes", "The freezes that hold or come, and those that are over.") { $0.freezes },
    .html("navigation", "All months and weeks.") { $0.navigation },
    .html("feeds", "The feeds to subscribe to.") { $0.feeds })
}

func planCalendarIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage(.calendar, template: "calendar-index", in: publication) {
    let route = Route.calendar
    let asOf = publication.asOf
    let now = Period(.month, holding: asOf, in: publication.zone)
    let next = now.next(in: publication.zone)
    let labels = [now.label, next.label]
    let months = publication.calendar.span.months.filter { labels.contains($0.label) }
    return CalendarPage(
      frame: publication.frame("Calendar", at: route, in: .calendar),
      lead: calendarIndexLead(publication),
      state: StateNow(publication),
      months: months.map { month in
        let view = MonthView(month, in: publication)
        return CalendarPage.Month(
          anchor: "month-\(month.label)", name: view.title,
          href: Route.calendar(month.label).href(from: route),
          lead: view.lead(
            list: .route(.calendar(month.label), fragment: "list")),
          table: view.table(at: route, anchors: []))
      },
      key: CalendarStanding.key(showsConflicts: !publication.calendar.conflicting.isEmpty),
      windows: windowList(in: Interval(start: asOf, end: asOf + 1), at: route, publication),
      freezes: calendarFreezes(publication, at: route),
      navigation: calendarNavigation(publication, at: route), feeds: feedLinks(at: route))
  }
}

private func calendarIndexLead(_ publication: Publication) -> RichText {
  let calendar = publication.calendar
  let timed = counted(calendar.entries.all.count, "change", "changes").capitalisedFirst
  let have = calendar.entries.all.count == 1 ? "has" : "have"
  let register = LinkTarget.route(.changes)
  var sentences: [RichText] = ["\(timed, to: .here("months")) \(have) a planned or an actual time."]
  if calendar.entries.untimed > 0 {
    sentences.append(
      """
      \(String(calendar.entries.untimed), to: register) \
      \(calendar.entries.untimed == 1 ? "has none and is not" : "have none and are not") shown.
      """)
  }
  if !calendar.conflicting.isEmpty {
    let count = calendar.conflicting.count
    let conflicts = LinkTarget.route(.findings(of: Conflict.documentation.code.description))
    sentences.append(
      "\(String(count), to: conflicts) \(count == 1 ? "runs" : "run") into another one.")
  }
  sentences.append("Times are \(publication.zone.name).")
  return sentences.joined(by: " ")
}

/// The feeds for calendar programs.
private func feedLinks(at route: Route) -> HTML {
  var writer = HTMLWriter()
  writer.open("ul", class: "list")
  for (name, words) in [
    ("calendar", "everything"), ("windows", "when changes may run"),
    ("freezes", "when they are held back, and what may pass"),
    ("changes", "every change when it was done, else when it is planned"),
  ] {
    writer.open("li")
    writer.element("a", "href", Route.feed(name).href(from: route), "\(name).ics")
    writer.text(", \(words)")
    writer.close("li")
  }
  writer.close("ul")
  writer.open("p", class: "note")
  writer.text(
    "A calendar program that subscribes to one follows when it changes. Those of single systems are among the "
  )
  writer.element("a", "href", Route.dataIndex.href(from: route), "data")
  writer.text(".")
  writer.close("p")
  return writer.finish()
}
