import Chronology
import Findings
import Records
import SourceText

/// CB717: a weekend is counted that may lie in two months.
package enum WeekendDivided: RegisterRule {
  package static let documentation = RuleDocumentation(
    code: 717, title: "a weekend may lie in two months", severity: .warning,
    enforces: "Deployment windows",
    explanation: """
      Where a month begins on a Sunday, its first weekend is that Sunday with the Saturday before it, or
      the first that has both days in the month: readers differ. The same goes for the last weekend of a
      month that ends on a Saturday. On the days on which it matters the gate cannot tell, and answers
      nothing; on all others both readings give the same.

      `first full weekend` and `last full weekend` have one meaning, and so has `first Saturday`.
      """,
    wrong: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Day | first weekend of the month 02:00-06:00 | All changes |
      """,
    right: """
      | Window | Time | Purpose |
      |--------|------|---------|
      | Day | first full weekend of the month 02:00-06:00 | All changes |
      """)

  package static func check(_ register: Register, in context: RegisterContext) -> [Finding] {
    RecurringRow.all(in: context).filter(\.recurrence.countsDividedWeekends).map { row in
      finding(
        "\(quoted(row.name)) counts weekends, and readers differ on one that lies in two months",
        help: "write `full weekend` for one with both days in the month, or name the day, such as "
          + "first Saturday",
        at: row.place, policy: row.policy)
    }
  }
}
