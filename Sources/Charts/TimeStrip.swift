import Chronology
import Markdown

/// Two bars on one scale of time: what was planned over what it took. The words stand beside the
/// bars, not in them, so that they keep their size on a narrow screen.
package func timeStrip(planned: Interval?, actual: Interval?, zone: Zone) -> HTML {
  let bars = [
    planned.map { TimeBar("planned", "s-plan", $0, zone) },
    actual.map { TimeBar("actual", "s-real", $0, zone) },
  ].compactMap(\.self)
  guard let first = bars.min(by: { $0.interval.start < $1.interval.start }),
    let last = bars.max(by: { $0.interval.end < $1.interval.end }),
    first.interval.start < last.interval.end
  else { return .empty }
  let (start, end) = (first.interval.start, last.interval.end)
  func x(_ instant: Instant) -> Double { 1000 * Double(instant - start) / Double(end - start) }
  var writer = HTMLWriter()
  writer.open("div", class: "strip")
  for bar in bars {
    writer.element("span", bar.name)
    writer.markup(
      "<svg viewBox=\"0 0 1000 16\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
    writer.text(bar.name)
    writer.markup(": ")
    writer.text(bar.start)
    writer.markup(" to ")
    writer.text(bar.end)
    writer.markup("\">")
    let left = min(x(bar.interval.start), 996)
    writer.rectangle(bar.look, x: left...max(left + 4, x(bar.interval.end)), y: 0...16)
    writer.close("svg")
  }
  writer.markup("<span></span><p>")
  writer.element("time", "datetime", start.rfc3339, first.start)
  writer.text(" ")
  writer.element("time", "datetime", end.rfc3339, last.end)
  writer.markup("</p></div>")
  return writer.finish()
}

/// A bar with its ends in words, which stand both in its name and under the strip.
private struct TimeBar {
  let name: String
  let look: String
  let interval: Interval
  let start: String
  let end: String

  init(_ name: String, _ look: String, _ interval: Interval, _ zone: Zone) {
    self.name = name
    self.look = look
    self.interval = interval
    start = DisplayTime.instant(interval.start, in: zone)
    end = DisplayTime.instant(interval.end, in: zone)
  }
}
