import Documents

/// The report of one period as GitHub Flavored Markdown, for a chat or a pull request; ends with a
/// line feed.
///
/// - Parameter address: Where a link leads in the world; nil where nothing is known to lead there.
///   Without addresses the text stays, and the web pages that records name.
package func renderReportMarkdown(
  _ report: PeriodReport, address: @escaping (LinkTarget) -> String? = { _ in nil }
) -> String {
  var writer = MarkdownWriter(zone: report.index.zone, address: address)
  let kicker = report.kicker
  writer.heading("\(report.title): \(kicker.prefix(1).lowercased() + kicker.dropFirst())", level: 2)
  writer.paragraph(report.days)
  if let caution = report.caution { writer.strong(caution) }
  if report.showsVerdict { writer.paragraph(report.summary) }
  writer.write(report.sections)
  return writer.text
}
