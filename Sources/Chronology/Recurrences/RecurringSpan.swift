/// A stretch of time that comes on the days of a rule, each year, or once: from a time of one day to a
/// time of the same or a later one. Times are minutes after midnight, an end of 1440 is the end of its
/// day.
package enum RecurringSpan: Sendable, Hashable {
  /// From `start` on each of the days to `end` that many days later.
  case onDays(DayRule, start: Int, end: Int, daysLater: Int)
  /// Each year, over New Year where the last day comes before the first.
  case yearly(first: MonthDay, start: Int, last: MonthDay, end: Int)
  case once(first: CivilDay, start: Int, last: CivilDay, end: Int)

  /// Times of one day, or into the next where the end is not after the start.
  package static func daily(_ days: DayRule, start: Int, end: Int) -> RecurringSpan {
    .onDays(days, start: start, end: end, daysLater: end <= start ? 1 : 0)
  }

  /// Whole days of every year.
  package static func yearly(first: MonthDay, last: MonthDay) -> RecurringSpan {
    .yearly(first: first, start: 0, last: last, end: 1440)
  }
}

/// An occurrence of a span.
package struct SpanOccurrence: Sendable {
  /// The day that it begins on by its rule, and the end by its rule, which may be 24:00.
  package let day: CivilDay
  package let start: Int
  package let lastDay: CivilDay
  package let end: Int
  /// Nil where the clocks leave nothing of it.
  package let interval: Interval?
  /// Holidays that are not known may take it out.
  package let isCertain: Bool

  init(
    from day: CivilDay, _ start: Int, to lastDay: CivilDay, _ end: Int, isCertain: Bool = true,
    in zone: Zone
  ) {
    self.day = day
    self.start = start
    self.lastDay = lastDay
    self.end = end
    self.isCertain = isCertain
    let opens = zone.instant(of: WallTime(day: day, second: start * 60))
    let closes = zone.instant(of: Self.wall(lastDay, end), later: true)
    interval = opens < closes ? Interval(start: opens, end: closes) : nil
  }

  private static func wall(_ day: CivilDay, _ minutes: Int) -> WallTime {
    minutes == 1440
      ? WallTime(day: day.adding(days: 1), second: 0) : WallTime(day: day, second: minutes * 60)
  }

  /// The start and the end that the rule gives, as clocks on the wall show them.
  package var opens: WallTime { WallTime(day: day, second: start * 60) }
  package var closes: WallTime { Self.wall(lastDay, end) }
}

extension RecurringSpan {
  /// The occurrences that may touch a stretch of time, in the order of their days, whatever the clocks
  /// make of them.
  ///
  /// Times on the wall are rebuilt for each date. One that the clocks skip moves forward; of one that
  /// they show twice a start takes the first and an end the last.
  package func occurrences(
    near span: Interval, in zone: Zone, _ holidays: HolidayLists
  ) -> [SpanOccurrence] {
    let from = zone.wallTime(at: span.start).day
    let to = max(from, zone.wallTime(at: span.end).day)
    switch self {
    case .onDays(let rule, let start, let end, let daysLater):
      // One that runs over midnight belongs to a day before the first.
      let days = from.daysSinceEpoch - 1 - daysLater...to.daysSinceEpoch
      return days.compactMap { number in
        let day = CivilDay(daysSinceEpoch: number)
        let holds = rule.holds(on: day, holidays)
        if holds == false { return nil }
        return SpanOccurrence(
          from: day, start, to: day.adding(days: daysLater), end, isCertain: holds == true, in: zone
        )
      }
    case .yearly(let first, let start, let last, let end):
      // One day more on either side: clocks may go back over midnight.
      let near = from.daysSinceEpoch - 1...to.daysSinceEpoch + 1
      return (from.year - 1...to.year).compactMap { year in
        guard let days = Self.days(from: first, start, to: last, end, in: year),
          days.first.daysSinceEpoch <= near.upperBound, near.lowerBound <= days.last.daysSinceEpoch
        else { return nil }
        return SpanOccurrence(from: days.first, days.start, to: days.last, days.end, in: zone)
      }
    case .once(let first, let start, let last, let end):
      guard first.daysSinceEpoch <= to.daysSinceEpoch + 1,
        from.daysSinceEpoch - 1 <= last.daysSinceEpoch
      else { return [] }
      return [SpanOccurrence(from: first, start, to: last, end, in: zone)]
    }
  }

  /// The days of the occurrence that begins in a year; nil where it has none. Where the year has no
  /// 29 February, what begins or ends on it begins, or ends, with 1 March.
  private static func days(
    from first: MonthDay, _ start: Int, to last: MonthDay, _ end: Int, in year: Int
  ) -> (first: CivilDay, start: Int, last: CivilDay, end: Int)? {
    let wraps = last < first || last == first && end <= start
    let endYear = wraps ? year + 1 : year
    func day(_ day: MonthDay, _ year: Int) -> CivilDay? {
      CivilDay(year: year, month: day.month, day: day.day)
    }
    let march = MonthDay(month: 3, day: 1)
    guard let begins = day(first, year) ?? day(march, year) else { return nil }
    let startsAt = day(first, year) == nil ? 0 : start
    guard let ends = day(last, endYear) else {
      guard let after = day(march, endYear), begins < after else { return nil }
      return (begins, startsAt, after.adding(days: -1), 1440)
    }
    guard (begins, startsAt) < (ends, end) else { return nil }
    return (begins, startsAt, ends, end)
  }

  /// The patterns of its days and of those that are taken out.
  var patterns: [DayPattern] {
    guard case .onDays(let rule, _, _, _) = self else { return [] }
    return rule.patterns + rule.exceptions
  }

  /// The names of the lists of holidays that it asks for by name or as public holidays.
  var holidayNames: [String?] {
    patterns.compactMap {
      if case .holidays(let list) = $0 { .some(list) } else { nil }
    }
  }

  /// The last day, since the epoch, that is unlike the same day of other years; nil where none is.
  func lastSingleDay(_ holidays: HolidayLists) -> Int? {
    switch self {
    case .onDays: patterns.compactMap { $0.lastSingleDay(holidays) }.max()
    case .yearly: nil
    case .once(_, _, let last, _): last.daysSinceEpoch + 1
    }
  }
}
