import Chronology
import Figures
import Findings
import PolicyReading

/// Where values of figures stand in text.
let figureColumn = 24

/// The lines of one of the figures with a target.
func figureLines(_ figure: Figure, title: String) -> [String] {
  var lines = [padded(title, to: figureColumn) + figure.valueText]
  lines += figure.verdictLines.map(indented)
  switch figure {
  case .rate(let rate):
    if let interval = rate.interval {
      lines.append(
        indented(
          "the \(formatLevel(interval.level)) interval runs from \(formatShare(interval.low)) "
            + "to \(formatShare(interval.high))"))
    }
    if let bounds = rate.boundsWords { lines.append(indented(bounds)) }
  case .duration(let duration):
    if let summary = duration.summary {
      let other =
        duration.leading == .mean
        ? "median \(formatDuration(summary.median))" : "mean \(formatDuration(summary.mean))"
      let p90 = summary.p90.map { ", 90th percentile \(formatDuration($0))" } ?? ""
      lines.append(
        indented(
          "\(other)\(p90), from \(formatDuration(Double(summary.shortest))) "
            + "to \(formatDuration(Double(summary.longest)))"))
    }
  case .count: break
  }
  return lines
}

/// The figures without a target, one a line.
func sideLines(_ figures: [Figure]) -> [String] {
  guard !figures.isEmpty else { return [] }
  let width = (figures.map { $0.title.unicodeScalars.count }.max() ?? 0) + 2
  return ["Supporting metrics"] + figures.map { "  " + padded($0.title, to: width) + $0.valueText }
}

/// What the figures leave out, by reason; figures that leave out the same share a list.
func exclusionLines(_ figures: [Figure]) -> [String] {
  var lines: [String] = []
  for (index, figure) in figures.enumerated() where !figure.excluded.isEmpty {
    guard !figures[..<index].contains(where: { $0.excluded == figure.excluded }) else { continue }
    let titles = figures[index...].filter { $0.excluded == figure.excluded }.map(\.title)
    lines.append("Excluded from \(printable(titles.joined(separator: ", ")))")
    for group in figure.exclusionsByReason {
      let ids = group.ids.map(printable).joined(separator: ", ")
      lines.append("  \(group.ids.count) \(group.reason.text): \(ids)")
    }
    lines.append("")
  }
  return lines
}

private func indented(_ text: String) -> String { padded("", to: figureColumn) + text }

func padded(_ text: String, to width: Int) -> String {
  let text = printable(text)
  let missing = width - text.unicodeScalars.count
  // At least two spaces keep a long name apart from its value.
  return text + String(repeating: " ", count: text.isEmpty ? width : max(2, missing))
}

/// A text of a record on one line, without characters that would steer a terminal.
func printable(_ text: String) -> String { VisibleText.line(text) }
