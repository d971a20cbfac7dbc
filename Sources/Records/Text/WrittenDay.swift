import Chronology
import PolicyReading
import SourceText

/// A day, a month or an instant that a text names, as people write them.
package enum WrittenDay: Sendable, Hashable {
  case instant(Instant)
  /// `2026-06-17`, `17 June 2026`; of a month alone its first day.
  case day(CivilDay)
  /// `17 June`: of some year.
  case yearless(month: Int, day: Int)

  /// Whether it comes only after an instant, by days of UTC. A day without a year is the one that is
  /// nearest to the instant.
  package func isAfter(_ instant: Instant) -> Bool {
    switch self {
    case .instant(let own): return instant < own
    case .day(let day): return instant < Zone.utc.start(of: day)
    case .yearless(let month, let number):
      let today = Zone.utc.wallTime(at: instant).day
      let near = (-1...1).compactMap {
        CivilDay(year: today.year + $0, month: month, day: number)
      }.min { Self.distance($0, today) < Self.distance($1, today) }
      return near.map { WrittenDay.day($0).isAfter(instant) } ?? false
    }
  }

  /// The same with another day of its month; nil where the month has none of that number.
  func sameMonth(onDay number: Int) -> WrittenDay? {
    switch self {
    case .instant: nil
    case .day(let day):
      CivilDay(year: day.year, month: day.month, day: number).map(WrittenDay.day)
    case .yearless(let month, _):
      CivilDay(year: 2000, month: month, day: number).map { _ in
        .yearless(month: month, day: number)
      }
    }
  }

  private static func distance(_ a: CivilDay, _ b: CivilDay) -> Int {
    abs(a.daysSinceEpoch - b.daysSinceEpoch)
  }

  /// The same, and of one day with one time of it, `30 November 2026, 11:00`, that time in UTC.
  static func moments(in text: String) -> [WrittenDay] {
    let days = all(in: text)
    guard days.count == 1, case .day(let day) = days[0] else { return days }
    let times = text.split(whereSeparator: \.isWhitespace).compactMap(Self.secondOfDay)
    guard times.count == 1 else { return days }
    return days + [.instant(Zone.utc.instant(of: WallTime(day: day, second: times[0])))]
  }

  /// Of `11:00`, `(9:30,` and `14:05Z`; nil for any other word.
  private static func secondOfDay(_ word: Substring) -> Int? {
    let parts = WordForm.trim(String(word)) { !$0.isNumeral }.split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute), parts[1].utf8.count == 2
    else { return nil }
    return hour * 3600 + minute * 60
  }

  /// All that a text names, in order. Of `06/07/2026`, which may be two days, both.
  package static func all(in text: String) -> [WrittenDay] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    var scan = DayScan(text)
    return scan.days()
  }
}
