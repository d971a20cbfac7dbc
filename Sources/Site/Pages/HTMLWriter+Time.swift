import Chronology
import Markdown

extension HTMLWriter {
  /// A `time` element with the instant for people and for machines.
  mutating func time(_ instant: Instant, in zone: Zone) {
    openTime(at: instant)
    DisplayTime.withInstant(instant, in: zone) { text(utf8: $0) }
    markup("</time>")
  }

  mutating func day(_ day: CivilDay) {
    element("time", "datetime", day.description, DisplayTime.day(day))
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
    openTime(at: interval.start)
    text(DisplayTime.day(start.day))
    markup(", ")
    text(DisplayTime.clock(start))
    markup("</time>–")
    openTime(at: interval.end)
    text(DisplayTime.clock(end))
    markup(" ")
    text(DisplayTime.offset(at: interval.end, in: zone))
    markup("</time></span>")
  }

  private mutating func openTime(at instant: Instant) {
    markup("<time datetime=\"")
    instant.withRFC3339 { text(utf8: $0) }
    markup("\">")
  }
}
