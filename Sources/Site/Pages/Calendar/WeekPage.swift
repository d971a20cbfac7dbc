import Calendar
import Charts
import Chronology
import Documents
import Markdown
import PolicyReading
import Records
import SourceText

/// A week of the calendar: a picture, and the same as a list.
struct WeekPage: SitePage {
  var frame: PageFrame
  let title: String
  let lead: RichText
  let neighbours: [NeighbourLink]
  let days: String
  let windows: [any Block]
  let picture: HTML
  /// What the picture cannot show; may be empty.
  let notes: String
  let key: MarkKey
  let agenda: Agenda

  var document: Document {
    Document(
      kicker: days, title: title, lead: lead,
      windows + [Note(RichText(notes)), Section("list", "Schedule", [agenda])])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { $0.days },
    .text("title", "The title.") { $0.title },
    .rich("lead", "What the page comes to.") { $0.lead },
    .list("neighbours", "The week before, and that after.") { $0.neighbours },
    .blocks("windows", "The windows of the policy.") { $0.windows },
    .html("picture", "The week as a drawing.") { $0.picture },
    .text("notes", "What the drawing leaves out.") { $0.notes },
    .blocks("key", "What the marks of the list mean.") { [$0.key] },
    .blocks("agenda", "All of it in order of time.") { [$0.agenda] })
}

/// What stands in a week.
struct WeekView {
  let publication: Publication
  let week: Period
  let route: Route
  /// Of which the plan or the time taken meets the week; by start of what is shown.
  let entries: [CalendarEntry]
  let freezes: [CalendarBook.FreezeOccurrence]

  init(_ week: Period, at route: Route, in publication: Publication) {
    self.publication = publication
    self.week = week
    self.route = route
    let calendar = publication.calendar
    let days = week.firstDay.daysSinceEpoch...week.endDay.daysSinceEpoch - 1
    entries = calendar.entries.meeting(days).map { calendar.entries.all[$0] }
    freezes = calendar.freezes(in: week.interval)
  }

  func page(_ neighbours: [NeighbourLink]) -> WeekPage {
    let title = DisplayTime.period(week).capitalisedFirst
    let days = CalendarWords.days(from: week.firstDay, to: week.endDay)
    let agenda = Agenda(entries, freezes: freezes, in: week, publication)
    return WeekPage(
      frame: publication.frame(
        "Calendar: \(DisplayTime.period(week))", at: route, in: .calendar, below: trail, as: title),
      title: title,
      lead: calendarLead(entries, freezes, period: "week", list: .here("list"), publication),
      neighbours: neighbours, days: days, windows: publication.windows(in: week.interval),
      picture: timeline(days).draw(), notes: notes,
      key: .calendar(showsConflicts: false), agenda: agenda)
  }

  /// By the month of the week's Thursday, to which most of its days belong.
  private var trail: [Breadcrumb] {
    var crumbs = [Breadcrumb(.calendar)]
    let thursday = week.firstDay.adding(days: 3)
    if let month = publication.calendar.span.month(of: thursday.daysSinceEpoch) {
      let period = Period(.month, holding: thursday, in: publication.zone)
      crumbs.append(Breadcrumb(DisplayTime.period(period), month))
    }
    return crumbs
  }

  /// The windows that are not drawn, and the days of 23 or 25 hours, since the picture goes by the
  /// clock on the wall.
  private var notes: String {
    let zone = publication.zone
    var undrawn: [String] = []
    for calendar in publication.calendar.book.calendars
    where calendar.inForce.overlaps(week.interval) {
      undrawn += calendar.windows.filter { $0.row.time == .always && !undrawn.contains($0.name) }
        .map(\.name)
    }
    let windows = undrawn.map { "\($0) never closes and is not drawn." }
    let clocks = (0..<7).compactMap { offset -> String? in
      let day = week.firstDay.adding(days: offset)
      let seconds = zone.start(of: day.adding(days: 1)) - zone.start(of: day)
      guard seconds != 86_400 else { return nil }
      let turn = seconds < 86_400 ? "forward" : "back"
      let rest = seconds % 3600 == 0 ? "" : " and \(seconds % 3600 / 60) minutes"
      return "On \(CalendarWords.fullDate(day)) the clocks go \(turn): the day has "
        + "\(seconds / 3600) hours\(rest). The picture goes by the clock; the list tells how long "
        + "something took."
    }
    return (windows + clocks).joined(separator: " ")
  }
}
