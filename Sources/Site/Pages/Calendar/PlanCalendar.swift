import Chronology
import Documents

/// The calendar with its months, weeks and freezes.
func planCalendar(_ publication: Publication) -> [PlannedPage] {
  let span = publication.calendar.span
  let months = span.months.indices.map { index in
    let route = Route.calendar(span.months[index].label)
    return PlannedPage(route, template: "calendar-month", in: publication) {
      MonthView(span.months[index], in: publication).page(
        NeighbourLink.around(index, of: span.months) { .calendar($0) }, at: route)
    }
  }
  let weeks = span.weeks.indices.map { index in
    let route = Route.calendar(span.weeks[index].label)
    return PlannedPage(route, template: "calendar-week", in: publication) {
      WeekView(span.weeks[index], at: route, in: publication).page(
        NeighbourLink.around(index, of: span.weeks) { .calendar($0) })
    }
  }
  let freezes = publication.calendar.freezes.all.map { entry in
    PlannedPage(entry.route, template: "calendar-freeze", in: publication) {
      FreezeView(entry, in: publication).page
    }
  }
  return [planCalendarIndex(publication)] + publication.planYears() + months + weeks + freezes
}
