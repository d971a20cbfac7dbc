/// Public holidays, by the name of their list.
package struct HolidayLists: Sendable, Hashable {
  /// The holidays of one place. Only of the years that it has holidays in it is known which days
  /// are none.
  package struct List: Sendable, Hashable {
    /// Folded, as it is asked for.
    package let name: String
    /// Days since the epoch.
    private let days: Set<Int>
    /// Days of every year, without regard to the others.
    private let yearly: Set<MonthDay>
    /// Nil where it has nothing but days of every year, which are known for all years.
    package let years: ClosedRange<Int>?

    /// - Parameters:
    ///   - yearly: Days of every year.
    ///   - ruled: Days that a rule gives in every year.
    package init(
      name: String, dated: [CivilDay], yearly: [MonthDay] = [], ruled: [CivilDay] = []
    ) {
      self.name = name
      self.yearly = Set(yearly)
      days = Set((dated + ruled).map(\.daysSinceEpoch))
      last = dated.map(\.daysSinceEpoch).max()
      let years = dated.map(\.year)
      if let first = years.min(), let last = years.max() {
        self.years = first...last
      } else {
        self.years = nil
      }
    }

    /// It says nothing of any day.
    var isEmpty: Bool { days.isEmpty && yearly.isEmpty }

    /// Nil in a year of which the list knows nothing.
    func holds(on day: CivilDay) -> Bool? {
      if yearly.contains(MonthDay(month: day.month, day: day.day)) { return true }
      if days.contains(day.daysSinceEpoch) { return true }
      if isEmpty { return nil }
      return years.map { $0.contains(day.year) } ?? true ? false : nil
    }

    /// The last day, since the epoch, that does not come every year.
    let last: Int?
  }

  package let lists: [List]

  package init(_ lists: [List] = []) { self.lists = lists }

  package var isEmpty: Bool { lists.isEmpty }

  /// The lists that a name means: all of them for nil.
  package func lists(named name: String?) -> [List] {
    guard let name else { return lists }
    return lists.filter { $0.name == name }
  }

  /// Whether a day is a holiday of one of the lists; nil where that is not known.
  func holds(on day: CivilDay, named name: String?) -> Bool? {
    var isKnown = false
    for list in lists(named: name) {
      switch list.holds(on: day) {
      case true?: return true
      case false?: isKnown = true
      case nil: return nil
      }
    }
    return isKnown ? false : nil
  }

  var last: Int? { lists.compactMap(\.last).max() }
}
