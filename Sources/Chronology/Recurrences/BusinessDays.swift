/// Counts business days: Monday to Friday, without the public holidays where the site lists any.
package struct BusinessDays: Sendable {
  private let holidays: HolidayLists

  package init(_ holidays: HolidayLists) { self.holidays = holidays }

  /// How many there are after a day, up to and with another: those that are for certain, and those that
  /// may be, because no list has the holidays of their year.
  package func count(after first: CivilDay, through last: CivilDay) -> ClosedRange<Int> {
    let days = max(0, last.daysSinceEpoch - first.daysSinceEpoch)
    guard !holidays.isEmpty else {
      let rest = (0..<days % 7).count { isOne(first.adding(days: $0 + 1)) == true }
      let all = days / 7 * 5 + rest
      return all...all
    }
    var (certain, possible) = (0, 0)
    for step in 0..<days {
      switch isOne(first.adding(days: step + 1)) {
      case true?:
        certain += 1
        possible += 1
      case nil: possible += 1
      case false?: continue
      }
    }
    return certain...possible
  }

  /// The day on which that many have passed after a day: at the earliest, and for certain, which is nil
  /// where no list has the holidays of the year after it.
  package func day(
    _ count: Int, after first: CivilDay
  ) -> (earliest: CivilDay, certain: CivilDay?) {
    var (certain, possible) = (0, 0)
    var earliest = first
    var day = first
    var unknown = 0
    while certain < count {
      day = day.adding(days: 1)
      guard let isBusinessDay = day.possiblyBusinessDay(holidays) else { continue }
      if possible < count {
        possible += 1
        earliest = day
      }
      if isBusinessDay { certain += 1 } else { unknown += 1 }
      if unknown > Self.mostUnknown, possible == count { return (earliest, nil) }
    }
    return (earliest, day)
  }

  /// After a year without a list none can be expected.
  private static let mostUnknown = 260

  private func isOne(_ day: CivilDay) -> Bool? { day.isBusinessDay(holidays) }
}
