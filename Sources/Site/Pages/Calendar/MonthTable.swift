import Calendar
import Chronology
import DeploymentGate
import Documents
import Records
import SourceText

/// A month as a table: weeks as rows, Monday first, names in the cells.
struct MonthTable: Block {
  let publication: Publication
  let month: Period
  /// In their order.
  let entries: [CalendarEntry]
  let freezes: [CalendarBook.FreezeOccurrence]
  /// Days that the list of the month can be entered at.
  let anchors: Set<Int>

  /// How many changes a cell names: fewer where the month is full, since its cells could not be taken
  /// in at a glance, and the page would grow with each.
  private var mostChanges: Int { entries.count > Self.fullMonth ? 2 : 4 }
  private static let fullMonth = 120
  static let mostFreezes = 2

  static let name = "month"

  static let fields = TemplateFields<Self>(
    .text("caption", "What it shows, for those who do not see it.") { $0.caption },
    .list("weekdays", "The days of a week, Monday first.") { _ in Weekday.allCases.map(Head.init) },
    .list("weeks", "The weeks, each with its days.") { $0.weeks })

  private struct Head: TemplateModel {
    let weekday: Weekday

    static let fields = TemplateFields<Self>(
      .text("name", "The name of the day.") { CalendarWords.name(of: $0.weekday) },
      .text("brief", "The same in brief.") { CalendarWords.shortName(of: $0.weekday) })
  }

  private var caption: String {
    "\(DisplayTime.period(month).capitalisedFirst), a row a week from Monday to Sunday"
  }

  private var weeks: [Week] {
    let firstDay = month.firstDay.daysSinceEpoch
    let endDay = month.endDay.daysSinceEpoch
    let byDay = entriesByDay(firstDay..<endDay)
    let freezesByDay = self.freezesByDay(firstDay..<endDay)
    let today = publication.zone.wallTime(at: publication.asOf).day.daysSinceEpoch
    let first = firstDay - (month.firstDay.weekday.rawValue - 1)
    return stride(from: first, to: endDay, by: 7).map { monday in
      let page = publication.calendar.span.week(of: monday).map { LinkTarget.route($0) }
      return Week(
        monday: monday, target: page,
        days: (monday..<monday + 7).map { day in
          Day(
            table: self, day: day, isOther: day < firstDay || day >= endDay,
            isToday: day == today, target: page ?? .route(.calendar(month.label)),
            changes: byDay[day] ?? [], freezes: freezesByDay[day] ?? [])
        })
    }
  }

  private struct Week: TemplateModel {
    let monday: Int
    let target: LinkTarget?
    let days: [Day]

    static let fields = TemplateFields<Self>(
      .text("number", "The number of the week, such as `W12`.") {
        String($0.period.label.suffix(3))
      },
      .text("label", "The week in words.") {
        "\($0.period.label.suffix(3)), \(DisplayTime.period($0.period))"
      },
      .target("href", "The page of the week; nothing where it has none.") { $0.target },
      .list("days", "Its days.") { $0.days })

    private var period: Period {
      Period(.week, holding: CivilDay(daysSinceEpoch: monday), in: .utc)
    }
  }

  private struct Day: TemplateModel {
    let table: MonthTable
    /// Counted from the epoch.
    let day: Int
    let isOther: Bool
    let isToday: Bool
    let target: LinkTarget
    let changes: [CalendarEntry]
    let freezes: [CalendarBook.FreezeOccurrence]

    static let fields = TemplateFields<Self>(
      .flag("isOther", "It belongs to another month.") { $0.isOther },
      .flag("isFrozen", "A freeze holds on it.") { !$0.freezes.isEmpty },
      .flag("isToday", "It is the day for which the site was built.") { $0.isToday },
      .text("date", "The date, by ISO 8601.") { $0.date.description },
      .text("number", "The number of the day.") { "\($0.date.day)" },
      .text("label", "The date in words.") { CalendarWords.fullDate($0.date) },
      .target("href", "The page of its week.") { $0.target },
      .flag("hasItems", "Something stands in it.") { !$0.changes.isEmpty || !$0.freezes.isEmpty },
      .list("freezes", "The freezes that hold.") { day in
        day.freezes.prefix(mostFreezes).map {
          FreezeItem(occurrence: $0, day: day.day, zone: day.table.publication.zone)
        }
      },
      .list("changes", "The changes.") { day in
        day.changes.prefix(day.table.mostChanges).map {
          ChangeItem(entry: $0, day: day.day, publication: day.table.publication)
        }
      },
      .text("more", "How many more there are; nothing for none.") { $0.more },
      .target("moreHref", "Where these are listed.") { $0.list })

    private var date: CivilDay { CivilDay(daysSinceEpoch: day) }

    private var more: String {
      let more = max(0, changes.count - table.mostChanges) + max(0, freezes.count - mostFreezes)
      return more > 0 ? "\(more)" : ""
    }

    /// In the list of its week, where that of the month does not come to the day.
    private var list: LinkTarget {
      if table.anchors.contains(day) {
        return .route(.calendar(table.month.label), fragment: Agenda.anchor(day))
      }
      let week = table.publication.calendar.span.week(of: day)
      return .route(week ?? .calendar(table.month.label), fragment: "list")
    }
  }

  private struct FreezeItem: TemplateModel {
    let occurrence: CalendarBook.FreezeOccurrence
    let day: Int
    let zone: Zone

    static let fields = TemplateFields<Self>(
      .text("name", "The name of the freeze.") { $0.occurrence.freeze.title },
      .target("href", "Its page.") { .freeze($0.occurrence.freeze) },
      .text("from", "The time at which it begins on this day.") {
        $0.clock($0.occurrence.interval.start)
      },
      .text("until", "The time at which it ends on this day.") {
        $0.clock($0.occurrence.interval.end)
      })

    /// Nothing for another day, and for midnight.
    private func clock(_ instant: Instant) -> String {
      let time = zone.wallTime(at: instant)
      return time.day.daysSinceEpoch == day && time.second > 0 ? DisplayTime.clock(time) : ""
    }
  }

  private struct ChangeItem: TemplateModel {
    let entry: CalendarEntry
    let day: Int
    let publication: Publication

    static let fields = TemplateFields<Self>(
      .text("id", "The id of the change.") { $0.change.id },
      .target("href", "Its page.") { .change($0.change.id) },
      .text("name", "Its title.") { $0.change.title?.value ?? "Untitled change" },
      .text("tone", "The tone of its mark, as in `inline/mark`.") { $0.standing.tone.look },
      .text("standing", "How it stands.") { $0.standing.words },
      .text("at", "When it begins, on its first day.") { $0.at },
      .text("part", "`begins`, `ends` or `continued`; nothing for a change of this day.") {
        $0.part
      },
      .flag("isConflicting", "It runs into another change.") { $0.entry.isConflicting })

    private var change: Change { publication.register.changes[entry.change] }

    private var standing: CalendarStanding {
      CalendarStanding(
        change, answer: publication.calendar.answers[change], asOf: publication.asOf)
    }

    private var isFirstDay: Bool { day == entry.days.lowerBound }

    private var at: String {
      isFirstDay ? DisplayTime.clock(publication.zone.wallTime(at: entry.shown.start)) : ""
    }

    private var part: String {
      if entry.isLong { return isFirstDay ? "begins" : "ends" }
      return day > entry.days.lowerBound ? "continued" : ""
    }
  }

  // The list of the same month says it in formats without tables of days.

  func write(to writer: inout TextWriter) {}

  func write(to writer: inout MarkdownWriter) {}

  func write(to writer: inout MailWriter) {}

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
      let held = CalendarEntry.days(of: occurrence.interval, in: publication.zone)
      for day in held.clamped(to: days.lowerBound...days.upperBound - 1) where held.contains(day) {
        result[day, default: []].append(occurrence)
      }
    }
    return result
  }
}
