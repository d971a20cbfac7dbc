/// Days of the calendar that one phrase names: `Mon-Thu`, `2nd Tuesday`, `last 3 business days of the
/// month`, `public holidays`.
package enum DayPattern: Sendable, Hashable {
  /// Monday first, each once.
  case weekdays([Weekday])
  /// Monday to Friday, without the public holidays where the site lists any.
  case businessDays
  /// Days of a kind by their place in each period, counted from its beginning or its end.
  case counted(Kind, ClosedRange<Int>, fromEnd: Bool, of: Unit)
  /// Days of each month, over its end where the last comes before the first.
  case daysOfMonth(first: Int, last: Int)
  /// Days of each year, over New Year where the last comes before the first.
  case daysOfYear(first: MonthDay, last: MonthDay)
  /// Every so many days from one day on.
  case every(days: Int, from: CivilDay)
  case dates(first: CivilDay, last: CivilDay)
  /// Of the list of that name, folded; of every list for nil.
  case holidays(list: String?)

  package enum Kind: Sendable, Hashable {
    case weekday(Weekday)
    case day
    case businessDay
    /// Saturday and Sunday. Of one that lies in two periods it is not known in which it counts, unless
    /// only whole ones do.
    case weekend(isWhole: Bool)
  }

  package enum Unit: Sendable, Hashable {
    case month, quarter, year
    /// Only months of these numbers.
    case months([Int])
  }
}

extension DayPattern {
  package static let everyDay = DayPattern.weekdays(Weekday.allCases)

  /// Whether a day is one of them; nil where that depends on holidays that are not known.
  func holds(on day: CivilDay, _ holidays: HolidayLists) -> Bool? {
    switch self {
    case .weekdays(let weekdays): weekdays.contains(day.weekday)
    case .businessDays: day.isBusinessDay(holidays)
    case .counted(let kind, let places, let fromEnd, let unit):
      unit.holds(day, kind, places, fromEnd: fromEnd, holidays)
    case .daysOfMonth(let first, let last):
      first <= last ? first <= day.day && day.day <= last : first <= day.day || day.day <= last
    case .daysOfYear(let first, let last):
      day.lies(from: first, to: last)
    case .every(let days, let from):
      from <= day && (day.daysSinceEpoch - from.daysSinceEpoch).isMultiple(of: max(1, days))
    case .dates(let first, let last): first <= day && day <= last
    case .holidays(let list): holidays.holds(on: day, named: list)
    }
  }

  /// Whether there may be days of which it is not known whether they are of it.
  func mayBeUnknown(_ holidays: HolidayLists) -> Bool {
    countsDividedWeekends || asksHolidays(holidays)
  }

  /// Weekends count in it that may lie in two periods.
  package var countsDividedWeekends: Bool {
    if case .counted(.weekend(isWhole: false), _, _, _) = self { true } else { false }
  }

  /// Whether it may depend on lists of holidays.
  func asksHolidays(_ holidays: HolidayLists) -> Bool {
    switch self {
    case .holidays: true
    case .businessDays, .counted(.businessDay, _, _, _): !holidays.isEmpty
    default: false
    }
  }

  /// The last day that it tells from the same day of other years.
  func lastSingleDay(_ holidays: HolidayLists) -> Int? {
    switch self {
    case .every(_, let from): from.daysSinceEpoch
    case .dates(_, let last): last.daysSinceEpoch
    default: asksHolidays(holidays) ? holidays.last : nil
    }
  }
}

extension DayPattern.Unit {
  /// The first day of the period that holds a day, and of the next.
  func period(holding day: CivilDay) -> (first: CivilDay, end: CivilDay) {
    let first = day.firstOfMonth
    switch self {
    case .month, .months: return (first, first.addingMonths(1))
    case .quarter:
      let start = first.addingMonths(-((day.month - 1) % 3))
      return (start, start.addingMonths(3))
    case .year:
      let start = first.addingMonths(1 - day.month)
      return (start, start.addingMonths(12))
    }
  }

  /// Whether a day is of a kind and has one of the places in its period.
  func holds(
    _ day: CivilDay, _ kind: DayPattern.Kind, _ places: ClosedRange<Int>, fromEnd: Bool,
    _ holidays: HolidayLists
  ) -> Bool? {
    let (first, end) = period(holding: day)
    let before =
      fromEnd
      ? end.daysSinceEpoch - 1 - day.daysSinceEpoch : day.daysSinceEpoch - first.daysSinceEpoch
    if case .weekend(let isWhole) = kind {
      return holdsWeekend(of: day, places, fromEnd: fromEnd, isWhole: isWhole)
    }
    if !isNamed(first) { return false }
    switch kind {
    case .day, .weekend: return places.contains(before + 1)
    case .weekday(let weekday):
      return day.weekday == weekday && places.contains(before / 7 + 1)
    case .businessDay:
      guard let isOne = day.possiblyBusinessDay(holidays) else { return false }
      // Weeks further in its place is past the last, whatever the holidays are.
      if before > places.upperBound * 2 + 14 { return false }
      var (certain, possible) = (1, 1)
      for step in stride(from: 1, through: before, by: 1) {
        guard
          let other = day.adding(days: fromEnd ? step : -step).possiblyBusinessDay(holidays)
        else { continue }
        possible += 1
        if other { certain += 1 }
      }
      if !places.overlaps(certain...possible) { return false }
      return isOne && places.contains(certain) && places.contains(possible) ? true : nil
    }
  }
}

extension CivilDay {
  /// Monday to Friday and no holiday; nil where it may be one.
  func isBusinessDay(_ holidays: HolidayLists) -> Bool? {
    if weekday == .saturday || weekday == .sunday { return false }
    if holidays.isEmpty { return true }
    return holidays.holds(on: self, named: nil).map { !$0 }
  }

  /// Whether a day that may be a business day is one for certain; nil for one that is none.
  func possiblyBusinessDay(_ holidays: HolidayLists) -> Bool? {
    switch isBusinessDay(holidays) {
    case true?: true
    case nil: false
    case false?: nil
    }
  }

  fileprivate func lies(from first: MonthDay, to last: MonthDay) -> Bool {
    let day = MonthDay(month: month, day: day)
    return first <= last ? first <= day && day <= last : first <= day || day <= last
  }
}
