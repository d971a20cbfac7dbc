import Calendar
import Chronology
import DeploymentGate
import Findings
import PolicyReading
import Records

/// What is ahead at the end of a period.
package struct Outlook: Sendable {
  /// The next period, and what is left of one that is running.
  package let interval: Interval
  /// The next period.
  package let next: Period
  /// Changes planned to start in it, the next first, whatever became of them.
  package let planned: [PlannedChange]
  /// Freezes that hold in it, the next first.
  package let freezes: [CalendarBook.FreezeOccurrence]
  /// Findings on overlaps of changes that are planned in it or ran in the period.
  package let conflicts: [Finding]
  /// Emergencies that are to be reviewed in it, the first due first.
  package let reviews: [DueReview]
}

/// A change that is planned.
package struct PlannedChange: Sendable {
  package let change: Change
  /// High or Critical, or of a type that is voted on, unless the settings read the term otherwise.
  package let isSignificant: Bool
  /// What the gate answers for its planned time; nil once it has begun or was called off.
  package let answer: GateReport?
}

/// A review that is owed.
package struct DueReview: Sendable {
  package let change: Change
  package let due: Instant
}

extension ReportIndex {
  func outlook(after period: Period) -> Outlook {
    let next = period.next(in: zone)
    let start = asOf < period.interval.end ? max(asOf, period.interval.start) : period.interval.end
    let ahead = Interval(start: start, end: next.interval.end)
    return Outlook(
      interval: ahead, next: next,
      planned: planned[ahead].map { index in
        let change = register.changes[index]
        return PlannedChange(
          change: change, isSignificant: isSignificant(change), answer: answers[change])
      },
      freezes: freezes.holding(in: ahead),
      conflicts: conflicts(in: Interval(start: period.interval.start, end: ahead.end)),
      reviews: Array(reviews[ahead]))
  }

  /// Each overlap once, although both of its records have the finding.
  private func conflicts(in interval: Interval) -> [Finding] {
    var known: Set<[String]> = []
    return noted[interval].map { findings[$0] }.filter { finding in
      guard case .conflict(let other)? = finding.fact else { return false }
      guard let record = finding.record, let other else { return true }
      return known.insert([record, other].sorted()).inserted
    }
  }
}
