import Chronology
import Markdown

/// Links to the months or weeks before and after one, which arrow keys follow too.
struct CalendarPager {
  /// With pages, the earliest first.
  let periods: [Period]

  func html(at index: Int) -> HTML {
    let route = Route.calendar(periods[index].label)
    var writer = HTMLWriter()
    writer.open("nav", ["class": "pager", "aria-label": "Before and after"])
    if index > 0 { write("prev", periods[index - 1], from: route, to: &writer) }
    if index + 1 < periods.count { write("next", periods[index + 1], from: route, to: &writer) }
    writer.close("nav")
    return writer.finish()
  }

  private func write(
    _ relation: String, _ period: Period, from route: Route, to writer: inout HTMLWriter
  ) {
    writer.open(
      "a", ["rel": relation, "href": Route.calendar(period.label).href(from: route)])
    writer.text(DisplayTime.period(period).capitalisedFirst)
    writer.close("a")
  }
}
