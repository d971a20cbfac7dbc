import Calendar
import Chronology
import Documents
import Markdown
import Records
import SourceText

/// A month of the calendar: a table, and the same as a list.
struct MonthPage: TemplateModel {
  let frame: PageFrame
  let title: String
  let lead: RichText
  let pager: HTML
  let windows: HTML
  /// Changes that last longer than a week; empty where there are none.
  let lasting: HTML
  let table: HTML
  let key: HTML
  let agenda: HTML

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { _ in "Calendar" },
    .text("title", "The title.") { $0.title },
    .rich("lead", "What the page comes to.") { $0.lead },
    .html("pager", "The month before, and that after.") { $0.pager },
    .html("windows", "The windows of the policy.") { $0.windows },
    .html("lasting", "What lasts all month.") { $0.lasting },
    .html("table", "The month as a table.") { $0.table },
    .html("key", "What the marks of the table mean.") { $0.key },
    .html("agenda", "All of it in order of time.") { $0.agenda })
}

/// What stands in a month.
struct MonthView {
  let publication: Publication
  let month: Period
  /// By start.
  let entries: [CalendarEntry]
  let freezes: [CalendarBook.FreezeOccurrence]

  init(_ month: Period, in publication: Publication) {
    self.publication = publication
    self.month = month
    let calendar = publication.calendar
    let days = month.firstDay.daysSinceEpoch...month.endDay.daysSinceEpoch - 1
    entries = calendar.entries.meeting(days).map { calendar.entries.all[$0] }
      .filter { $0.days.overlaps(days) }
    freezes = calendar.freezes(in: month.interval)
  }

  var title: String { DisplayTime.period(month) }

  /// - Parameter list: The list of all that stands in the month, from the page that shows the lead.
  func lead(list: LinkTarget) -> RichText {
    calendarLead(entries, freezes, period: "month", list: list, publication)
  }

  func table(at route: Route, anchors: Set<Int>) -> HTML {
    MonthTable(
      publication: publication, month: month, route: route, entries: entries, freezes: freezes,
      anchors: anchors, listRoute: .calendar(month.label)
    ).html()
  }

  func page(_ pager: HTML, _ items: AgendaItems, at route: Route) -> MonthPage {
    let agenda = CalendarAgenda(entries, freezes: freezes, in: month, at: route, items, publication)
    return MonthPage(
      frame: publication.frame(
        "Calendar: \(title)", at: route, in: .calendar, below: [Breadcrumb(.calendar)], as: title),
      title: title, lead: lead(list: .here("list")), pager: pager,
      windows: windowList(in: month.interval, at: route, publication),
      lasting: lasting(at: route), table: table(at: route, anchors: agenda.anchors),
      key: CalendarStanding.key(showsConflicts: entries.contains(where: \.isConflicting)),
      agenda: agenda.html())
  }

  private func lasting(at route: Route) -> HTML {
    let long = entries.filter(\.isLong)
    guard !long.isEmpty else { return .empty }
    var writer = HTMLWriter()
    writer.open("p", class: "note")
    writer.text("Longer than a week, named on its first and last day: ")
    for (index, entry) in long.prefix(Self.mostLasting).enumerated() {
      if index > 0 { writer.text("; ") }
      let change = publication.register.changes[entry.change]
      writer.recordLink(change.id, to: Route.change(change.id).href(from: route))
      writer.text(" ")
      writer.time(entry.shown, in: publication.zone)
    }
    if long.count > Self.mostLasting {
      writer.text("; \(long.count - Self.mostLasting) more are in the list")
    }
    writer.text(".")
    writer.close("p")
    return writer.finish()
  }

  private static let mostLasting = 6
}

/// `12 changes: 9 done, 1 under way, 2 planned. 2 run into another one. Exchange integration holds.`
func calendarLead(
  _ entries: [CalendarEntry], _ freezes: [CalendarBook.FreezeOccurrence], period: String,
  list: LinkTarget, _ publication: Publication
) -> RichText {
  let changes = entries.map { publication.register.changes[$0.change] }
  var sentences: [RichText] = []
  if changes.isEmpty {
    sentences.append(
      freezes.isEmpty
        ? "Neither a change nor a freeze stands in this \(period)."
        : "No change stands in this \(period).")
  } else {
    let underWay = changes.count { $0.isInFlight(asOf: publication.asOf) }
    let planned = changes.count {
      !$0.hasStarted && $0.outcome == nil && $0.closed == nil
    }
    let calledOff = changes.count { !$0.hasStarted && ($0.outcome != nil || $0.closed != nil) }
    let parts = [
      (changes.count - underWay - planned - calledOff, "done"), (underWay, "under way"),
      (planned, "planned"), (calledOff, "called off"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    sentences.append(
      "\(counted(changes.count, "change", "changes").capitalisedFirst, to: list): \(parts.joined(separator: ", "))."
    )
    let conflicts = entries.count(where: \.isConflicting)
    if conflicts > 0 {
      sentences.append(
        "\(String(conflicts), to: list) \(conflicts == 1 ? "runs" : "run") into another one.")
    }
  }
  if freezes.count == 1, let freeze = freezes.first?.freeze {
    sentences.append("Frozen for a part of it: \(freeze.title).")
  } else if freezes.count > 1 {
    sentences.append("\("\(freezes.count) freezes", to: list) hold in parts of it.")
  }
  return sentences.joined(by: " ")
}
