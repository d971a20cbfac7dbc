import Chronology
import SourceText

extension Policy {
  /// The day on which the policy's next review is due: its effective date and one review cycle.
  /// Nil where it states neither, or a cycle of no length.
  package var reviewDue: CivilDay? {
    guard let effective = metadata.effective?.value, let cycle = metadata.reviewCycle?.value,
      cycle.months > 0
    else { return nil }
    let month = effective.firstOfMonth.addingMonths(cycle.months)
    let length = CivilDay.length(ofMonth: month.month, in: month.year)
    return month.adding(days: min(effective.day, length) - 1)
  }
}
