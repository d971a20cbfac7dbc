import Markdown

/// What stands around every chart: the finding, what was measured, the drawing, its numbers behind a
/// disclosure, and the way to all of them.
package struct ChartFigure: Sendable {
  /// Says the finding.
  private let headline: String?
  /// Says measure, scope and period.
  private let subtitle: String
  private let chart: any Chart
  private let table: HTML?
  private let csv: String?

  /// - Parameters:
  ///   - headline: Nil where a heading above says it.
  ///   - table: In place of the chart's own, where a page has more to say of each row.
  ///   - csv: The address of the file that has every number; nil where there is none.
  package init(
    headline: String?, subtitle: String, chart: any Chart, table: HTML? = nil, csv: String?
  ) {
    self.headline = headline
    self.subtitle = subtitle
    self.chart = chart
    self.table = table
    self.csv = csv
  }

  package func html() -> HTML {
    var writer = HTMLWriter()
    writer.open("figure", class: "chart-figure")
    writer.open("figcaption")
    if let headline { writer.element("p", class: "finding", headline) }
    writer.element("p", subtitle)
    writer.close("figcaption")
    writer.open(
      "div",
      [
        "class": "course", "role": "region", "aria-label": "Chart: \(headline ?? subtitle)",
        "tabindex": "0",
      ])
    writer.append(chart.draw())
    writer.close("div")
    writer.open("details", class: "numbers")
    writer.element("summary", "The numbers of this chart")
    writer.open(
      "div",
      [
        "class": "scroll", "role": "region", "aria-label": "Numbers: \(headline ?? subtitle)",
        "tabindex": "0",
      ])
    writer.append(table ?? chart.table.html())
    writer.close("div")
    if let csv {
      writer.open("p")
      writer.element("a", "href", csv, "All of them as CSV")
      writer.close("p")
    }
    writer.close("details")
    writer.close("figure")
    return writer.finish()
  }
}
