import Calendar
import Charts
import Chronology
import Markdown
import PolicyReading
import Records
import SourceText

extension WeekView {
  /// Seven days by 24 hours; `days` names them.
  func picture(_ days: String) -> HTML {
    let timeline = timeline(days)
    var writer = HTMLWriter()
    writer.open(
      "div",
      ["class": "course", "role": "region", "aria-label": "The picture", "tabindex": "0"])
    writer.append(timeline.draw())
    writer.close("div")
    return writer.finish()
  }

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
    for entry in entries { spans += bars(of: entry) }
    return WeekTimeline(
      title: "\(DisplayTime.period(week).capitalisedFirst), \(days)", id: "week",
      days: (0..<7).map { CalendarWords.shortDate(week.firstDay.adding(days: $0)) }, spans: spans,
      now: minute(of: publication.asOf))
  }

  /// What was planned and what took place; nothing for a plan that was called off.
  private func bars(of entry: CalendarEntry) -> [WeekTimeline.Span] {
    let change = publication.register.changes[entry.change]
    let isCalledOff = entry.actual == nil && (change.outcome != nil || change.closed != nil)
    if isCalledOff { return [] }
    let href = Route.change(change.id).href(from: route)
    let isConflict = publication.calendar.isConflicting(change)
    return [(WeekTimeline.Kind.planned, entry.planned), (.actual, entry.actual)].flatMap {
      kind, interval -> [WeekTimeline.Span] in
      guard let interval else { return [] }
      return pieces(of: interval).map { day, minutes in
        WeekTimeline.Span(
          kind, day: day, minutes: minutes, label: change.id, note: change.title?.value ?? "",
          href: href, isConflict: isConflict)
      }
    }
  }

  /// The part of an interval on each day of the week, by the clock on the wall.
  private func pieces(of interval: Interval) -> [(day: Int, minutes: Range<Int>)] {
    let zone = publication.zone
    let monday = week.firstDay.daysSinceEpoch
    let days = CalendarEntry.days(of: interval, in: zone)
    let first = max(days.lowerBound, monday)
    let last = min(days.upperBound, monday + 6)
    guard first <= last else { return [] }
    let start = zone.wallTime(at: interval.start)
    let end = zone.wallTime(at: interval.end)
    return (first...last).map { day in
      let from = day == start.day.daysSinceEpoch ? start.second / 60 : 0
      let to = day == end.day.daysSinceEpoch ? (end.second + 59) / 60 : 1440
      return (day - monday, from..<max(from, to))
    }
  }

  private func minute(of instant: Instant) -> (day: Int, minute: Int)? {
    guard week.interval.contains(instant) else { return nil }
    let time = publication.zone.wallTime(at: instant)
    return (time.day.daysSinceEpoch - week.firstDay.daysSinceEpoch, time.second / 60)
  }
}
