import Chronology

/// A recurrence as series and single events, one part for each of its spans.
///
/// What a rule of iCalendar says in the same way becomes a series: times of weekdays and of the nth
/// weekday of the month, without the days that an exception takes out, and days of every year. All else
/// is dated, as far as the feed reaches, and so is what is not certain in some year.
struct RecurrencePlan {
  struct Part {
    let series: EventSeries?
    let singles: [SeriesPlan.Single]
  }

  let parts: [Part]

  /// - Parameters:
  ///   - scope: The time in force, as far as the feed reaches.
  init(
    _ recurrence: Recurrence, in scope: Interval, inForce: Interval, zone: Zone,
    holidays: HolidayLists
  ) {
    guard recurrence.exceptions.isEmpty else {
      parts = [Part(series: nil, singles: Self.dated(recurrence, in: scope, zone, holidays))]
      return
    }
    parts = recurrence.spans.map { span in
      guard let rule = span.rule else {
        return Part(
          series: nil, singles: Self.dated(Recurrence([span]), in: scope, zone, holidays))
      }
      let plan = Self.plan(
        span, rule, in: scope, inForce: inForce, zone: zone, holidays: holidays)
      return Part(series: plan.series, singles: plan.singles)
    }
  }

  private static func dated(
    _ recurrence: Recurrence, in scope: Interval, _ zone: Zone, _ holidays: HolidayLists
  ) -> [SeriesPlan.Single] {
    recurrence.occurrences(in: scope, zone: zone, holidays: holidays).certain.intervals.compactMap {
      interval in
      interval.intersection(scope).map {
        SeriesPlan.Single(day: zone.wallTime(at: interval.start).day, interval: $0)
      }
    }
  }

  /// From the occurrence that runs at the beginning of the scope; of what nothing ends as long as it
  /// takes to see every change of the clocks, or a leap year, among its occurrences.
  private static func plan(
    _ span: RecurringSpan, _ rule: RecurringSpan.Rule, in scope: Interval, inForce: Interval,
    zone: Zone, holidays: HolidayLists
  ) -> SeriesPlan {
    let isOpen = inForce.end == .distantFuture
    let ahead = Int64(rule.years) * 366 * 86_400
    let until = isOpen ? max(scope.end, scope.start + ahead) : scope.end
    let all = Interval(start: scope.start, end: max(until, scope.start + 1))
    let occurrences = rule.every.occurrences(near: all, in: zone, HolidayLists())
    let kept = span.occurrences(near: all, in: zone, holidays).filter(\.isCertain)
    let days = Set(kept.map(\.day))
    let ruled = occurrences.compactMap { occurrence -> RuledOccurrence? in
      let isThere = days.contains(occurrence.day)
      if let whole = occurrence.interval {
        guard whole.end > scope.start, whole.overlaps(inForce) else { return nil }
      }
      return RuledOccurrence(
        start: occurrence.opens, end: occurrence.closes,
        length: occurrence.isRuled(by: span, lasting: rule.length) ? rule.length : nil,
        whole: isThere ? occurrence.interval : nil, inForce: inForce, zone: zone)
    }
    return SeriesPlan(
      ruled, rule: rule.rule, length: rule.length, zone: zone, until: scope.end, isOpen: isOpen)
  }
}

extension SpanOccurrence {
  /// A day that the calendar does not have each year is no day of a yearly rule.
  fileprivate func isRuled(by span: RecurringSpan, lasting length: EventSeries.Length) -> Bool {
    guard case .yearly(let first, _, _, _) = span else { return true }
    let minutes = (lastDay.daysSinceEpoch - day.daysSinceEpoch) * 1440 + end - start
    return first == MonthDay(month: day.month, day: day.day)
      && first != MonthDay(month: 2, day: 29) && Int64(minutes) * 60 == length.seconds
  }
}

extension RecurringSpan {
  /// What iCalendar says of a span.
  fileprivate struct Rule {
    let rule: EventSeries.Rule
    let length: EventSeries.Length
    /// The span without what takes days out of it.
    let every: RecurringSpan
    /// How many years show everything that happens to it.
    let years: Int
  }

  fileprivate var rule: Rule? {
    switch self {
    case .once: return nil
    case .yearly(let first, let start, let last, let end):
      let span = RecurringSpan.yearly(first: first, start: start, last: last, end: end)
      guard let length = span.lengthOfYear else { return nil }
      return Rule(rule: .yearly, length: length, every: span, years: 8)
    case .onDays(let days, let start, let end, let later):
      guard days.patterns.count == 1, let rule = days.patterns[0].rule else { return nil }
      return Rule(
        rule: rule, length: .minutes(later * 1440 + end - start),
        every: .onDays(DayRule(days.patterns), start: start, end: end, daysLater: later), years: 2)
    }
  }

  /// The length in a year that is no leap year: of days where it has whole days.
  private var lengthOfYear: EventSeries.Length? {
    guard case .yearly(_, let start, _, let end) = self,
      let year = CivilDay(year: 2001, month: 1, day: 1),
      let first = occurrences(
        near: Interval(
          start: Zone.utc.start(of: year), end: Zone.utc.start(of: year.addingMonths(12))),
        in: .utc, HolidayLists()
      ).first(where: { $0.day.year == 2001 })
    else { return nil }
    let days = first.lastDay.daysSinceEpoch - first.day.daysSinceEpoch
    return start == 0 && end == 1440 ? .days(days + 1) : .minutes(days * 1440 + end - start)
  }
}

extension DayPattern {
  fileprivate var rule: EventSeries.Rule? {
    switch self {
    case .weekdays(let weekdays):
      weekdays.count == Weekday.allCases.count ? .daily : .weekly(weekdays)
    case .counted(.weekday(let weekday), let places, let fromEnd, .month)
    where places.count == 1 && places.lowerBound <= 5:
      .monthly([fromEnd ? -places.lowerBound : places.lowerBound], weekday)
    default: nil
    }
  }
}
