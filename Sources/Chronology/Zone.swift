import Foundation

/// A time zone: the offset of its clocks from UTC at each instant.
package struct Zone: Sendable, Hashable {
  /// As it was named, for example `UTC` or `Europe/Zurich`.
  package let name: String
  private let rules: TimeZone?

  package static let utc = Zone(name: "UTC", rules: nil)

  private init(name: String, rules: TimeZone?) {
    self.name = name
    self.rules = rules
  }

  /// A name of the IANA time zone database, or `UTC`. Nil for any other name, abbreviations among
  /// them: Foundation knows many, and takes `BST` for Dhaka and `NST` for Auckland.
  package init?(named name: String) {
    if name.uppercased() == "UTC" || name.uppercased() == "GMT" || name.uppercased() == "Z" {
      self = .utc
      return
    }
    guard name.utf8.contains(UInt8(ascii: "/")) || Self.namesWithoutRegion.contains(name),
      let rules = TimeZone(identifier: name)
    else { return nil }
    self.init(name: name, rules: rules)
  }

  /// The database's own names of a single part, without its abbreviations.
  private static let namesWithoutRegion: Set = [
    "CST6CDT", "Cuba", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "Greenwich", "Hongkong",
    "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MST7MDT", "NZ",
    "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore",
    "Turkey", "UCT", "Universal", "W-SU", "Zulu",
  ]

  /// Seconds that the zone's clocks are ahead of UTC.
  package func offset(at instant: Instant) -> Int64 {
    guard let rules else { return 0 }
    let date = Date(timeIntervalSince1970: TimeInterval(instant.secondsSinceEpoch))
    return Int64(rules.secondsFromGMT(for: date))
  }

  /// What a clock on the wall shows.
  package func wallTime(at instant: Instant) -> WallTime {
    WallTime(at: instant, offset: offset(at: instant))
  }

  /// The instant at which a clock on the wall shows this time.
  ///
  /// A time that the clocks skip is moved forward by the length of the gap; of a time that they
  /// show twice, `later` picks the second.
  package func instant(of time: WallTime, later: Bool = false) -> Instant {
    let seconds = Int64(time.day.daysSinceEpoch) * 86_400 + Int64(time.second)
    guard rules != nil else { return Instant(secondsSinceEpoch: seconds) }
    let before = offset(at: Instant(secondsSinceEpoch: seconds - 86_400))
    let after = offset(at: Instant(secondsSinceEpoch: seconds + 86_400))
    let early = Instant(secondsSinceEpoch: seconds - max(before, after))
    let late = Instant(secondsSinceEpoch: seconds - min(before, after))
    let earlyHolds = offset(at: early) == max(before, after)
    let lateHolds = offset(at: late) == min(before, after)
    switch (earlyHolds, lateHolds) {
    case (true, true): return later ? late : early
    case (true, false): return early
    case (false, true): return late
    case (false, false): return Instant(secondsSinceEpoch: seconds - before)
    }
  }

  /// The instant at which a day begins.
  package func start(of day: CivilDay) -> Instant { instant(of: WallTime(day: day, second: 0)) }

  package static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// A date and a time of day as a clock on the wall shows them.
package struct WallTime: Sendable, Hashable {
  package let day: CivilDay
  /// Seconds since midnight, 0 to 86 399.
  package let second: Int

  package init(day: CivilDay, second: Int) {
    self.day = day
    self.second = second
  }

  /// - Parameter offset: Seconds that the clock is ahead of UTC.
  init(at instant: Instant, offset: Int64) {
    let seconds = instant.secondsSinceEpoch + offset
    self.init(
      day: CivilDay(daysSinceEpoch: Int(seconds.flooredQuotient(by: 86_400))),
      second: Int(seconds.flooredRemainder(by: 86_400)))
  }
}
