import Calendar
import Chronology
import Figures
import Findings
import History
import Records
import Reports
import Rules
import SourceText

/// A site's folder, read, judged and measured: what reports and derivations are made from.
struct JudgedSite {
  let register: Register
  let history: RegisterHistory
  let judgement: Judgement
  let index: FiguresIndex
  let reports: ReportIndex

  init(_ settings: SiteSettings) throws {
    (register, history, judgement) = try Workspace(settings).judge()
    index = FiguresIndex(
      register, facts: FindingFacts(judgement.all, unreadable: unreadableChanges(register)),
      calendar: CalendarBook(register), deployments: judgement.deployments, asOf: settings.asOf,
      jobs: settings.jobs)
    reports = ReportIndex(
      register, findings: judgement.all,
      measured: index.measureAll(Period.Kind.allCases, jobs: settings.jobs), asOf: settings.asOf,
      deployments: judgement.deployments)
  }

  /// The last month that has ended.
  var lastMonth: Period {
    Period(.month, holding: index.asOf, in: register.zone).previous(in: register.zone)
  }

  /// The report of any period, on record or not.
  func report(of period: Period) -> PeriodReport {
    let course = reports.course(of: period.kind)
    return reports.report(
      of: course.index(of: period).map { course.periods[$0] } ?? index.measure(period))
  }
}
