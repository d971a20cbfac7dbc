import Calendar
import Chronology
import Figures
import Findings
import PolicyReading
import Records

/// The report of one period, as data: what it says is in `sections`.
package struct PeriodReport: Sendable {
  package let audience: ReportAudience
  package let figures: PeriodFigures
  package let state: State
  /// The sentence of the policy that asks for it; nil where none does.
  package let duty: ReportingDuty?
  /// In force at the end of the period, or at the clock.
  package let policy: Policy
  /// Changes that ended in the period as they were meant to, with issues or without, by id.
  package let shipped: [Change]
  /// Emergencies and changes that went wrong, by id.
  package let exceptions: [ExceptionalChange]
  /// What comes after the period, and in one that is running, what is left of it.
  package let outlook: Outlook
  /// Open now and overdue before the end of the period, the longest overdue first.
  package let overdue: ArraySlice<OverdueDuty>
  package let quality: DataQuality
  /// Breaches in the records of the period.
  package let breaches: BreachSummary
  /// What the author wrote.
  package let commentary: ContentPage?
  /// How the published figures differ from the present ones; nil where none were published.
  package let restatement: Restatement?
  /// Published figures that could not be read.
  package let unreadablePublication: Finding?
  /// The periods of this kind up to this one that it is compared with, the earliest first; empty
  /// where it lies outside the time on record.
  package let course: [PeriodFigures]
  /// The months of a quarter, the quarters of a year.
  package let parts: [PeriodFigures]
  let index: ReportIndex

  package var period: Period { figures.period }

  /// The same with the period itself in any case.
  var history: [PeriodFigures] { course.isEmpty ? [figures] : course }

  package enum State: Sendable, Hashable {
    case closed
    /// It has not ended.
    case running
    /// It has not begun.
    case future
    /// It ended before the first record, which belongs to this period.
    case beforeRecords(first: Period)
    /// Nothing is on record at all.
    case noRecords
  }
}

extension ReportIndex {
  /// The report of a period. `figures` are measured apart where the period lies outside the time
  /// on record.
  package func report(of figures: PeriodFigures) -> PeriodReport {
    let period = figures.period
    let audience = ReportAudience(of: period.kind)
    let course = course(of: period.kind)
    let policy = register.policies.inForce(at: min(period.interval.end + -1, asOf))
    let published = published[period.label]
    return PeriodReport(
      audience: audience, figures: figures, state: state(of: period),
      duty: policy.reporting.first { $0.period == period.kind }, policy: policy,
      shipped: shipped(in: figures), exceptions: figures.exceptions.map(exceptional),
      outlook: outlook(after: period), overdue: overdue.before(period.interval.end),
      quality: quality(of: figures), breaches: breaches(of: period, in: audience),
      commentary: commentary(on: period),
      restatement: published.map { restate($0, as: figures) },
      unreadablePublication: unreadablePublications[period.label],
      course: Array(course.last(period.kind.comparedPeriods + 1, upTo: period)),
      parts: period.kind.part.map {
        Array(self.course(of: $0).beginning(in: period.firstDay..<period.endDay))
      } ?? [],
      index: self)
  }

  private func state(of period: Period) -> PeriodReport.State {
    if period.interval.start > asOf { return .future }
    guard let first = course(of: period.kind).periods.first?.period, !register.changes.isEmpty
    else { return .noRecords }
    if period.firstDay < first.firstDay { return .beforeRecords(first: first) }
    return asOf < period.interval.end ? .running : .closed
  }

  /// The numerator of the success rate, issues allowed, without what caused an incident: that is
  /// among the exceptions.
  private func shipped(in figures: PeriodFigures) -> [Change] {
    let failed = Set(figures.rate("change_failure_rate")?.numeratorIDs ?? [])
    return (figures.rate("lenient_change_success_rate")?.numeratorIDs ?? [])
      .filter { !failed.contains($0) }.compactMap(register.change)
  }
}
