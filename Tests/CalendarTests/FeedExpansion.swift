import Chronology
import Testing

/// The events of a feed with every occurrence of their rules, day by day.
struct FeedExpansion {
  let intervals: IntervalSet

  init(_ feed: FeedReading, until end: Instant, named summary: String? = nil) throws {
    var found: [Interval] = []
    for event in feed.events where summary == nil || event["SUMMARY"] == summary {
      let start = try Time(event, "DTSTART")
      let stop = try event.keys.contains { $0.hasPrefix("DTEND") } ? Time(event, "DTEND") : start
      let days = stop.wall.day.daysSinceEpoch - start.wall.day.daysSinceEpoch
      guard let rule = event["RRULE"] else {
        found.append(Interval(start: start.instant, end: stop.instant))
        continue
      }
      let parts = Dictionary(
        rule.split(separator: ";").map { part in
          let pair = part.split(separator: "=").map(String.init)
          return (pair[0], pair[1])
        }, uniquingKeysWith: { $1 })
      let excluded = Set(
        event.filter { $0.key.hasPrefix("EXDATE") }.values.flatMap { $0.split(separator: ",") }
          .map { String($0.filter { $0 != "Z" }) })
      let last = try parts["UNTIL"].map { try Time($0, in: .utc).instant } ?? end
      var day = start.wall.day
      while true {
        let opens = start.zone.instant(of: WallTime(day: day, second: start.wall.second))
        if opens > last || opens >= end { break }
        if Self.holds(parts, on: day, from: start.wall.day),
          !excluded.contains(Self.text(WallTime(day: day, second: start.wall.second)))
        {
          let closes = start.zone.instant(
            of: WallTime(day: day.adding(days: days), second: stop.wall.second), later: true)
          found.append(Interval(start: opens, end: closes))
        }
        day = day.adding(days: 1)
      }
    }
    intervals = IntervalSet(found)
  }

  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  private static func holds(_ rule: [String: String], on day: CivilDay, from first: CivilDay)
    -> Bool
  {
    let name = weekdays[day.weekday.rawValue - 1]
    switch rule["FREQ"] {
    case "DAILY": return true
    case "WEEKLY": return rule["BYDAY"]?.split(separator: ",").contains(Substring(name)) ?? false
    case "MONTHLY":
      let fromStart = (day.day + 6) / 7
      let fromEnd = (CivilDay.length(ofMonth: day.month, in: day.year) - day.day) / 7 + 1
      return rule["BYDAY"]?.split(separator: ",").contains {
        $0 == "\(fromStart)\(name)" || $0 == "-\(fromEnd)\(name)"
      } ?? false
    case "YEARLY": return (day.month, day.day) == (first.month, first.day)
    default: return false
    }
  }

  private static func text(_ time: WallTime) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(time.day.year)\(two(time.day.month))\(two(time.day.day))"
      + "T\(two(time.second / 3600))\(two(time.second / 60 % 60))\(two(time.second % 60))"
  }

  private struct Time {
    let wall: WallTime
    let zone: Zone

    var instant: Instant { zone.instant(of: wall) }

    init(_ event: [String: String], _ name: String) throws {
      let (key, value) = try #require(event.first { $0.key.hasPrefix(name) })
      let zone = key.split(separator: "=").last.map(String.init).flatMap(Zone.init(named:))
      try self.init(value, in: key.contains("TZID") ? #require(zone) : .utc)
    }

    init(_ value: String, in zone: Zone) throws {
      let digits = value.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0) - 0x30 }
      func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
      wall = WallTime(
        day: try #require(
          CivilDay(year: number(0..<4), month: number(4..<6), day: number(6..<8))),
        second: number(8..<10) * 3600 + number(10..<12) * 60 + number(12..<14))
      self.zone = zone
    }
  }
}
