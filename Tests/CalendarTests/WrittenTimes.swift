import Chronology
import TestSupport

/// A cell of times with what it means, told apart from the program's own reading: by counting days.
struct WrittenTimes: CustomStringConvertible, Sendable {
  let cell: String
  /// Each item: the days, the first minute, the last, and how many days later that is.
  let items: [Item]
  /// Days that are taken out, by the day on which something begins.
  let exception: Days?

  struct Item: Sendable {
    let days: Days
    let opens: Int
    let closes: Int
    let later: Int
  }

  struct Days: Sendable {
    let text: String
    let holds: @Sendable (CivilDay) -> Bool
  }

  var description: String { cell }

  /// Whether each step of the years is open.
  func open(in years: MinuteByMinute) -> [Bool] {
    var open = [Bool](repeating: false, count: years.readings.count)
    for item in items {
      years.add(from: item.opens, to: item.closes, later: item.later, to: &open) { day in
        item.days.holds(day) && exception?.holds(day) != true
      }
    }
    return open
  }

  static let holidays: [CivilDay] = (2024...2028).flatMap { year in
    [(1, 1), (5, 1), (12, 25), (12, 26)].compactMap {
      CivilDay(year: year, month: $0.0, day: $0.1)
    }
  }
}

/// Makes cells of every kind from random numbers.
struct TimesWriter {
  var random: SplitMix

  mutating func times() -> WrittenTimes {
    switch random.below(5) {
    case 0: return stretch()
    case 1:
      let days = days()
      let ranges = [range(within: 0..<720), range(within: 720..<1440)]
      let cell =
        "\(days.text) \(ranges.map(\.text).joined(separator: pick([", ", " and ", "; ", " & "])))"
      return WrittenTimes(
        cell: cell,
        items: ranges.map {
          .init(days: days, opens: $0.opens, closes: $0.closes, later: $0.later)
        },
        exception: nil)
    case 2:
      let parts = [(days(), range()), (days(), range())]
      let cell = parts.map { "\($0.0.text) \($0.1.text)" }.joined(separator: pick([", ", "; "]))
      return WrittenTimes(
        cell: cell,
        items: parts.map {
          .init(days: $0.0, opens: $0.1.opens, closes: $0.1.closes, later: $0.1.later)
        }, exception: nil)
    case 3:
      let (days, range, taken) = (days(), range(), exceptions())
      let word = pick(["except", "excluding", "but not"])
      let cell =
        random.below(2) == 0
        ? "\(days.text) \(range.text) \(word) \(taken.text)"
        : "\(days.text) (\(word) \(taken.text)), \(range.text)"
      return WrittenTimes(
        cell: cell,
        items: [.init(days: days, opens: range.opens, closes: range.closes, later: range.later)],
        exception: taken)
    default:
      let (days, range) = (days(), range())
      return WrittenTimes(
        cell: random.below(3) == 0 ? "\(range.text) (\(days.text))" : "\(days.text) \(range.text)",
        items: [.init(days: days, opens: range.opens, closes: range.closes, later: range.later)],
        exception: nil)
    }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.below(values.count)]
  }

  // MARK: Days

  static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private mutating func name(_ weekday: Weekday) -> String {
    let name = Self.names[weekday.rawValue - 1]
    return pick([name, String(name.prefix(3)), "\(name)s"])
  }

  private mutating func weekday() -> Weekday { pick(Weekday.allCases) }

  mutating func days() -> WrittenTimes.Days {
    switch random.below(10) {
    case 0: return .init(text: pick(["weekdays", "every weekday"])) { $0.weekday.rawValue < 6 }
    case 1: return .init(text: "weekends") { $0.weekday.rawValue > 5 }
    case 2:
      let (first, last) = (weekday(), weekday())
      let text = "\(name(first).prefix(3))\(pick(["-", " to ", "–"]))\(name(last).prefix(3))"
      return .init(text: text) { day in
        var number = first.rawValue
        while number != last.rawValue {
          if number == day.weekday.rawValue { return true }
          number = number % 7 + 1
        }
        return day.weekday == last
      }
    case 3:
      let days = [weekday(), weekday(), weekday()]
      let text = "\(name(days[0])), \(name(days[1])) & \(name(days[2]))"
      return .init(text: text) { days.contains($0.weekday) }
    case 4: return nth()
    case 5: return businessDays()
    case 6: return fortnight()
    case 7: return weekends()
    case 8: return nthOfMonths()
    default:
      let (first, last) = (1 + random.below(28), 1 + random.below(28))
      return .init(text: "\(Self.ordinal(first)) to \(Self.ordinal(last)) of each month") {
        first <= last ? first <= $0.day && $0.day <= last : $0.day >= first || $0.day <= last
      }
    }
  }

  private mutating func nth() -> WrittenTimes.Days {
    let (weekday, number) = (weekday(), random.below(5))
    let word = pick([
      ["first", "second", "third", "fourth", "last"], ["1st", "2nd", "3rd", "4th", "last"],
    ])[number]
    let text = "\(word) \(name(weekday))" + pick(["", " of the month", " of each month"])
    return .init(text: text) { day in
      let all = Self.month(of: day).filter { $0.weekday == weekday }
      return number == 4 ? all.last == day : all[number] == day
    }
  }

  /// Weekends that have both days in the month or quarter.
  private mutating func weekends() -> WrittenTimes.Days {
    let (isQuarter, isLast) = (random.below(2) == 0, random.below(2) == 0)
    let count = 1 + random.below(3)
    let unit = pick(["of the ", "of each ", "every "]) + (isQuarter ? "quarter" : "month")
    let word = pick(["full", "whole"])
    let text =
      "\(isLast ? "last" : "first") "
      + (count == 1 ? "\(word) weekend " : "\(count) \(word) weekends ") + unit
    return .init(text: text) { day in
      let saturdays = (isQuarter ? Self.quarter(of: day) : Self.month(of: day)).dropLast()
        .filter { $0.weekday == .saturday }
      return (isLast ? saturdays.suffix(count) : saturdays.prefix(count))
        .contains { $0 == day || $0.adding(days: 1) == day }
    }
  }

  /// `last Sunday of March and October`.
  private mutating func nthOfMonths() -> WrittenTimes.Days {
    let (weekday, number) = (weekday(), random.below(5))
    let months = [1 + random.below(12), 1 + random.below(12)]
    let names = months.map { DisplayTime.name(ofMonth: $0) }
    let word = ["first", "second", "3rd", "fourth", "last"][number]
    let isOne = random.below(2) == 0
    let text =
      "\(word) \(name(weekday)) \(pick(["of", "in"])) "
      + (isOne ? names[0] : names.joined(separator: pick([" and ", ", ", " & "])))
    return .init(text: text) { day in
      let all = Self.month(of: day).filter { $0.weekday == weekday }
      return (day.month == months[0] || !isOne && day.month == months[1])
        && (number == 4 ? all.last == day : all[number] == day)
    }
  }

  private mutating func businessDays() -> WrittenTimes.Days {
    let (count, isQuarter) = (2 + random.below(4), random.below(2) == 0)
    let isLast = random.below(2) == 0
    let text =
      "\(isLast ? "last" : "first") \(count) \(pick(["business", "working"])) days of "
      + pick(["the ", "each ", "every "]) + (isQuarter ? "quarter" : "month")
    return .init(text: text) { day in
      let days = (isQuarter ? Self.quarter(of: day) : Self.month(of: day)).filter {
        $0.weekday.rawValue < 6 && !WrittenTimes.holidays.contains($0)
      }
      return (isLast ? days.suffix(count) : days.prefix(count)).contains(day)
    }
  }

  private mutating func fortnight() -> WrittenTimes.Days {
    var first = CivilDay(daysSinceEpoch: 20_089 + random.below(400))
    let isWeekend = random.below(4) == 0
    while isWeekend, first.weekday != .saturday { first = first.adding(days: 1) }
    let from = first
    let name = isWeekend ? "weekend" : name(from.weekday)
    let text =
      pick(["every second", "every other"]) + " \(name) \(pick(["from", "starting"])) \(from)"
    return .init(text: text) {
      let days = $0.daysSinceEpoch - from.daysSinceEpoch
      return days >= 0 && (days % 14 == 0 || isWeekend && days % 14 == 1)
    }
  }

  mutating func exceptions() -> WrittenTimes.Days {
    switch random.below(4) {
    case 0:
      return .init(text: pick(["public holidays", "bank holidays"])) {
        WrittenTimes.holidays.contains($0)
      }
    case 1:
      return .init(text: "Dec 20 - Jan 5") {
        $0.month == 12 && $0.day >= 20 || $0.month == 1 && $0.day <= 5
      }
    case 2: return nth()
    default:
      let weekday = weekday()
      return .init(text: name(weekday)) { $0.weekday == weekday }
    }
  }

  static func month(of day: CivilDay) -> [CivilDay] {
    (1...CivilDay.length(ofMonth: day.month, in: day.year)).compactMap {
      CivilDay(year: day.year, month: day.month, day: $0)
    }
  }

  static func quarter(of day: CivilDay) -> [CivilDay] {
    let first = (day.month - 1) / 3 * 3 + 1
    return (first...first + 2).compactMap { CivilDay(year: day.year, month: $0, day: 1) }
      .flatMap(month)
  }

  private static func ordinal(_ number: Int) -> String {
    let suffix =
      (11...13).contains(number) ? "th" : ["th", "st", "nd", "rd"][safe: number % 10] ?? "th"
    return "\(number)\(suffix)"
  }

  // MARK: Times

  private struct Range {
    let text: String
    let opens: Int
    let closes: Int
    let later: Int
  }

  private mutating func range(within bounds: Swift.Range<Int> = 0..<1440) -> Range {
    let steps = bounds.count / 15
    var (opens, closes) = (random.below(steps), random.below(steps))
    while opens == closes { closes = random.below(steps) }
    if bounds.count < 1440, opens > closes { (opens, closes) = (closes, opens) }
    let (start, end) = (bounds.lowerBound + opens * 15, bounds.lowerBound + closes * 15)
    let last = end == 0 ? 1440 : end
    let dash = pick(["-", " - ", "–", " to "])
    // `2h - 6:45 pm` may begin in the afternoon: both times are of one clock.
    let first = clock(start)
    var second = clock(end)
    while saysHalf(first) != saysHalf(second) { second = clock(end) }
    return Range(
      text: "\(first)\(dash)\(second)", opens: start, closes: last,
      later: last <= start ? 1 : 0)
  }

  private func saysHalf(_ time: String) -> Bool { time.lowercased().hasSuffix("m") }

  private mutating func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch random.below(3) {
    case 0: return "\(two(hour)):\(two(minute))"
    case 1: return "\((hour + 11) % 12 + 1):\(two(minute)) \(hour < 12 ? "AM" : "pm")"
    default: return "\(hour)h\(minute == 0 ? "" : two(minute))"
    }
  }

  /// `Fri 22:00 - Mon 06:00`.
  private mutating func stretch() -> WrittenTimes {
    let (first, later) = (weekday(), 1 + random.below(6))
    let last = Weekday.allCases[(first.rawValue - 1 + later) % 7]
    let (opens, closes) = (random.below(96) * 15, random.below(96) * 15)
    let cell =
      "\(name(first)) \(clock(opens)) \(pick(["-", "to", "until"])) \(name(last)) \(clock(closes))"
    return WrittenTimes(
      cell: cell,
      items: [
        .init(
          days: .init(text: "") { $0.weekday == first }, opens: opens, closes: closes, later: later)
      ], exception: nil)
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
