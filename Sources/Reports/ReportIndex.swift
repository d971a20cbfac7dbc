import Calendar
import Chronology
import DeploymentGate
import Deployments
import Figures
import Findings
import PolicyReading
import Records
import SourceText

// Making reports:
//  1. what all of them ask for is put in the order of time once: plans, findings, what is overdue,
//     freezes;
//  2. the report of a period takes its slice of each, so that it costs no walk over all records;
//  3. what it says is put into sections by audience, in words that no format has touched;
//  4. each format shows the sections in its own way.

/// Everything that the reports of a register are made from.
package struct ReportIndex: Sendable {
  package let register: Register
  package let asOf: Instant
  package let zone: Zone
  let findings: [Finding]
  /// Indices of findings, by the id of the change.
  let findingsOfRecord: [String: [Int]]
  /// What the register's logs come to; nil where there are none.
  package let deployments: DeploymentReconciliation?
  private let courses: [PeriodCourse]
  /// Indices of changes by the start of their plan.
  let planned: Chronicle<Int>
  /// Indices of findings on changes, by the instant that places the change.
  let noted: Chronicle<Int>
  /// Open now, by the instant since which they are.
  let overdue: Chronicle<OverdueDuty>
  let freezes: FreezesByMonth
  /// What the gate answers for changes that are planned.
  package let answers: PlannedAnswers
  /// By the id of a change, those that follow it up or replace it, in order.
  let followUps: [String: [String]]
  /// By the id of a change, the incidents that it caused, in order.
  let caused: [String: [String]]
  /// Changes that still owe a post-mortem.
  let owingPostMortem: Set<String>
  /// Changes without any instant, by id.
  let undated: [String]
  /// Files of records that were not opened, by path.
  let unopened: [String]
  /// Emergencies without a review on record, by the instant at which it is due.
  let reviews: Chronicle<DueReview>
  /// Changes of high risk and the like, see `isSignificant`.
  private let significant: Set<ObjectIdentifier>
  private let commentaries: [String: ContentPage]
  let published: [String: PublishedReport]
  /// Published figures that could not be read, by the label of their period.
  let unreadablePublications: [String: Finding]

  /// - Parameters:
  ///   - findings: In the order of listings.
  ///   - measured: The figures of all periods of all kinds, see `measureAll`.
  ///   - answers: Asked of the gate where nobody has them.
  ///   - deployments: What the register's logs come to; nil to have that worked out.
  package init(
    _ register: Register, findings: [Finding], measured: [PeriodFigures], asOf: Instant,
    answers: PlannedAnswers? = nil, deployments: DeploymentReconciliation? = nil
  ) {
    self.deployments = deployments ?? register.reconciled(asOf: asOf)
    self.register = register
    self.asOf = asOf
    self.findings = findings
    zone = register.zone
    let calendars = CalendarBook(register)
    self.answers =
      answers ?? PlannedAnswers(RegisterGate(register, book: calendars), asOf: asOf)
    courses = Period.Kind.allCases.map { PeriodCourse(measured, of: $0) }
    planned = Chronicle(
      register.changes.enumerated().compactMap { index, change in
        change.scheduled.map { ($0.value.start, index) }
      })
    let sorted = FindingsByTime(findings, register: register)
    noted = Chronicle(sorted.noted)
    findingsOfRecord = sorted.ofRecord
    overdue = Chronicle(sorted.overdue)
    owingPostMortem = sorted.owingPostMortem
    unreadablePublications = sorted.unreadablePublications
    freezes = FreezesByMonth(
      calendars, over: Self.horizon(of: measured, asOf: asOf), zone: register.zone)
    followUps = Self.followUps(register)
    caused = Self.causes(register)
    unopened = Self.unopened(register)
    reviews = Chronicle(
      register.changes.compactMap { change in
        guard change.review?.at == nil, let due = register.reviewDue(of: change, asOf: asOf)
        else { return nil }
        return (due, DueReview(change: change, due: due))
      })
    significant = significantChanges(register, calendars)
    undated = register.changes.filter { $0.anchor == nil }.map(\.id)
    commentaries = Dictionary(
      register.pages.compactMap { page in
        page.reportPeriod(in: register.zone).map { ($0.label, page) }
      }, uniquingKeysWith: { first, _ in first })
    published = Dictionary(
      register.published.map { ($0.period.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures of all periods of a kind.
  package func course(of kind: Period.Kind) -> PeriodCourse {
    courses[Period.Kind.allCases.firstIndex(of: kind) ?? 0]
  }

  /// By the policy that judges the change.
  func isSignificant(_ change: Change) -> Bool { significant.contains(ObjectIdentifier(change)) }

  /// What is overdue at the clock, the longest overdue first.
  package var overdueNow: ArraySlice<OverdueDuty> { overdue.before(.distantFuture) }

  /// What the author wrote about a period.
  package func commentary(on period: Period) -> ContentPage? { commentaries[period.label] }

  /// The pages that comment on a period on record, and that period, by path.
  package var commentariesOnRecord: [(page: ContentPage, period: Period)] {
    register.pages.compactMap { page in
      guard let period = page.reportPeriod(in: zone), commentary(on: period)?.slug == page.slug,
        course(of: period.kind).index(of: period) != nil
      else { return nil }
      return (page, period)
    }
  }

  /// From the first period to a year after the clock.
  private static func horizon(of measured: [PeriodFigures], asOf: Instant) -> Interval {
    let first = measured.map(\.period.interval.start).min() ?? asOf
    return Interval(start: min(first, asOf), end: asOf + 400 * 86_400)
  }

  private static func followUps(_ register: Register) -> [String: [String]] {
    var followUps: [String: [String]] = [:]
    for change in register.changes {
      let (followed, replaced) = (change.follows?.value, change.supersedes?.value)
      for earlier in [followed, replaced == followed ? nil : replaced] {
        guard let earlier, earlier != change.id else { continue }
        followUps[earlier, default: []].append(change.id)
      }
    }
    return followUps
  }

  private static func causes(_ register: Register) -> [String: [String]] {
    var caused: [String: [String]] = [:]
    for incident in register.incidents {
      for cause in incident.causedBy { caused[cause.value, default: []].append(incident.id) }
    }
    for change in register.changes {
      for incident in change.causedIncidents
      where caused[change.id]?.contains(incident.value) != true {
        caused[change.id, default: []].append(incident.value)
      }
    }
    return caused
  }
}

extension ContentPage {
  /// The period that a page of `content/reports` comments on, `reports/2026-03`; nil for other
  /// pages.
  package func reportPeriod(in zone: Zone) -> Period? {
    guard slug.hasPrefix("reports/") else { return nil }
    let label = String(slug.dropFirst("reports/".count))
    return Period.Kind.allCases.lazy.compactMap { Period($0, labelled: label, in: zone) }.first
  }
}

extension ReportIndex {
  /// Every publication of a period on record, compared with today: the weeks first, then the
  /// months, the quarters and the years, the earliest first.
  package var restatements: [Restatement] {
    Period.Kind.allCases.flatMap { kind in
      course(of: kind).periods.compactMap { figures in
        published[figures.period.label].map { restate($0, as: figures) }
      }
    }
  }
}
