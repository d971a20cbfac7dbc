import Chronology
import Markdown

/// Two bars on one scale of time: what was planned over what it took. The words stand beside the
/// bars, not in them, so that they keep their size on a narrow screen.
package func timeStrip(planned: Interval?, actual: Interval?, zone: Zone) -> HTML {
  guard let start = [planned?.start, actual?.start].compactMap(\.self).min(),
    let end = [planned?.end, actual?.end].compactMap(\.self).max(), start < end
  else { return .empty }
  func x(_ instant: Instant) -> Double { 1000 * Double(instant - start) / Double(end - start) }
  var writer = HTMLWriter()
  writer.open("div", class: "strip")
  for (name, look, interval) in [("planned", "s-plan", planned), ("actual", "s-real", actual)] {
    guard let interval else { continue }
    writer.element("span", [:], name)
    writer.open(
      "svg",
      [
        "viewBox": "0 0 1000 16", "preserveAspectRatio": "none", "role": "img",
        "aria-label": "\(name): \(DisplayTime.instant(interval.start, in: zone)) to "
          + DisplayTime.instant(interval.end, in: zone),
      ])
    let left = min(x(interval.start), 996)
    writer.rectangle(look, x: left...max(left + 4, x(interval.end)), y: 0...16)
    writer.close("svg")
  }
  writer.element("span", [:], "")
  writer.open("p")
  for (index, instant) in [start, end].enumerated() {
    if index > 0 { writer.text(" ") }
    writer.element(
      "time", ["datetime": instant.rfc3339], DisplayTime.instant(instant, in: zone))
  }
  writer.close("p")
  writer.close("div")
  return writer.finish()
}
