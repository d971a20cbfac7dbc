import Documents
import Figures

/// The report of one period as text for a terminal, its lines within some 100 columns; ends with a
/// line feed.
package func renderReportText(_ report: PeriodReport) -> String {
  var writer = TextWriter(zone: report.index.zone)
  writer.verbatim([
    "\(report.title): \(report.kicker)", writer.plain(report.days),
  ])
  if let caution = report.caution { writer.line(caution) }
  writer.verbatim([""])
  if report.showsVerdict {
    writer.line(report.summary)
    writer.verbatim([""])
  }
  for section in report.sections {
    section.write(to: &writer)
    writer.verbatim([""])
  }
  if report.showsVerdict {
    writer.verbatim(
      sideLines(report.figures.side) + [""] + exclusionLines(report.figures.main))
  }
  return writer.text
}

extension PeriodReport {
  /// Something can be said of how the period went.
  package var showsVerdict: Bool { state == .closed || state == .running }
}
