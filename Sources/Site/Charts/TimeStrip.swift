import Chronology
import Markdown

/// Two bars on one scale of time: what was planned over what it took. The words stand beside the
/// bars, not in them, so that they keep their size on a narrow screen.
func timeStrip(planned: Interval?, actual: Interval?, zone: Zone) -> HTML {
  guard let start = [planned?.start, actual?.start].compactMap(\.self).min(),
    let end = [planned?.end, actual?.end].compactMap(\.self).max(), start < end
  else { return .empty }
  func x(_ instant: Instant) -> Double { 1000 * Double(instant - start) / Double(end - start) }
  var writer = HTMLWriter()
  writer.open("div", class: "strip")
  for (name, look, interval) in [("planned", "s-plan", planned), ("actual", "s-real", actual)] {
    guard let interval else { continue }
    writer.element("span", name)
    writer.open(
      "svg",
      [
        "viewBox": "0 0 1000 16", "preserveAspectRatio": "none", "role": "img",
        "aria-label":
          "\(name): \(DisplayTime.instant(interval.start, in: zone)) to \(DisplayTime.instant(interval.end, in: zone))",
      ])
    writer.open(
      "rect",
      [
        "class": look, "x": svgNumber(min(x(interval.start), 996)), "y": "0",
        "width": svgNumber(max(4, x(interval.end) - x(interval.start))), "height": "16",
      ])
    writer.close("rect")
    writer.close("svg")
  }
  writer.element("span", "")
  writer.open("p")
  writer.time(start, in: zone)
  writer.text(" ")
  writer.time(end, in: zone)
  writer.close("p")
  writer.close("div")
  return writer.finish()
}

/// A coordinate with at most one decimal place, the same on every machine.
func svgNumber(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  var text = tenths < 0 ? "-" : ""
  text += whole.description
  if rest != 0 { text += "." + rest.description }
  return text
}
