/// Days that any of some patterns names and none of others takes out.
package struct DayRule: Sendable, Hashable {
  package var patterns: [DayPattern]
  package var exceptions: [DayPattern]

  package init(_ patterns: [DayPattern], except exceptions: [DayPattern] = []) {
    self.patterns = patterns
    self.exceptions = exceptions
  }

  package static let everyDay = DayRule([.everyDay])

  package init(weekdays: [Weekday]) { self.init([.weekdays(weekdays)]) }

  /// Whether a day is one of them; nil where that depends on holidays that are not known.
  package func holds(on day: CivilDay, _ holidays: HolidayLists) -> Bool? {
    let isNamed = Self.any(of: patterns, hold: day, holidays)
    if isNamed == false { return false }
    let isTakenOut = Self.any(of: exceptions, hold: day, holidays)
    if isTakenOut == true { return false }
    return isNamed == true && isTakenOut == false ? true : nil
  }

  private static func any(
    of patterns: [DayPattern], hold day: CivilDay, _ holidays: HolidayLists
  ) -> Bool? {
    var isUnknown = false
    for pattern in patterns {
      switch pattern.holds(on: day, holidays) {
      case true?: return true
      case nil: isUnknown = true
      case false?: continue
      }
    }
    return isUnknown ? nil : false
  }

  /// Each of its days is one of these weekdays; nil where they may be any.
  package var weekdays: [Weekday]? {
    var days: Set<Weekday> = []
    for pattern in patterns {
      switch pattern {
      case .weekdays(let weekdays): days.formUnion(weekdays)
      case .counted(.weekday(let weekday), _, _, _): days.insert(weekday)
      case .every(let count, let from) where count.isMultiple(of: 7): days.insert(from.weekday)
      default: return nil
      }
    }
    return Weekday.allCases.filter(days.contains)
  }
}
