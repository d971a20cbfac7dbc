import Chronology
import Configuration
import Documents
import Findings
import Rules

/// The way into the calendar: the state now, this month and the next, and links to all else.
struct CalendarPage: SitePage {
  struct Month: TemplateModel {
    let anchor: String
    let name: String
    let target: LinkTarget
    let lead: RichText
    let table: MonthTable

    static let fields = TemplateFields<Self>(
      .text("anchor", "The id of the heading.") { $0.anchor },
      .text("name", "The name of the month.") { $0.name },
      .target("href", "The page of the month.") { $0.target },
      .rich("lead", "What the page comes to.") { $0.lead },
      .blocks("table", "The month as a table.") { [$0.table] })
  }

  var frame: PageFrame
  let lead: RichText
  let state: StateNow
  let months: [Month]
  let key: MarkKey
  let windows: [any Block]
  let freezes: [any Block]
  let year: [any Block]
  let navigation: [any Block]
  let feeds: [any Block]

  var document: Document {
    Document(
      kicker: "Windows, freezes and changes", title: "Calendar", lead: lead,
      [Section("now", "Right now", [state])]
        + months.map { Section($0.anchor, $0.name, [Paragraph($0.lead), $0.table]) } + [
          Section("windows", "Windows", windows), Section("freezes", "Freezes", freezes),
          Section("year", "The year", year), Section("months", "Months and weeks", navigation),
          Section("feeds", "Feeds", feeds),
        ])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { _ in "Windows, freezes and changes" },
    .text("title", "The title.") { _ in "Calendar" },
    .rich("lead", "What the page comes to.") { $0.lead },
    .text("feed", "The address of the feed of everything, where `base_url` is set.") {
      $0.feedAddress ?? ""
    },
    .text("webcal", "The same for a calendar program to subscribe to.") { page in
      page.feedAddress.map { "webcal:" + $0.drop { $0 != "/" } } ?? ""
    },
    .blocks("state", "What may run now.") { [$0.state] },
    .list("months", "The months around today.") { $0.months },
    .blocks("key", "What the marks of the table mean.") { [$0.key] },
    .blocks("windows", "The windows of the policy.") { $0.windows },
    .blocks("freezes", "The freezes that hold or come, and those that are over.") { $0.freezes },
    .blocks("year", "The year at a glance.") { $0.year },
    .blocks("navigation", "All months and weeks.") { $0.navigation },
    .blocks("feeds", "The feeds to subscribe to.") { $0.feeds })
}

extension CalendarPage {
  fileprivate var feedAddress: String? {
    frame.publication.settings.baseURL.map { Route.feed("calendar").address(under: $0) }
  }
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
          target: .route(.calendar(month.label)),
          lead: view.lead(
            list: .route(.calendar(month.label), fragment: "list")),
          table: view.table(anchors: []))
      },
      key: .calendar(showsConflicts: !publication.calendar.conflicting.isEmpty),
      windows: publication.windows(in: Interval(start: asOf, end: asOf + 1)),
      freezes: publication.calendarFreezes,
      year: publication.yearMaps, navigation: publication.calendarNavigation, feeds: feedLinks)
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
      "\(String(count), to: conflicts) \(count == 1 ? "overlaps another one" : "overlap").")
  }
  sentences.append("Times are \(publication.zone.name).")
  return sentences.joined(by: " ")
}

/// The feeds for calendar programs.
private var feedLinks: [any Block] {
  [
    ItemList(
      lines: [
        ("calendar", "everything"), ("windows", "when changes may run"),
        ("freezes", "when they are held back, and what may pass"),
        ("changes", "every change when it was done, else when it is planned"),
      ].map { name, words in "\("\(name).ics", to: .route(.feed(name))), \(words)" }),
    Note(
      """
      A calendar program that subscribes to one follows when it changes. Those of single systems are among \
      the \("data", to: .route(.dataIndex)).
      """),
  ]
}
