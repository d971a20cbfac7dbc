import Documents
import Chronology
import Markdown

/// Links to the months or weeks before and after one, which arrow keys follow too.
struct CalendarPager {
  /// With pages, the earliest first.
  let periods: [Period]
  /// Of the pages, in the same order.
  let routes: [Route]
  private let names: [String]

  init(periods: [Period]) {
    self.periods = periods
    routes = periods.map { .calendar($0.label) }
    names = periods.map { DisplayTime.period($0).capitalisedFirst }
  }

  func html(at index: Int) -> HTML {
    var writer = HTMLWriter()
    writer.open("nav", ["class": "pager", "aria-label": "Before and after"])
    if index > 0 { write("prev", index - 1, from: routes[index], to: &writer) }
    if index + 1 < periods.count { write("next", index + 1, from: routes[index], to: &writer) }
    writer.close("nav")
    return writer.finish()
  }

  private func write(
    _ relation: String, _ index: Int, from route: Route, to writer: inout HTMLWriter
  ) {
    writer.open("a", ["rel": relation, "href": routes[index].href(from: route)])
    writer.text(names[index])
    writer.close("a")
  }
}
