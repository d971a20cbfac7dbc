import Chronology
import Configuration
import Figures
import Markdown
import PolicyReading

/// One page a figure. `figures` are those of the months, the earliest first.
func planFigures(_ figures: [PeriodFigures], _ publication: Publication) -> [PlannedPage] {
  FigureCatalogue.definitions.compactMap { definition in
    guard let course = FigureCourse(definition, in: figures) else { return nil }
    let view = FigureView(course, in: publication)
    return PlannedPage(view.route, template: "figure") { view.page }
  }
}

/// A figure together with what its page says of it.
struct FigureView: Sendable {
  let course: FigureCourse
  let publication: Publication
  let route: Route

  init(_ course: FigureCourse, in publication: Publication) {
    self.course = course
    self.publication = publication
    route = .figure(course.definition.key)
  }

  var page: FigurePage {
    FigurePage(
      frame: publication.frame(at: route, in: .dashboard).page(
        course.title, breadcrumbs: .trail([], to: course.title, at: route)),
      title: course.title,
      lead: course.target.map { "Target: \($0.words)." } ?? "The policy sets no target for it.",
      headline: headline, chart: chart, definition: definition, months: monthTable,
      records: records)
  }

  /// `October 2026: 92.9 %, missed; met in 7 of 10 months with data`.
  private var headline: String {
    let month = course.months[course.current]
    var words = "\(DisplayTime.period(month.period)): \(month.figure.valueWords)"
    guard let verdict = month.figure.verdict else { return words }
    if verdict != .noData { words += ", \(verdict.words)" }
    let judged = course.months.filter { !$0.isProvisional && $0.figure.verdict != .noData }
    let met = judged.count { $0.figure.verdict == .met }
    if !judged.isEmpty { words += "; met in \(met) of \(judged.count) closed months with data" }
    return words
  }

  private var chart: HTML {
    let last = course.months.count - 1
    let series = course.series(upTo: last, count: 36)
    guard series.points.contains(where: { $0.value != nil }) else {
      var writer = HTMLWriter()
      writer.element(
        "p", ["class": "empty"],
        "No month has data yet. The first change that ends with an outcome on record starts the line."
      )
      return writer.finish()
    }
    let first = DisplayTime.period(course.months[max(0, last - 35)].period)
    let scope = "\(first) to \(DisplayTime.period(course.months[last].period))"
    var writer = HTMLWriter()
    writer.open("figure")
    writer.open("figcaption")
    writer.element("p", caption(scope: scope))
    writer.close("figcaption")
    writer.open(
      "div", ["class": "course", "role": "region", "aria-label": "Chart", "tabindex": "0"])
    writer.append(
      CourseChart(
        series, summary: "\(course.title), \(scope). \(headline). The table below has every value.",
        targetLabel: course.target.map { "target \($0.words.prefixBeforeScope)" } ?? ""
      ).html())
    writer.close("div")
    writer.close("figure")
    return writer.finish()
  }

  private func caption(scope: String) -> String {
    let measure =
      course.series(upTo: 0, count: 1).isShare
      ? "Share a month with its \(level) interval as a bar" : "Mean a month"
    let hollow =
      course.months[course.months.count - 1].isProvisional
      ? "; the hollow point is provisional" : ""
    return "\(measure), \(scope)\(hollow)."
  }

  var level: String { formatLevel(publication.settings.confidence) }

  private var definition: HTML {
    var writer = HTMLWriter()
    writer.append(definitionList(course.definition, at: route))
    if let target = course.target {
      writer.open("p")
      writer.policy(target.reference, at: route, links: publication.links)
      writer.close("p")
    }
    writer.open("p")
    writer.element(
      "a", ["href": Route.figureDefinition(course.definition.key).href(from: route)],
      "How verdicts come about")
    writer.text(" · ")
    writer.element(
      "a", ["href": Route.figureTable(course.definition.key).href(from: route)],
      "These numbers as CSV")
    writer.close("p")
    return writer.finish()
  }
}

extension String {
  /// `below 2 h` of `below 2 h for Normal`: there is no room for more at the end of a line.
  fileprivate var prefixBeforeScope: String {
    let words = split(separator: " ")
    return words.prefix { $0 != "for" }.joined(separator: " ")
  }
}
