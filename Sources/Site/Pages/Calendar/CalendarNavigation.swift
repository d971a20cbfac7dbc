import Calendar
import Chronology
import Documents
import PolicyReading
import Records

extension Publication {
  /// Years by months with the number of changes in each, and the weeks of each year.
  var calendarNavigation: [any Block] {
    let span = calendar.span
    let now = Period(.month, holding: asOf, in: zone).label
    let months = span.months.map { month in
      let days = month.firstDay.daysSinceEpoch...month.endDay.daysSinceEpoch - 1
      let count = calendar.entries.meeting(days).count {
        calendar.entries.all[$0].days.overlaps(days)
      }
      return MonthMatrix.Month(
        month, count: count, target: .calendar(month), isCurrent: month.label == now)
    }
    let matrix = MonthMatrix(
      "Months; each number is that of the changes in it", months, isLatestFirst: false)
    let years = Dictionary(grouping: span.weeks) { $0.firstDay.adding(days: 3).year }
    let thisWeek = Period(.week, holding: asOf, in: zone).label
    return [matrix]
      + years.sorted { $0.key < $1.key }.map { year, weeks in
        Disclosure(
          "Weeks of \(year)",
          [
            ShortList(
              weeks.map { week in
                let mark: RichText =
                  week.label == thisWeek ? " \(Inline.strong("this week"))" : ""
                let days = CalendarWords.days(from: week.firstDay, to: week.endDay)
                return
                  "\(String(week.label.suffix(3)), to: .calendar(week)) \(Inline.small(days))\(mark)"
              })
          ])
      }
  }

  /// The most freezes of the past that the calendar names.
  private static let mostPastFreezes = 30

  /// Every freeze: those that hold or come first, then those that are over, and the rows of the policy
  /// that make more of them.
  var calendarFreezes: [any Block] {
    let isOver: (FreezeEntry) -> Bool = { entry in
      entry.occurrences.allSatisfy { $0.interval.end <= self.asOf }
    }
    let all = calendar.freezes.all
    let past = all.filter(isOver)
    let rules = calendar.book.inForce(at: asOf).policy.freezes.filter {
      switch $0.duration {
      case .asDeclared, .afterIncident: true
      case .recurring: false
      }
    }
    let shown = past.suffix(Self.mostPastFreezes)
    let over = Disclosure(
      "\(counted(past.count, "freeze", "freezes")) in the past",
      [
        ItemList(items(shown.reversed())),
        Note(
          shown.count < past.count
            ? "These are the latest \(shown.count); all of them are in the \("feed of freezes", to: .route(.feed("freezes")))."
            : ""),
      ])
    return [
      ItemList(items(all.filter { !isOver($0) })).or("No freeze holds, and none is to come.")
    ] + (past.isEmpty ? [] : [over])
      + rules.map { rule in
        Note(
          """
          \(Inline.name(rule.name)): \(rule.durationText), \(rule.allowedText). \
          \(rule.reference.richText)
          """)
      }
  }
}
