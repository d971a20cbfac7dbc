/// Reading RFC 3339 instants and dates as people write them.
package enum InstantText {
  /// An instant, and whether its zone had to be assumed.
  package struct Reading: Sendable, Hashable {
    package let instant: Instant
    package let zoneAssumed: Bool
    /// A fraction of a second was dropped.
    package let isCut: Bool
    /// The last instant at which clocks show this time: another one where it is an hour that they go
    /// through twice.
    package let last: Instant

    /// The instant as the end of something: the last that it can be, rounded up, so that nothing ends
    /// too early.
    package var end: Instant { isCut ? last + 1 : last }
  }

  /// Reads `2026-03-02T09:15Z`: seconds may be left out; `t`, a space, `z`, a fraction of a second
  /// (dropped) and an offset without colon or minutes are taken, and so is what programs print, see
  /// `PrintedInstant`. 24:00 is the end of its day. Without zone or offset `zone` is assumed. Nil for
  /// anything else, and for dates and times that do not exist, leap seconds among them.
  package static func read(_ text: String, in zone: Zone) -> Reading? {
    var bytes = text
    if let reading = bytes.withUTF8({ read(DigitScanner($0), in: zone) }) { return reading }
    if case .instant(let reading) = PrintedInstant.read(text, in: zone) { return reading }
    return nil
  }

  /// What would be right in place of a text that is nearly an instant; nil for other texts.
  package static func accepted(insteadOf text: String) -> String? {
    if case .refused(let accepted) = PrintedInstant.read(text, in: .utc) { accepted } else { nil }
  }

  private static func read(_ scanner: DigitScanner, in zone: Zone) -> Reading? {
    var scanner = scanner
    guard let day = scanner.day(), scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let time = scanner.timeOfDay(), let offset = scanner.optionalOffset(), scanner.atEnd
    else { return nil }
    let wall = WallTime(day: day, timeOfDay: time.second)
    return Reading(
      instant: wall.instant(offset: offset.seconds, in: zone), zoneAssumed: offset.seconds == nil,
      isCut: time.isCut, last: wall.instant(offset: offset.seconds, in: zone, later: true))
  }

  /// Reads a date, `2026-03-02`.
  package static func readDay(_ text: String) -> CivilDay? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = DigitScanner(bytes)
      guard let day = scanner.day(), scanner.atEnd else { return nil }
      return day
    }
  }
}

extension WallTime {
  /// A time of a day in seconds, of which 24:00 is the beginning of the next.
  init(day: CivilDay, timeOfDay second: Int) {
    self.init(day: second < 86_400 ? day : day.adding(days: 1), second: second % 86_400)
  }

  /// The instant at which clocks that far ahead of UTC show this time; those of `zone` where no
  /// offset is given.
  func instant(offset: Int64?, in zone: Zone, later: Bool = false) -> Instant {
    offset.map { Zone.utc.instant(of: self) + -$0 } ?? zone.instant(of: self, later: later)
  }
}
