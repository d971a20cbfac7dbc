import Chronology
import Configuration
import Findings
import History
import Markdown
import PolicyReading
import Records
import Reports
import SourceText

/// Everything that pages are made from: read-only, shared by all of them. A class, since every view
/// of every page holds it.
final class Publication: Sendable {
  let register: Register
  let history: RegisterHistory
  let trail: AuditTrail
  let findings: FindingsIndex
  let links: LinkTable
  let recordAnchors = RecordAnchors()
  let calendar: SiteCalendar
  let asOf: Instant
  /// The policy's: all times on pages are given in it.
  let zone: Zone
  /// The revision of the content; nil where it is not known.
  let revision: String?
  let settings: Settings
  let systems: SystemIndex
  let twelveMonths: TwelveMonths
  let reports: ReportIndex
  let siteLinks: SiteLinks

  init(
    register: Register, history: RegisterHistory = RegisterHistory(), trail: AuditTrail? = nil,
    findings: FindingsIndex,
    calendar: SiteCalendar, settings: Settings,
    asOf: Instant, revision: String?, twelveMonths: TwelveMonths, reports: ReportIndex
  ) {
    self.register = register
    self.history = history
    self.trail = trail ?? AuditTrail(register, history)
    self.settings = settings
    self.asOf = asOf
    self.revision = revision
    zone = register.zone
    self.findings = findings
    self.reports = reports
    links = LinkTable(register, commentaries: reports.commentaryRoutes)
    let systems = SystemIndex(register)
    siteLinks = SiteLinks(
      reports, findings: findings, links: links, calendar: { calendar }, systems: { systems })
    self.calendar = calendar
    self.systems = systems
    self.twelveMonths = twelveMonths
  }

  func stage(of change: Change) -> WorkflowStage { register.stage(of: change, asOf: asOf) }
}
