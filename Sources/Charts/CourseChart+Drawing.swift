import Markdown

extension CourseChart {
  package func draw() -> HTML {
    var writer = HTMLWriter()
    writer.reserve(2048 + series.points.count * 320)
    writer.openDrawing(
      width: frame.width, height: frame.height, summary: summary,
      isLinked: series.points.contains { $0.href != nil })
    writeGrid(to: &writer)
    writePeriods(to: &writer)
    writeBand(to: &writer)
    writeLimits(to: &writer)
    writeTarget(to: &writer)
    writePoints(to: &writer)
    writeSignals(to: &writer)
    frame.labels.write(
      at: frame.right + 8, width: frame.width - frame.right - 10, to: &writer)
    writer.close("svg")
    return writer.finish()
  }

  private func writeGrid(to writer: inout HTMLWriter) {
    for tick in frame.axis.ticks {
      let y = frame.y(tick)
      writer.line("s-grid", from: (frame.left, y), to: (frame.right, y))
      let label = TextFit.cut(frame.axis.label(tick), to: frame.left - 12)
      writer.label(label, at: (frame.left - 8, y + 4), .end)
    }
    writer.line("s-axis", from: (frame.left, frame.bottom), to: (frame.right, frame.bottom))
  }

  /// The names under the axis, as many as have room, and the years under the first of each.
  private func writePeriods(to writer: inout HTMLWriter) {
    let widest = series.points.map { TextFit.width($0.tick) }.max() ?? 0
    let step = max(1, Int(((widest + 8) / frame.slot).rounded(.up)))
    var group: String?
    var groupEnd = -Double.infinity
    for (index, point) in series.points.enumerated() where index.isMultiple(of: step) {
      let x = frame.x(index)
      writer.label(
        TextFit.cut(
          point.tick, to: min(120, frame.slot * Double(step), 2 * x, 2 * (frame.width - x))),
        at: (x, frame.bottom + 20), .middle)
      guard point.group != group else { continue }
      group = point.group
      let half = TextFit.width(point.group) / 2
      guard x - half > groupEnd, half < 60 else { continue }
      groupEnd = x + half + 6
      writer.label(point.group, at: (x, frame.bottom + 38), .middle)
    }
  }

  /// Each interval as wide as its period, so that nothing is drawn between the periods.
  private func writeBand(to writer: inout HTMLWriter) {
    let half = max(1, frame.slot / 2 - (frame.slot > 12 ? 1.5 : 0.5))
    for (index, point) in series.points.enumerated() {
      guard let interval = point.interval else { continue }
      let (top, bottom) = (frame.y(interval.upperBound), frame.y(interval.lowerBound))
      writer.rectangle(
        "s-band", x: (frame.x(index) - half)...(frame.x(index) + half), y: top...max(top, bottom))
    }
  }

  /// Steps, because the limits are those of each period's own number of changes.
  private func writeLimits(to writer: inout HTMLWriter) {
    if let centre {
      let y = frame.y(centre.value)
      writer.line("s-centre", from: (frame.left, y), to: (frame.right, y))
    }
    for bound in [\ClosedRange<Double>.upperBound, \ClosedRange<Double>.lowerBound] {
      var step: [Spot] = []
      for (index, point) in series.points.enumerated() {
        if let limits = point.limits {
          let y = frame.y(limits[keyPath: bound])
          step.append((frame.x(index) - frame.slot / 2, y))
          step.append((frame.x(index) + frame.slot / 2, y))
        } else if !step.isEmpty {
          writer.polyline("s-limit", step)
          step = []
        }
      }
      writer.polyline("s-limit", step)
    }
  }

  /// A line, or steps where the policy changed the target: each period by its own.
  private func writeTarget(to writer: inout HTMLWriter) {
    guard series.hasSteps else {
      if let target = series.target {
        writer.line(
          "s-target", from: (frame.left, frame.y(target)), to: (frame.right, frame.y(target)))
      }
      return
    }
    var steps: [Spot] = []
    for (index, point) in series.points.enumerated() {
      if let target = point.target {
        steps.append((frame.x(index) - frame.slot / 2, frame.y(target)))
        steps.append((frame.x(index) + frame.slot / 2, frame.y(target)))
      } else if !steps.isEmpty {
        writer.polyline("s-target", steps)
        steps = []
      }
    }
    writer.polyline("s-target", steps)
  }

  private func writePoints(to writer: inout HTMLWriter) {
    for run in series.runs where run.count > 1 {
      writer.polyline(
        "s-line",
        run.compactMap { index in
          series.points[index].value.map { (frame.x(index), frame.y($0)) }
        })
    }
    let radius = min(4, max(2, frame.slot / 4))
    for (index, point) in series.points.enumerated() {
      guard let value = point.value else { continue }
      let title = "\(point.name): \(point.words)"
      writer.linked(point.href) { writer in
        writer.open(
          "circle",
          [
            "class": point.isProvisional ? "s-open" : "s-dot", "cx": svgNumber(frame.x(index)),
            "cy": svgNumber(frame.y(value)), "r": svgNumber(radius),
          ])
        writer.element("title", title)
        writer.close("circle")
      }
    }
  }

  /// Words above the plot, as far as they have room; the page has all of them.
  private func writeSignals(to writer: inout HTMLWriter) {
    var lastEnd = frame.left - 40
    for signal in signals {
      let first = frame.x(signal.points.lowerBound)
      let last = frame.x(signal.points.upperBound)
      if signal.points.count == 1 {
        if let value = series.points[signal.points.lowerBound].value {
          writer.circle("s-ring", at: (first, frame.y(value)), radius: 8)
          writer.line("s-lead", from: (first, 22), to: (first, frame.y(value) - 9))
        }
      } else {
        writer.polyline("s-bracket", [(first, 30), (first, 24), (last, 24), (last, 30)])
      }
      let middle = (first + last) / 2
      let half = TextFit.width(signal.words, isBold: true) / 2
      let start = min(max(middle - half, lastEnd + 10), frame.width - 2 * half)
      guard start > lastEnd, start <= middle, start + 2 * half >= middle else { continue }
      writer.label(signal.words, at: (start, 16), look: "s-label")
      lastEnd = start + 2 * half
    }
  }
}
