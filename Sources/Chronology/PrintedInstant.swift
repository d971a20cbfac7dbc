/// Instants as programs print them and people write them, beyond RFC 3339: `2026-03-09 14:05:00 +0000`
/// and `Mon Mar 9 14:05:00 2026 +0000` of git, `Mon, 09 Mar 2026 14:05:00 GMT` of mail,
/// `9 March 2026, 2:05 PM Europe/Zurich`, `25/12/2026 14:05 UTC`.
///
/// A date in figures is taken where only one order of day and month is possible, a zone where it has one
/// meaning at that time.
struct PrintedInstant {
  enum Result {
    case instant(InstantText.Reading)
    /// Why it is none, as what would be accepted; nil where it is like no instant at all.
    case refused(String?)
  }

  /// Nil for a time alone, where that is enough.
  let day: CivilDay?
  let time: (second: Int, isCut: Bool)
  /// As written; empty where it names none.
  let zoneText: String

  static func read(_ text: String, in zone: Zone) -> Result {
    do throws(Refusal) {
      let printed = try PrintedInstant(text)
      guard let day = printed.day else { return .refused(nil) }
      return .instant(try printed.reading(on: day, in: zone))
    } catch {
      return .refused(error.accepted)
    }
  }

  struct Refusal: Error {
    /// What would be accepted; nil where the text is like no instant at all.
    let accepted: String?

    init(_ accepted: String? = nil) { self.accepted = accepted }
  }

  /// - Parameter mayBeTime: A time of day without a date is enough.
  init(_ written: String, mayBeTime: Bool = false) throws(Refusal) {
    // The longest of them has fewer characters than this.
    guard written.utf8.count <= 80, var text = InstantScanner(written) else { throw Refusal() }
    let start = text
    var date = try WrittenDate(&text, isNeeded: !mayBeTime)
    if date == nil { text = start }
    _ = text.take(",") || text.take("T") || text.take("AT") || text.take("@")
    guard let time = date?.isCompact == true ? text.takeCompactTime() : text.takeTime() else {
      throw Refusal()
    }
    self.time = time
    var zone = text.rest
    // `14:05:00 2026 +0000`, `14:05:00 UTC 2026`
    if date != nil, date?.year == nil { date?.takeYear(from: &zone) }
    zoneText = zone
    day = try date?.day()
  }

  // MARK: Zones

  /// The instant at which clocks show its time on a day.
  ///
  /// - Parameter zoneText: The zone, where it is written elsewhere.
  func reading(
    on day: CivilDay, zoneText: String? = nil, in zone: Zone
  ) throws(Refusal) -> InstantText.Reading {
    let wall = WallTime(day: day, timeOfDay: time.second)
    let (name, beside) = Self.parts(of: zoneText ?? self.zoneText)
    if name.isEmpty { return reading(of: wall, in: zone, isAssumed: true) }
    if let offset = Self.offset(name) {
      let instant = wall.instant(offset: offset, in: zone)
      if let beside {
        guard let named = ZoneText.read(beside) else { throw Refusal() }
        if case .zone(let named) = named, named.instant(of: wall) != instant {
          throw Refusal("the offset that \(beside) has on that day, or one of the two alone")
        }
      }
      return InstantText.Reading(
        instant: instant, zoneAssumed: false, isCut: time.isCut, last: instant)
    }
    switch ZoneText.read(name) {
    case .zone(let named)?: return reading(of: wall, in: named)
    case .abbreviation(let named, let abbreviation)?:
      guard abbreviation.isSettled(at: wall, read: named) else {
        throw Refusal(
          "a time zone with one meaning: \(name) may be an hour off on that day, so write "
            + "\(abbreviation.place) or an offset")
      }
      return reading(of: wall, in: named)
    case .ambiguous(let names)?: throw Refusal(ZoneText.accepted(insteadOf: name, among: names))
    case nil: throw Refusal()
    }
  }

  /// The zone, and what stands behind an offset: `+0100 (CET)`, `Z[UTC]`, `+0000 UTC`.
  private static func parts(of text: String) -> (name: String, beside: String?) {
    func words(_ text: Substring) -> String {
      text.split { " ()[]".contains($0) }.joined(separator: " ")
    }
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "[" }),
      text.last == ")" || text.last == "]", offset(words(text[..<open])) != nil
    else {
      let words = words(text[...]).split(separator: " ").map(String.init)
      guard words.count == 2, offset(words[0]) != nil else {
        return (words.joined(separator: " "), nil)
      }
      return (words[0], words[1])
    }
    return (words(text[..<open]), words(text[open...]))
  }

  private func reading(
    of wall: WallTime, in zone: Zone, isAssumed: Bool = false
  ) -> InstantText.Reading {
    InstantText.Reading(
      instant: zone.instant(of: wall), zoneAssumed: isAssumed, isCut: time.isCut,
      last: zone.instant(of: wall, later: true))
  }

  private static func offset(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = DigitScanner(bytes)
      guard let offset = scanner.optionalOffset(), scanner.atEnd else { return nil }
      return offset.seconds
    }
  }
}

extension ZoneAbbreviation {
  /// Whether both things that it may mean are one instant: its own offset, and the clocks of its place.
  fileprivate func isSettled(at wall: WallTime, read zone: Zone) -> Bool {
    guard let clocks = Zone(named: place) else { return false }
    if isFixed { return zone.instant(of: wall) == clocks.instant(of: wall) }
    // Those that follow the clocks are of the north: in January they show their standard time.
    guard let january = CivilDay(year: wall.day.year, month: 1, day: 15) else { return false }
    let winter = WallTime(day: january, second: wall.second)
    func ahead(_ time: WallTime) -> Int64 { clocks.instant(of: time) - Zone.utc.instant(of: time) }
    return ahead(wall) == ahead(winter)
  }
}
