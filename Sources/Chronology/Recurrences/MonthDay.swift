/// A day of every year.
package struct MonthDay: Sendable, Hashable, Comparable {
  package let month: Int
  package let day: Int

  package init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  package static func < (a: MonthDay, b: MonthDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
}
