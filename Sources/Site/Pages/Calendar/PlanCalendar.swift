import Documents
import Chronology
import Markdown

/// The calendar with its months, weeks and freezes.
func planCalendar(_ publication: Publication) -> [PlannedPage] {
  let span = publication.calendar.span
  let items = AgendaItems(publication)
  var pages = [planCalendarIndex(publication)]
  let months = CalendarPager(periods: span.months)
  pages += span.months.indices.map { index in
    let route = months.routes[index]
    return PlannedPage(route, template: "calendar-month", in: publication) {
      MonthView(months.periods[index], in: publication).page(
        months.html(at: index), items, at: route)
    }
  }
  let weeks = CalendarPager(periods: span.weeks)
  pages += span.weeks.indices.map { index in
    let route = weeks.routes[index]
    return PlannedPage(route, template: "calendar-week", in: publication) {
      WeekView(weeks.periods[index], at: route, in: publication).page(
        weeks.html(at: index), items)
    }
  }
  pages += publication.calendar.freezes.all.map { entry in
    PlannedPage(entry.route, template: "calendar-freeze", in: publication) {
      FreezeView(entry, in: publication).page
    }
  }
  return pages
}
