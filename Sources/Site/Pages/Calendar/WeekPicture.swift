import Documents
import Calendar
import Charts
import Chronology
import PolicyReading
import Records
import SourceText

extension WeekView {
  /// Seven days by 24 hours; `days` names them.
  func timeline(_ days: String) -> WeekTimeline {
    var spans: [WeekTimeline.Span] = []
    for opening in publication.calendar.book.windowOpenings(in: week.interval) {
      // A window that never closes would be a band over everything.
      if opening.window.row.time == .always { continue }
      spans += pieces(of: opening.interval).map { day, minutes in
        .init(
          .window, day: day, minutes: minutes, label: opening.window.name,
          note: opening.window.row.purpose)
      }
    }
    for occurrence in freezes {
      let freeze = occurrence.freeze
      let href = publication.calendar.freezes.route(of: freeze).href(from: route)
      spans += pieces(of: occurrence.interval).map { day, minutes in
        .init(
          .freeze, day: day, minutes: minutes, label: freeze.title, note: freeze.allowedText,
          href: href)
      }
    }
    let links = PageLinks(from: route, publication)
    for entry in entries { addBars(of: entry, links, to: &spans) }
    return WeekTimeline(
      title: "\(DisplayTime.period(week).capitalisedFirst), \(days)", id: "week",
      days: (0..<7).map { CalendarWords.shortDate(week.firstDay.adding(days: $0)) }, spans: spans,
      now: minute(of: publication.asOf))
  }

  /// What was planned and what took place; nothing for a plan that was called off.
  private func addBars(
    of entry: CalendarEntry, _ links: PageLinks, to spans: inout [WeekTimeline.Span]
  ) {
    let change = publication.register.changes[entry.change]
    let isCalledOff = entry.actual == nil && (change.outcome != nil || change.closed != nil)
    if isCalledOff { return }
    let href = links.change(change.id)
    func add(_ kind: WeekTimeline.Kind, _ interval: Interval, on days: ClosedRange<Int>) {
      for (day, minutes) in pieces(of: interval, on: days) {
        spans.append(
          WeekTimeline.Span(
            kind, day: day, minutes: minutes, label: change.id, note: change.title?.value ?? "",
            href: href, isConflict: entry.isConflicting))
      }
    }
    if let planned = entry.planned, let days = entry.plannedDays {
      add(.planned, planned, on: days)
    }
    if let actual = entry.actual { add(.actual, actual, on: entry.days) }
  }

  private func pieces(of interval: Interval) -> [(day: Int, minutes: Range<Int>)] {
    pieces(of: interval, on: CalendarEntry.days(of: interval, in: publication.zone))
  }

  /// The part of an interval on each day of the week, by the clock on the wall.
  ///
  /// - Parameter days: That the interval meets, counted from the epoch.
  private func pieces(
    of interval: Interval, on days: ClosedRange<Int>
  ) -> [(day: Int, minutes: Range<Int>)] {
    let monday = week.firstDay.daysSinceEpoch
    let first = max(days.lowerBound, monday)
    let last = min(days.upperBound, monday + 6)
    guard first <= last else { return [] }
    let start = publication.zone.wallTime(at: interval.start)
    let end = publication.zone.wallTime(at: interval.end)
    let (startDay, endDay) = (start.day.daysSinceEpoch, end.day.daysSinceEpoch)
    return (first...last).map { day in
      let from = day == startDay ? start.second / 60 : 0
      let to = day == endDay ? (end.second + 59) / 60 : 1440
      return (day - monday, from..<max(from, to))
    }
  }

  private func minute(of instant: Instant) -> (day: Int, minute: Int)? {
    guard week.interval.contains(instant) else { return nil }
    let time = publication.zone.wallTime(at: instant)
    return (time.day.daysSinceEpoch - week.firstDay.daysSinceEpoch, time.second / 60)
  }
}
