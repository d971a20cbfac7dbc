import Chronology
import PolicyReading

/// The report of one period as text for a terminal; ends with a line feed.
package func renderReportText(_ figures: PeriodFigures) -> String {
  var lines = heading(of: figures)
  for figure in figures.main { lines += block(of: figure) + [""] }
  lines += sideLines(figures.side) + [""]
  lines += exceptionLines(figures.exceptions) + [""]
  lines += exclusionLines(figures.main)
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n") + "\n"
}

private func heading(of figures: PeriodFigures) -> [String] {
  let period = figures.period
  let lastDay = period.endDay.adding(days: -1)
  var lines = [
    "Changes in \(period.title)",
    "\(period.label): \(period.firstDay) to \(lastDay), \(figures.zone.name)",
  ]
  if figures.isProvisional {
    lines.append("PROVISIONAL: the period has not ended as of \(figures.asOf.rfc3339)")
  }
  return lines + [""]
}

/// The lines of one of the figures with a target.
private func block(of figure: Figure) -> [String] {
  var lines = [padded(figure.title, to: 24) + figure.valueText]
  let verdict = figure.verdictText
  if !verdict.isEmpty { lines.append(indented(verdict)) }
  switch figure {
  case .rate(let rate):
    if let interval = rate.interval {
      lines.append(
        indented(
          "the \(formatLevel(interval.level)) interval runs from \(formatShare(interval.low)) "
            + "to \(formatShare(interval.high))"))
    }
    if let bounds = boundsText(rate) { lines.append(indented(bounds)) }
  case .duration(let duration):
    if let summary = duration.summary {
      lines.append(
        indented(
          "median \(formatDuration(summary.median)), 90th percentile "
            + "\(formatDuration(summary.p90)), from \(formatDuration(Double(summary.shortest))) "
            + "to \(formatDuration(Double(summary.longest)))"))
    }
  case .count: break
  }
  return lines
}

private func boundsText(_ rate: RateFigure) -> String? {
  guard let bounds = rate.bounds else { return nil }
  let (low, high) = (bounds.low, bounds.high)
  return "\(counted(bounds.unknown, "unknown outcome")): between "
    + "\(formatShare(low.numerator, low.denominator)) and "
    + "\(formatShare(high.numerator, high.denominator)), whichever way they fall"
}

private func sideLines(_ figures: [Figure]) -> [String] {
  guard !figures.isEmpty else { return [] }
  let width = (figures.map { $0.title.unicodeScalars.count }.max() ?? 0) + 2
  return ["Beside them"] + figures.map { "  " + padded($0.title, to: width) + $0.valueText }
}

private func exceptionLines(_ exceptions: [ReportException]) -> [String] {
  guard !exceptions.isEmpty else { return ["Exceptions", "  none"] }
  return ["Exceptions"]
    + exceptions.map { exception in
      let kinds = exception.kinds.map(\.text).joined(separator: ", ")
      return "  \(printable(exception.id))  \(printable(exception.title ?? "no title")): \(kinds)"
    }
}

/// What the figures leave out, by reason; figures that leave out the same share a list.
private func exclusionLines(_ figures: [Figure]) -> [String] {
  var lines: [String] = []
  for (index, figure) in figures.enumerated() where !figure.excluded.isEmpty {
    guard !figures[..<index].contains(where: { $0.excluded == figure.excluded }) else { continue }
    let titles = figures[index...].filter { $0.excluded == figure.excluded }.map(\.title)
    lines.append("Not counted in \(printable(titles.joined(separator: ", ")))")
    for group in figure.exclusionsByReason {
      let ids = group.ids.map(printable).joined(separator: ", ")
      lines.append("  \(group.ids.count) \(group.reason.text): \(ids)")
    }
    lines.append("")
  }
  return lines
}

private func indented(_ text: String) -> String { padded("", to: 24) + text }

private func padded(_ text: String, to width: Int) -> String {
  let text = printable(text)
  let missing = width - text.unicodeScalars.count
  // At least two spaces keep a long name apart from its value.
  return text + String(repeating: " ", count: text.isEmpty ? width : max(2, missing))
}

/// `1 change`, `2 changes`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// A text of a record without characters that would steer a terminal.
func printable(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{FFFD}")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}
