import Charts
import Chronology
import Documents
import Figures
import Markdown
import PolicyReading
import Records
import Reports

/// All figures in the last closed month, and how many changes there were of which kind and when.
func planFigureIndex(
  _ histories: [FigureHistory], _ starts: Starts, _ publication: Publication
) -> PlannedPage {
  let route = Route.figures
  return PlannedPage(route, template: "sections", in: publication) {
    let ofPolicy = histories.flatMap(\.targets)
    let beside = histories.filter(\.targets.isEmpty).map {
      JudgedCourse(title: $0.months.title, series: $0.months, isWhole: true)
    }
    let period = histories.first.map {
      DisplayTime.period($0.months.points[$0.months.current].period)
    }
    let byMonth = ChangesByMonth(publication)
    var changes = HTMLWriter()
    if byMonth.isEmpty {
      changes.append(
        .notice(
          "No change is recorded yet. Add records under content/changes, and each month gets a column."
        ))
    } else {
      changes.append(byMonth.byType(at: route))
      changes.append(byMonth.byOutcome(at: route))
    }
    return SectionsPage(
      frame: publication.frame(at: route, in: .dashboard).page(
        "Figures", breadcrumbs: .trail([], to: "Figures", at: route)),
      kicker: "Every rate and duration", title: "Figures",
      lead: period.map {
        "The last month that is over, \($0), and the months before it. Each name opens the figure "
          + "with its course, its parts and its records; k of n opens the records of the month."
      } ?? "Nothing has been measured yet.",
      sections: [
        .init(
          anchor: "policy", heading: "Policy targets",
          content: policyTable(ofPolicy, publication, at: route)),
        .init(
          anchor: "beside", heading: "Supporting metrics",
          content: table(
            beside, at: route,
            empty: "The policy sets a target for every figure.")),
        .init(anchor: "changes", heading: "Changes a month", content: changes.finish()),
        .init(
          anchor: "starts", heading: "When changes start",
          content: starts.figure(at: route)),
      ])
  }
}

/// The figures with a target, and the rows of the policy that no figure answers.
private func policyTable(
  _ targets: [JudgedCourse], _ publication: Publication, at route: Route
) -> HTML {
  var writer = HTMLWriter()
  let unjudged = publication.register.policies.inForce(at: publication.asOf).unjudgedTargets
  writer.append(
    table(
      targets, at: route,
      empty: unjudged.isEmpty
        ? "The policy sets no target for these figures."
        : "The policy sets targets, and none of them for a figure that changebook computes."))
  guard !unjudged.isEmpty else { return writer.finish() }
  writer.element("p", "Not judged, because changebook computes no such figure:")
  writer.open("ul", class: "list")
  for target in unjudged {
    writer.open("li")
    writer.text("\(target.metric), \(target.text): ")
    writer.policy(target.reference, at: route, links: publication.links)
    writer.close("li")
  }
  writer.close("ul")
  return writer.finish()
}

private func table(_ courses: [JudgedCourse], at route: Route, empty: String) -> HTML {
  guard !courses.isEmpty else { return .notice(empty) }
  var writer = HTMLWriter()
  writer.openTable(
    "Figures",
    [
      ("Figure", false), ("Value", true), ("Counted", true), ("Target", false), ("Verdict", false),
      ("Twelve months", false), ("What stands out", false),
    ])
  for course in courses {
    let months = course.series
    let point = course.current
    let figure = point.figure
    // The records of a target for some changes stand among those of all.
    let place =
      course.isWhole
      ? RecordListing(months).href(point.period, from: route)
      : Route.figure(course.key).href(from: route)
    writer.open("tr")
    writer.open("th", "scope", "row")
    writer.element(
      "a", "href", Route.figure(course.key).href(from: route), course.title)
    writer.close("th")
    writer.element("td", class: "n", figure.valueWords)
    writer.numberCell(
      figure.shareWords, href: FigureRecords.count(of: figure) > 0 ? place : nil)
    writer.element("td", figure.target?.shortWords ?? "none")
    writer.open("td")
    if let verdict = figure.verdict {
      writer.element("span", "class", verdict.mark, verdict.text)
      if let doubt = figure.doubtWords {
        writer.text(" ")
        writer.element("span", class: "few", doubt)
      }
    } else {
      writer.text("–")
    }
    writer.close("td")
    writer.open("td", class: "small-chart")
    let series = months.sparkline(upTo: months.current)
    writer.append(
      drawSparkline(
        series, summary: "\(course.title), \(counted(series.points.count, "month", "months"))"))
    writer.close("td")
    writer.element("td", class: "what", headline(of: months).sentence.capitalisedFirst)
    writer.close("tr")
  }
  writer.closeTable()
  return writer.finish()
}
