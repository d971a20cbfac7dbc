/// Dates and times as pages and reports show them, in English and without regard to any locale.
package enum DisplayTime {
  /// `9 Mar 2026, 02:05 UTC`; seconds are cut off. In another zone the offset stands for its name:
  /// `9 Mar 2026, 03:05 UTC+1`.
  package static func instant(_ instant: Instant, in zone: Zone) -> String {
    var text = ""
    withInstant(instant, in: zone) { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  /// The same as bytes of UTF-8, which are there while `body` runs.
  package static func withInstant(
    _ instant: Instant, in zone: Zone, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let offset = zone.offset(at: instant)
    let time = WallTime(at: instant, offset: offset)
    TimeBytes.with(
      { text in
        text.append(time.day)
        text.append(", ")
        text.append(clock: time)
        text.append(" ")
        text.append(offset: offset)
      }, body)
  }

  /// `9 Mar 2026, 02:00–04:00 UTC`, or `9 Mar 2026, 22:00 – 10 Mar 2026, 02:00 UTC`. The offset is
  /// given twice where the clocks change in between.
  package static func interval(_ interval: Interval, in zone: Zone) -> String {
    let start = zone.wallTime(at: interval.start)
    let end = zone.wallTime(at: interval.end)
    let startOffset = offset(at: interval.start, in: zone)
    let endOffset = offset(at: interval.end, in: zone)
    guard startOffset == endOffset else {
      return "\(instant(interval.start, in: zone)) – \(instant(interval.end, in: zone))"
    }
    if start.day == end.day {
      return "\(day(start.day)), \(clock(start))–\(clock(end)) \(endOffset)"
    }
    return "\(day(start.day)), \(clock(start)) – \(day(end.day)), \(clock(end)) \(endOffset)"
  }

  /// `9 Mar 2026`
  package static func day(_ day: CivilDay) -> String {
    TimeBytes.string { $0.append(day) }
  }

  /// `02:05`
  package static func clock(_ time: WallTime) -> String {
    TimeBytes.string { $0.append(clock: time) }
  }

  /// `week 12 of 2026`, `March 2026`, `Q1 2026`, `2026`: as in running text.
  package static func period(_ period: Period) -> String {
    let label = period.label
    switch period.kind {
    case .week:
      // The label's year is that of the week's Thursday, its number has two digits.
      let number = Int(label.suffix(2)) ?? 0
      return "week \(number) of \(period.firstDay.adding(days: 3).year)"
    case .month: return "\(monthNames[period.firstDay.month - 1]) \(period.firstDay.year)"
    case .quarter: return "\(label.suffix(2)) \(period.firstDay.year)"
    case .year: return "\(period.firstDay.year)"
    }
  }

  /// `March`, of 1 to 12.
  package static func name(ofMonth month: Int) -> String { monthNames[month - 1] }

  /// `UTC`, `UTC+1`, `UTC−3:30`; with a minus sign, U+2212.
  package static func offset(at instant: Instant, in zone: Zone) -> String {
    let seconds = zone.offset(at: instant)
    return TimeBytes.string { $0.append(offset: seconds) }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
