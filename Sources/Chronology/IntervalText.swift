/// Reading ISO 8601 intervals, and two instants as programs print them, see `PrintedInterval`.
package enum IntervalText {
  /// An interval, and whether the zone of one of its ends had to be assumed.
  package struct Reading: Sendable, Hashable {
    package let interval: Interval
    package let zoneAssumed: Bool
  }

  /// Reads `2026-03-09T02:00Z/2026-03-09T04:00Z`. One end may be a duration, `…/PT2H`; the second
  /// may leave out its date and its offset, `…T02:00+01:00/04:00`, and then has those of the first
  /// (ISO 8601, 4.4.5). Blanks around the slash are taken. Of fractions of a second the start loses
  /// its own and the end is rounded up. Nil for anything else, and where the end lies before the
  /// start.
  package static func read(_ text: String, in zone: Zone) -> Reading? {
    readISO(text, in: zone) ?? PrintedInterval.read(text, in: zone)
  }

  private static func readISO(_ text: String, in zone: Zone) -> Reading? {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let start = End(parts[0]), let end = End(parts[1]) else { return nil }
    switch (start, end) {
    case (.moment(let day?, let from, let offset), .moment(let endDay, let to, let endOffset)):
      let first = WallTime(day: day, timeOfDay: from.second).instant(offset: offset, in: zone)
      let last = WallTime(day: endDay ?? day, timeOfDay: to.second)
        .instant(offset: endOffset ?? offset, in: zone)
      return reading(first, last + (to.isCut ? 1 : 0), zoneAssumed: offset == nil)
    case (.moment(let day?, let from, let offset), .duration(let seconds)):
      let first = WallTime(day: day, timeOfDay: from.second).instant(offset: offset, in: zone)
      return reading(first, first + seconds + (from.isCut ? 1 : 0), zoneAssumed: offset == nil)
    case (.duration(let seconds), .moment(let day?, let to, let offset)):
      let last = WallTime(day: day, timeOfDay: to.second).instant(offset: offset, in: zone)
      return reading(last + -seconds, last + (to.isCut ? 1 : 0), zoneAssumed: offset == nil)
    default:
      return nil
    }
  }

  static func reading(_ start: Instant, _ end: Instant, zoneAssumed: Bool) -> Reading? {
    guard start <= end else { return nil }
    return Reading(interval: Interval(start: start, end: end), zoneAssumed: zoneAssumed)
  }

  /// What stands on one side of the slash.
  private enum End {
    /// Nil for a date or an offset that is left out.
    case moment(CivilDay?, DigitScanner.TimeOfDay, offset: Int64?)
    case duration(Int64)

    init?(_ text: Substring.UTF8View) {
      let blanks: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      var text = text.drop(while: blanks)
      while let last = text.last, blanks(last) { text.removeLast() }
      if text.first == UInt8(ascii: "P") || text.first == UInt8(ascii: "p") {
        guard let seconds = DurationText.read(String(Substring(text))) else { return nil }
        self = .duration(seconds)
        return
      }
      var rest = Substring(text)
      guard let moment = rest.withUTF8(Self.moment) else { return nil }
      self = moment
    }

    private static func moment(_ text: UnsafeBufferPointer<UInt8>) -> End? {
      var scanner = DigitScanner(text)
      var day: CivilDay?
      if text.count > 2, text[2] != 0x3A {
        day = scanner.day()
        guard day != nil, scanner.take("T") || scanner.take("t") || scanner.take(" ") else {
          return nil
        }
      }
      guard let time = scanner.timeOfDay(), let offset = scanner.optionalOffset(), scanner.atEnd
      else { return nil }
      return .moment(day, time, offset: offset.seconds)
    }
  }
}
