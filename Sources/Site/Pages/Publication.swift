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
  /// What waits for somebody.
  let attention: Deferred<Attention>
  /// The same by the pages of people and systems.
  let attentionByPage: Deferred<[Route: [Attention.Item]]>
  let people: Deferred<PeopleIndex>
  /// What records say of each other, from the other side.
  let relations: Deferred<RecordRelations>
  /// What may run at the as-of instant, by the gate.
  let state: Deferred<CalendarState>
  /// The same in a line, for every page.
  let status: Deferred<StatusStrip>

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
    let people = Deferred { PeopleIndex(register) }
    self.people = people
    relations = Deferred { RecordRelations(register) }
    siteLinks = SiteLinks(
      reports, findings: findings, links: links, calendar: { calendar }, systems: { systems },
      people: { people.value })
    self.calendar = calendar
    let attention = Deferred { Attention(register, reports, findings, asOf: asOf) }
    self.attention = attention
    attentionByPage = Deferred { attention.value.byPage(register, people.value, systems) }
    let state = Deferred { CalendarState(calendar.gate, asOf: asOf) }
    self.state = state
    status = Deferred {
      StatusStrip(state.value, calendar.freezes, attention: attention.value.count)
    }
    self.systems = systems
    self.twelveMonths = twelveMonths
  }

  func stage(of change: Change) -> WorkflowStage { register.stage(of: change, asOf: asOf) }
}
