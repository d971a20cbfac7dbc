import Chronology

/// Instants and lengths of time as the gate's text writes them, in one zone.
struct GateTime {
  let zone: Zone

  /// `2026-12-24 03:00 UTC`; in another zone with its offset, `2026-12-24 04:00 UTC+1`.
  func text(_ instant: Instant) -> String {
    "\(dayAndClock(instant)) \(DisplayTime.offset(at: instant, in: zone))"
  }

  /// An end: `06:00` on the day of its beginning and with the same offset, else in full.
  func end(_ end: Instant, of start: Instant) -> String {
    let isSameDay = zone.wallTime(at: start).day == zone.wallTime(at: end).day
    guard isSameDay, zone.offset(at: start) == zone.offset(at: end) else { return text(end) }
    return clock(end)
  }

  private func dayAndClock(_ instant: Instant) -> String {
    "\(zone.wallTime(at: instant).day) \(clock(instant))"
  }

  /// `03:00`, or `13:59:59` where it is not a whole minute.
  private func clock(_ instant: Instant) -> String {
    let time = zone.wallTime(at: instant)
    let seconds = time.second % 60
    return DisplayTime.clock(time) + (seconds == 0 ? "" : ":\(twoDigits(seconds))")
  }
}
