import Charts
import Chronology
import Configuration
import DeploymentGate
import Documents
import Figures
import Findings
import History
import Records
import Reports
import Rules
import SourceText

/// Every page of the site, each ready to be rendered on its own.
package struct SitePlan: Sendable {
  /// No two have the same route.
  package let pages: [PlannedPage]

  /// The pictures that pages show, and where they go.
  let pictures: [(picture: Picture, route: Route)]

  /// What happened last, as a feed; nil where the address of the site is not known.
  let feed: Deferred<AtomFeed?>

  /// What may run now, in a line.
  let status: Deferred<StatusStrip>

  /// What the reports were made from.
  package let reports: ReportIndex

  /// What the pages for auditors were made from.
  let trail: AuditTrail

  /// The files that the search looks in, made when they are written.
  let searchIndex: @Sendable () -> [OutputFile]

  /// What the page of a change or an incident says; nil where there is none of that id.
  package func document(ofRecord id: String) -> Document? {
    pages.first { $0.route == .change(id) || $0.route == .incident(id) }?.document?()
  }

  /// The templates that the pages are rendered with, for `TemplateLibrary.load`.
  package static let templates: [PageTemplate] = [
    PageTemplate("dashboard", DashboardPage.self),
    PageTemplate("policy", PolicyPage.self),
    PageTemplate("register", RegisterPage.self),
    PageTemplate("record", RecordPage.self),
    PageTemplate("incident", IncidentPage.self),
    PageTemplate("calendar-index", CalendarPage.self),
    PageTemplate("calendar-month", MonthPage.self),
    PageTemplate("calendar-week", WeekPage.self),
    PageTemplate("calendar-freeze", FreezePage.self),
    PageTemplate("document", DocumentPage.self),
    PageTemplate("report", ReportPage.self),
    PageTemplate("rule", RulePage.self),
    PageTemplate("page", TextPage.self),
    PageTemplate("search", SearchPage.self),
    PageTemplate("findings", FindingsPage.self),
  ]

  /// The kinds of blocks that stand on pages.
  package static let blocks: [PageTemplate] = [
    PageTemplate(Agenda.self), PageTemplate(Badges.self), PageTemplate(ChangeTable.self),
    PageTemplate(ChartFigure.self),
    PageTemplate(Clause.self), PageTemplate(Columns.self),
    PageTemplate(Contents.self), PageTemplate(Disclosure.self),
    PageTemplate(Drawing.self), PageTemplate(EmptyState.self), PageTemplate(Facts.self),
    PageTemplate(FigureCards.self), PageTemplate(FilterForm.self),
    PageTemplate(FindingList.self), PageTemplate(FindingTable.self), PageTemplate(Group.self),
    PageTemplate(ItemList.self),
    PageTemplate(MarkList.self), PageTemplate(MarkKey.self), PageTemplate(MonthMatrix.self),
    PageTemplate(MonthTable.self), PageTemplate(Note.self),
    PageTemplate(Notice.self),
    PageTemplate(Pager.self), PageTemplate(Paragraph.self), PageTemplate(Prose.self),
    PageTemplate(RecordList.self),
    PageTemplate(Section.self), PageTemplate(ShortList.self), PageTemplate(StateNow.self),
    PageTemplate(Steps.self),
    PageTemplate(Table.self), PageTemplate(WindowList.self),
  ]
}

/// Plans every page of the site:
///
/// 1. what all pages share is worked out once, in two halves side by side: what reports are made
///    from; findings by place and rule, and the calendar;
/// 2. each kind of page is planned by its own function: routes now, models when rendered;
/// 3. of two pages with one route the first stays, and of two of which one would be a folder where
///    the other is a file: `addressProblems` names those of the content folder that do not.
///
/// - Parameters:
///   - history: What git knows of the register.
///   - judgement: What the rules have to say.
///   - index: What figures are measured from.
///   - figures: Of all kinds of period, by `index`.
///   - revision: Of the content; nil where it is not known.
package func planSite(
  register: Register, history: RegisterHistory = RegisterHistory(), judgement: Judgement,
  index: FiguresIndex, figures: [PeriodFigures], settings: Settings, asOf: Instant,
  revision: String?, jobs: Jobs
) -> SitePlan {
  let gate = RegisterGate(register)
  let answers = PlannedAnswers(gate, asOf: asOf, jobs: jobs)
  let (reports, (found, calendar)) = jobs.both {
    ReportIndex(
      register, findings: judgement.all, measured: figures, asOf: asOf, answers: answers,
      deployments: judgement.deployments)
  } _: {
    let found = FindingsIndex(judgement, register: register)
    let calendar = SiteCalendar(
      register, findings: found, asOf: asOf, gate: gate, answers: answers)
    return (found, calendar)
  }
  let periods = PeriodsByKind(figures)
  let trail = AuditTrail(register, history)
  let publication = Publication(
    register: register, history: history, trail: trail, findings: found, calendar: calendar,
    settings: settings, asOf: asOf,
    revision: revision, twelveMonths: TwelveMonths(index, months: periods.months),
    reports: reports)
  let kinds: [@Sendable () -> [PlannedPage]] = [
    { [planDashboard(periods.months, publication)] },
    { planFigures(periods, publication) },
    { planSystems(publication) },
    { planPeople(publication) },
    { planPolicies(publication) },
    { planCompliance(publication) },
    { planRegister(publication) },
    { planRecords(publication) },
    { planIncidents(publication) },
    { planCalendar(publication) },
    { planReports(publication) },
    { planFindings(publication) },
    { planGuide(publication) },
    { [planDataIndex(publication), planNotFound(publication), planSearch(publication)] },
    { planTextPages(publication) },
  ]
  let pages = jobs.map(kinds) { $0() }.flatMap(\.self)
  return SitePlan(
    pages: withoutCollisions(pages), pictures: publication.links.pictures.all,
    feed: Deferred { AtomFeed(publication) },
    status: publication.status, reports: reports, trail: trail
  ) {
    Site.searchIndex(dated: publication.searchedRecords, others: publication.searchedPages)
  }
}

/// The pages that can stand side by side, the first ones first.
private func withoutCollisions(_ pages: [PlannedPage]) -> [PlannedPage] {
  var files: Set<String> = []
  var folders: Set<String> = []
  return pages.filter { page in
    let path = page.route.outputPath
    guard !files.contains(path), !folders.contains(path) else { return false }
    var above: [String] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
      rest = rest[..<slash]
      let folder = String(rest)
      if folders.contains(folder) { break }
      if files.contains(folder) { return false }
      above.append(folder)
    }
    files.insert(path)
    folders.formUnion(above)
    return true
  }
}
