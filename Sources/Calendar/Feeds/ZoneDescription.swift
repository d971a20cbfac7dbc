import Chronology
import Interchange

/// A component VTIMEZONE: the changes of a zone's clocks.
///
/// Where they recur each year on the same weekday of the same month, they are written as rules that
/// hold from then on; else one by one.
struct ZoneDescription: Sendable {
  /// A change of the clocks.
  struct Change: Sendable, Hashable {
    let instant: Instant
    /// Seconds ahead of UTC before and after.
    let before: Int64
    let after: Int64

    /// As the clocks of before show it.
    var wall: WallTime { Zone.utc.wallTime(at: instant + before) }
  }

  let name: String
  /// Seconds ahead of UTC when the description begins.
  private let initial: Int64
  private let begins: WallTime
  /// In order.
  let changes: [Change]

  /// From a year before the span, so that its first event has a change of the clocks before it.
  init(_ zone: Zone, in span: Interval) {
    name = zone.name
    let first = zone.wallTime(at: span.start).day.daysSinceEpoch - 370
    let last = zone.wallTime(at: span.end).day.daysSinceEpoch
    func midnight(_ day: Int) -> Instant { Instant(secondsSinceEpoch: Int64(day) * 86_400) }
    begins = WallTime(day: CivilDay(daysSinceEpoch: first), second: 0)
    initial = zone.offset(at: midnight(first))
    var changes: [Change] = []
    var offset = initial
    for day in first..<max(first, last) {
      let next = zone.offset(at: midnight(day + 1))
      guard next != offset else { continue }
      changes.append(Self.change(of: zone, after: midnight(day), by: midnight(day + 1)))
      offset = next
    }
    self.changes = changes
  }

  /// The change of the clocks between two instants with different offsets.
  private static func change(of zone: Zone, after start: Instant, by end: Instant) -> Change {
    let (before, after) = (zone.offset(at: start), zone.offset(at: end))
    var (low, high) = (start, end)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if zone.offset(at: middle) == before { low = middle } else { high = middle }
    }
    return Change(instant: high, before: before, after: after)
  }

  func write(to writer: inout ICalendarWriter) {
    writer.begin("VTIMEZONE")
    writer.property("TZID", text: name)
    let rules = YearlyChange.rules(of: changes)
    if rules.isEmpty {
      write(from: initial, to: initial, at: begins, rule: nil, to: &writer)
      for change in changes {
        write(from: change.before, to: change.after, at: change.wall, rule: nil, to: &writer)
      }
    } else {
      for rule in rules {
        write(
          from: rule.first.before, to: rule.first.after, at: rule.first.wall,
          rule: rule.text, to: &writer)
      }
    }
    writer.end()
  }

  private func write(
    from before: Int64, to after: Int64, at start: WallTime, rule: String?,
    to writer: inout ICalendarWriter
  ) {
    writer.component(after > before ? "DAYLIGHT" : "STANDARD") { writer in
      writer.property("DTSTART", value: start.iCalendar)
      writer.property("TZOFFSETFROM", value: Self.text(offset: before))
      writer.property("TZOFFSETTO", value: Self.text(offset: after))
      if let rule { writer.property("RRULE", value: rule) }
    }
  }

  /// `+0100`
  private static func text(offset: Int64) -> String {
    let seconds = Int(offset.magnitude)
    let rest = seconds % 60 == 0 ? "" : twoDigits(seconds % 60)
    return (offset < 0 ? "-" : "+") + twoDigits(seconds / 3600) + twoDigits(seconds / 60 % 60)
      + rest
  }
}

/// A change of the clocks that comes each year.
struct YearlyChange: Sendable {
  let first: ZoneDescription.Change
  /// `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`
  let text: String

  /// What recurs; empty where it does not all recur, every year on the same weekday of the month.
  static func rules(of changes: [ZoneDescription.Change]) -> [YearlyChange] {
    var groups: [[ZoneDescription.Change]] = []
    for change in changes {
      if let index = groups.firstIndex(where: { isAlike($0[0], change) }) {
        groups[index].append(change)
      } else {
        groups.append([change])
      }
    }
    let most = groups.map(\.count).max() ?? 0
    // The span need not begin and end with a year, so that one of the groups may have one more.
    guard groups.count == 2, most >= 2, groups.allSatisfy({ $0.count >= most - 1 }) else {
      return []
    }
    let rules = groups.compactMap(rule)
    return rules.count == groups.count ? rules : []
  }

  private static func isAlike(
    _ a: ZoneDescription.Change, _ b: ZoneDescription.Change
  ) -> Bool {
    a.before == b.before && a.after == b.after && a.wall.second == b.wall.second
      && a.wall.day.month == b.wall.day.month && a.wall.day.weekday == b.wall.day.weekday
  }

  private static func rule(_ changes: [ZoneDescription.Change]) -> YearlyChange? {
    let days = changes.map(\.wall.day)
    guard zip(days, days.dropFirst()).allSatisfy({ $1.year == $0.year + 1 }) else { return nil }
    let isLast = days.allSatisfy { $0.day + 7 > CivilDay.length(ofMonth: $0.month, in: $0.year) }
    let ordinals = Set(days.map { ($0.day + 6) / 7 })
    guard isLast || ordinals.count == 1, let first = changes.first,
      let ordinal = isLast ? -1 : ordinals.first
    else { return nil }
    let day = first.wall.day
    return YearlyChange(
      first: first,
      text: "FREQ=YEARLY;BYMONTH=\(day.month);BYDAY=\(ordinal)\(day.weekday.iCalendar)")
  }
}
