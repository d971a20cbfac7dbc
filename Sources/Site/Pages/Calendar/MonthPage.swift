import Calendar
import Chronology
import Documents
import Records
import SourceText

/// A month of the calendar: a table, and the same as a list.
struct MonthPage: SitePage {
  var frame: PageFrame
  let title: String
  let lead: RichText
  let neighbours: [NeighbourLink]
  let windows: [any Block]
  /// Changes that last longer than a week; empty where there are none.
  let lasting: Note
  let table: MonthTable
  let key: MarkKey
  let agenda: Agenda

  var document: Document {
    Document(
      kicker: "Calendar", title: title, lead: lead,
      windows + [lasting, Section("list", "Schedule", [agenda])])
  }

  static let fields = TemplateFields<Self>(
    .object("frame", "What stands around the content.") { $0.frame },
    .text("kicker", "What kind of page it is.") { _ in "Calendar" },
    .text("title", "The title.") { $0.title },
    .rich("lead", "What the page comes to.") { $0.lead },
    .list("neighbours", "The month before, and that after.") { $0.neighbours },
    .blocks("windows", "The windows of the policy.") { $0.windows },
    .blocks("lasting", "What lasts longer than a week.") { [$0.lasting] },
    .blocks("table", "The month as a table.") { [$0.table] },
    .blocks("key", "What the marks of the table mean.") { [$0.key] },
    .blocks("agenda", "All of it in order of time.") { [$0.agenda] })
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

  /// - Parameter anchors: Days that the list of the month can be entered at.
  func table(anchors: Set<Int>) -> MonthTable {
    MonthTable(
      publication: publication, month: month, entries: entries, freezes: freezes, anchors: anchors)
  }

  func page(_ neighbours: [NeighbourLink], at route: Route) -> MonthPage {
    let agenda = Agenda(entries, freezes: freezes, in: month, publication)
    return MonthPage(
      frame: publication.frame(
        "Calendar: \(title)", at: route, in: .calendar, below: [Breadcrumb(.calendar)], as: title),
      title: title, lead: lead(list: .here("list")), neighbours: neighbours,
      windows: publication.windows(in: month.interval),
      lasting: lasting, table: table(anchors: agenda.anchors),
      key: .calendar(showsConflicts: entries.contains(where: \.isConflicting)),
      agenda: agenda)
  }

  private var lasting: Note {
    let long = entries.filter(\.isLong)
    guard !long.isEmpty else { return Note("") }
    let names = long.prefix(Self.mostLasting).map { entry -> RichText in
      let id = publication.register.changes[entry.change].id
      return "\(Inline.id(.change(id), id)) \(Inline.interval(entry.shown))"
    }
    let more = long.count - Self.mostLasting
    let rest = more > 0 ? "; \(more) more are in the list" : ""
    return Note(
      "Longer than a week, named on its first and last day: \(names.joined(by: "; "))\(rest).")
  }

  private static let mostLasting = 6
}

/// `12 changes: 9 done, 1 under way, 2 planned. 2 overlap. Exchange integration holds.`
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
      (planned, "planned"), (calledOff, "cancelled"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    sentences.append(
      "\(counted(changes.count, "change", "changes").capitalisedFirst, to: list): \(parts.joined(separator: ", "))."
    )
    let conflicts = entries.count(where: \.isConflicting)
    if conflicts > 0 {
      sentences.append(
        "\(String(conflicts), to: list) \(conflicts == 1 ? "overlaps another one" : "overlap").")
    }
  }
  if freezes.count == 1, let freeze = freezes.first?.freeze {
    sentences.append("Includes a freeze: \(freeze.title).")
  } else if freezes.count > 1 {
    sentences.append("\("\(freezes.count) freezes", to: list) hold in parts of it.")
  }
  return sentences.joined(by: " ")
}
