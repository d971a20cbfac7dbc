import Chronology
import Markdown

/// Two bars on one scale of time: what was planned over what it took.
func timeStrip(planned: Interval?, actual: Interval?, zone: Zone) -> HTML {
  guard let start = [planned?.start, actual?.start].compactMap(\.self).min(),
    let end = [planned?.end, actual?.end].compactMap(\.self).max(), start < end
  else { return .empty }
  let left = 90.0
  let width = 600.0
  func x(_ instant: Instant) -> Double {
    left + width * Double(instant - start) / Double(end - start)
  }
  var writer = HTMLWriter()
  writer.open("svg", ["class": "chart strip", "viewBox": "0 0 720 78", "role": "img"])
  writer.element("title", "Planned and actual time from \(start.words(in: zone)) to \(end.words(in: zone))")
  for (name, look, y, interval) in [
    ("planned", "s-plan", 10, planned), ("actual", "s-real", 38, actual),
  ] {
    guard let interval else { continue }
    writer.element("text", ["class": "s-text", "x": "0", "y": "\(y + 12)"], name)
    writer.open(
      "rect",
      [
        "class": look, "x": svgNumber(x(interval.start)), "y": "\(y)",
        "width": svgNumber(max(2, x(interval.end) - x(interval.start))), "height": "16",
      ])
    writer.close("rect")
  }
  writer.element("text", ["class": "s-text", "x": "90", "y": "74"], start.words(in: zone))
  writer.element(
    "text", ["class": "s-text", "x": "690", "y": "74", "text-anchor": "end"],
    end.words(in: zone))
  writer.close("svg")
  return writer.finish()
}

/// A coordinate with one decimal place, the same on every machine.
func svgNumber(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}
