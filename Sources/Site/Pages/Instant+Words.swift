import Chronology
import Markdown

extension Instant {
  /// `9 Mar 2026, 02:05 UTC`.
  func words(in zone: Zone) -> String {
    let time = zone.wallTime(at: self)
    return "\(time.day.words), \(time.clock) \(zone.suffix(at: self))"
  }

  /// `02:05`.
  func clock(in zone: Zone) -> String { zone.wallTime(at: self).clock }
}

extension WallTime {
  fileprivate var clock: String { "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))" }
}

extension CivilDay {
  /// `9 Mar 2026`.
  var words: String { "\(day) \(Self.shortMonths[month - 1]) \(year)" }

  static let shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension Zone {
  /// `UTC`, or the offset from it: `UTC+1`, `UTC−3:30`.
  fileprivate func suffix(at instant: Instant) -> String {
    let offset = offset(at: instant)
    guard offset != 0 else { return "UTC" }
    let minutes = abs(offset) / 60
    let rest = minutes % 60 == 0 ? "" : ":\(twoDigits(Int(minutes % 60)))"
    return "UTC\(offset < 0 ? "−" : "+")\(minutes / 60)\(rest)"
  }
}

extension Period {
  /// `March 2026`, `week 12 of 2026`, `first quarter of 2026`, `2026`.
  var words: String {
    switch kind {
    case .month: return "\(CivilDay.months[firstDay.month - 1]) \(firstDay.year)"
    case .week:
      let parts = label.split(separator: "-")
      return "week \(parts[1].dropFirst()) of \(parts[0])"
    case .quarter:
      let ordinal = ["first", "second", "third", "fourth"][(firstDay.month - 1) / 3]
      return "\(ordinal) quarter of \(firstDay.year)"
    case .year: return "\(firstDay.year)"
    }
  }

  /// A month's own name, `March`; other periods as in `words`.
  var shortWords: String { kind == .month ? CivilDay.months[firstDay.month - 1] : words }
}

/// A length of time in its two largest units: `1 h 34 min`, `2 d 4 h`, `45 s`.
func durationWords(_ seconds: Int64) -> String {
  let length = abs(seconds)
  let sign = seconds < 0 ? "−" : ""
  if length < 60 { return "\(sign)\(length) s" }
  let minutes = (length + 30) / 60
  if minutes < 60 { return "\(sign)\(minutes) min" }
  let (hours, restMinutes) = (minutes / 60, minutes % 60)
  if hours < 48 {
    return restMinutes == 0 ? "\(sign)\(hours) h" : "\(sign)\(hours) h \(restMinutes) min"
  }
  let (days, restHours) = (hours / 24, hours % 24)
  return restHours == 0 ? "\(sign)\(days) d" : "\(sign)\(days) d \(restHours) h"
}

/// `1 change`, `2 changes`; `no changes` for none.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  switch count {
  case 0: "no \(many)"
  case 1: "1 \(one)"
  default: "\(count) \(many)"
  }
}

extension HTMLWriter {
  /// A `time` element with the instant for people and for machines.
  mutating func time(_ instant: Instant, in zone: Zone) {
    element("time", ["datetime": instant.rfc3339], instant.words(in: zone))
  }

  mutating func day(_ day: CivilDay) {
    element("time", ["datetime": day.description], day.words)
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
    open("span", ["class": "number"])
    element(
      "time", ["datetime": interval.start.rfc3339],
      "\(start.day.words), \(interval.start.clock(in: zone))")
    text("–")
    element(
      "time", ["datetime": interval.end.rfc3339],
      "\(interval.end.clock(in: zone)) \(zone.suffix(at: interval.end))")
    close("span")
  }
}
