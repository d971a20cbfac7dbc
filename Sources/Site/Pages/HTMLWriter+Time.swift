import Chronology
import Markdown

extension HTMLWriter {
  /// A `time` element with the instant for people and for machines.
  mutating func time(_ instant: Instant, in zone: Zone) {
    element("time", ["datetime": instant.rfc3339], DisplayTime.instant(instant, in: zone))
  }

  mutating func day(_ day: CivilDay) {
    element("time", ["datetime": day.description], DisplayTime.day(day))
  }

  /// An interval; the second date is left out where it is the first.
  mutating func time(_ interval: Interval, in zone: Zone) {
    let start = zone.wallTime(at: interval.start)
    let end = zone.wallTime(at: interval.end)
    guard start.day == end.day else {
      time(interval.start, in: zone)
      text(" – ")
      time(interval.end, in: zone)
      return
    }
    open("span", class: "number")
    element(
      "time", ["datetime": interval.start.rfc3339],
      "\(DisplayTime.day(start.day)), \(DisplayTime.clock(start))")
    text("–")
    element(
      "time", ["datetime": interval.end.rfc3339],
      "\(DisplayTime.clock(end)) \(DisplayTime.offset(at: interval.end, in: zone))")
    close("span")
  }
}
