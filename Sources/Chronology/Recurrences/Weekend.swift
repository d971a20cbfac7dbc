/// Weekends by their place in a month or a quarter.
extension DayPattern.Unit {
  /// Whether the weekend of a day has one of the places in a period. One that lies in two periods may be
  /// the last of one or the first of the other, or count in neither: where readers differ in what that
  /// makes of it, and of the weekends beside it, the answer is nil.
  func holdsWeekend(
    of day: CivilDay, _ places: ClosedRange<Int>, fromEnd: Bool, isWhole: Bool
  ) -> Bool? {
    guard let (saturday, sunday) = day.weekend else { return false }
    let ofSaturday = period(holding: saturday)
    let ofSunday = period(holding: sunday)
    func holds(_ edge: CivilDay, _ day: CivilDay) -> Bool {
      places.contains(abs(edge.daysSinceEpoch - day.daysSinceEpoch) / 7 + 1)
    }
    // Among those that lie in it with both days.
    let holdsWhole =
      ofSaturday.first == ofSunday.first && isNamed(ofSaturday.first)
      && (fromEnd
        ? holds(ofSaturday.end.adding(days: -1), sunday) : holds(ofSaturday.first, saturday))
    if isWhole { return holdsWhole }
    // Among those that lie in it with one day or both.
    let holdsTouching = [ofSaturday, ofSunday].contains { period in
      isNamed(period.first)
        && (fromEnd ? holds(period.end.adding(days: -1), saturday) : holds(period.first, sunday))
    }
    return holdsWhole == holdsTouching ? holdsWhole : nil
  }

  /// Whether the period that begins on a day is one of those that are meant.
  func isNamed(_ first: CivilDay) -> Bool {
    if case .months(let numbers) = self { numbers.contains(first.month) } else { true }
  }
}

extension CivilDay {
  /// The Saturday and the Sunday of its weekend; nil on other days.
  package var weekend: (saturday: CivilDay, sunday: CivilDay)? {
    switch weekday {
    case .saturday: (self, adding(days: 1))
    case .sunday: (adding(days: -1), self)
    default: nil
    }
  }
}
