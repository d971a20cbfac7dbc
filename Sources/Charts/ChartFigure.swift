import Documents
import Markdown

/// A chart with what stands around it: the finding, what was measured, the drawing, its numbers behind
/// a disclosure, and the way to all of them.
package struct ChartFigure: Block {
  /// Says the finding.
  private let headline: String?
  /// Says measure, scope and period.
  private let subtitle: String
  private let chart: any Chart
  private let table: Table?
  private let csv: LinkTarget?

  /// - Parameters:
  ///   - headline: Nil where a heading above says it.
  ///   - table: In place of the chart's own, where a page has more to say of each row.
  ///   - csv: The file that has every number; nil where there is none.
  package init(
    headline: String?, subtitle: String, chart: any Chart, table: Table? = nil, csv: LinkTarget?
  ) {
    self.headline = headline
    self.subtitle = subtitle
    self.chart = chart
    self.table = table
    self.csv = csv
  }

  package static let name = "chart"

  package static let fields = TemplateFields<Self>(
    .optionalText("headline", "The finding; nothing where a heading above says it.") {
      $0.headline
    },
    .text("subtitle", "Measure, scope and period.") { $0.subtitle },
    .text("label", "What the chart shows, for those who do not see it.") {
      $0.headline ?? $0.subtitle
    },
    .flag("endsNow", "Its newest part is at its right end.") { $0.chart.endsNow },
    .html("drawing", "The drawing.") { $0.chart.draw() },
    .html("numbers", "The numbers of the drawing as a table, where there is no other.") {
      $0.table == nil ? $0.chart.table.html() : nil
    },
    .blocks("table", "A table that says more of each number.") { [$0.table].compactMap(\.self) },
    .target("csv", "The file that has every number.") { $0.csv })

  private var words: RichText {
    RichText([headline, subtitle, chart.summary].compactMap(\.self).joined(separator: " "))
  }

  /// The numbers where no page of the site is at hand.
  private var numbers: Table {
    table
      ?? Table(
        chart.table.caption,
        chart.table.columns.map { .init($0.name, isNumber: $0.isNumber) },
        chart.table.rows.map { $0.map { RichText($0.text) } })
  }

  package func write(to writer: inout TextWriter) {
    writer.paragraph(words)
    numbers.write(to: &writer)
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.paragraph(words)
    numbers.write(to: &writer)
  }

  package func write(to writer: inout MailWriter) {
    writer.paragraph(words)
    numbers.write(to: &writer)
  }
}
