import Documents
import Markdown

/// The report of one period as one HTML file for e-mail: its style inside, no script, nothing that
/// is fetched, tables where a page has charts, since mail programs drop those.
///
/// - Parameter address: As in `renderReportMarkdown`.
package func renderReportMail(
  _ report: PeriodReport, site: String, address: @escaping (LinkTarget) -> String? = { _ in nil }
) -> [UInt8] {
  var writer = MailWriter(zone: report.index.zone, address: address)
  writer.document(title: "\(report.title) · \(site)", language: "en", style: mailStyle) { writer in
    writer.paragraph("\(site) · \(report.kicker)", class: "soft")
    writer.title(report.title)
    writer.paragraph(report.days, class: "soft")
    if let caution = report.caution { writer.paragraph(caution, class: "caution") }
    if report.showsVerdict { writer.paragraph(report.summary, class: "lead") }
    writer.newline()
    for section in report.sections {
      section.write(to: &writer)
      writer.newline()
    }
  }
  return writer.finish().bytes
}

/// Without quotes, angle brackets and ampersands, which the writer would escape.
package let mailStyle = """
  body { margin: 0; padding: 16px; background: #ffffff; color: #1b1e22; \
  font: 15px/1.5 Helvetica, Arial, sans-serif; word-break: break-word; } \
  .report { max-width: 680px; margin: 0 auto; } \
  h1 { font-size: 26px; line-height: 1.2; margin: 4px 0; } \
  h2 { font-size: 18px; line-height: 1.3; margin: 28px 0 8px; } \
  p { margin: 0 0 10px; } .lead { font-size: 17px; margin-top: 14px; } \
  .soft { color: #555b63; font-size: 13px; } .caution { color: #775000; font-weight: bold; } \
  ul { margin: 0 0 10px; padding-left: 20px; } li { margin-bottom: 8px; } \
  table { border-collapse: collapse; width: 100%; font-size: 13px; margin-bottom: 10px; } \
  th, td { text-align: left; vertical-align: top; padding: 5px 8px 5px 0; \
  border-bottom: 1px solid #dcd9d1; } th { color: #555b63; } .n { text-align: right; } \
  a { color: #17456b; } .good { color: #1a653c; } .bad { color: #9c2720; } \
  .doubtful { color: #775000; } .neutral { color: #555b63; } \
  @media (prefers-color-scheme: dark) { body { background: #14171a; color: #e7e5e0; } \
  .soft, th, .neutral { color: #a7adb4; } th, td { border-color: #343a41; } \
  a { color: #93bfe6; } .good { color: #85cba1; } .bad { color: #f29c93; } \
  .doubtful, .caution { color: #e3bb72; } }
  """
