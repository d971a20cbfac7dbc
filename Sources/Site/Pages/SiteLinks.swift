import Chronology
import Documents
import Figures
import Findings
import Markdown
import PolicyReading
import Records
import Reports
import Rules
import SourceText

/// Where the targets of documents are, whatever page leads to them. A class, since every link of every
/// page asks it.
final class SiteLinks: Sendable {
  private let reports: ReportIndex
  private let findings: FindingsIndex
  private let links: LinkTable
  private let calendar: Deferred<SiteCalendar>
  private let systems: Deferred<SystemIndex>
  private let people: Deferred<PeopleIndex>
  /// By the key of a figure.
  private let listings: Deferred<[String: Listing]>
  /// The first days of the months that have a register.
  private let registers: Deferred<Set<CivilDay>>

  private struct Listing {
    let page: Route
    let months: RecordListing
    let weeks: Set<String>
  }

  init(
    _ reports: ReportIndex, findings: FindingsIndex, links: LinkTable,
    calendar: @escaping @Sendable () -> SiteCalendar,
    systems: @escaping @Sendable () -> SystemIndex,
    people: @escaping @Sendable () -> PeopleIndex
  ) {
    self.people = Deferred(people)
    self.calendar = Deferred(calendar)
    self.systems = Deferred(systems)
    self.reports = reports
    self.findings = findings
    self.links = links
    listings = Deferred { Self.listings(reports) }
    registers = Deferred {
      Set(
        RegisterMonths(reports.register, zone: reports.zone).months.map(\.period.firstDay))
    }
  }

  private static func listings(_ reports: ReportIndex) -> [String: Listing] {
    var listings: [String: Listing] = [:]
    for definition in FigureCatalogue.definitions {
      guard let months = FigureSeries(definition, in: reports.course(of: .month).periods)
      else { continue }
      let weeks = FigureSeries(definition, in: reports.course(of: .week).periods)
      listings[definition.key] = Listing(
        page: .figure(definition.key), months: RecordListing(months),
        weeks: Set(
          (weeks.map { RecordListing.listedWeeks($0, atMost: FigureView.weeksDrawn) } ?? [])
            .map(\.label)))
    }
    return listings
  }

  /// The page, what it is asked, and the place on it; nil where there is none, and for pages in the
  /// world.
  private func place(
    of target: LinkTarget
  ) -> (route: Route, query: String?, fragment: String?)? {
    switch target {
    case .page(let path, let query, let fragment): (Route(path: path), query, fragment)
    case .registerWhere(let period, let column, let value):
      (.changesMonth(period.label), "\(column)=\(queryEncoded(value))", nil)
    default: page(of: target).map { ($0.route, nil, $0.fragment) }
    }
  }

  private func page(of target: LinkTarget) -> (route: Route, fragment: String?)? {
    switch target {
    case .change(let id): return (.change(id), nil)
    case .incident(let id): return (.incident(id), nil)
    case .figure(let key, let period): return figure(key, period)
    case .findings(let code): return (findingsRoute(code), nil)
    case .allFindings: return (.findings, nil)
    case .register(let period):
      return period.kind == .month && registers.value.contains(period.firstDay)
        ? (.changesMonth(period.label), nil) : (.changes, nil)
    case .clause(let reference): return links.clause(reference).map { ($0.route, $0.anchor) }
    case .report(let period): return report(period).map { ($0, nil) }
    case .section(let period, let anchor): return report(period).map { ($0, anchor) }
    case .system(let name):
      return systems.value.system(named: name).map { ($0.route, nil) }
    case .person(let text): return person(text).map { ($0, nil) }
    case .calendar(let period):
      let day = period.firstDay.daysSinceEpoch
      let span = calendar.value.span
      return (period.kind == .week ? span.week(of: day) : span.month(of: day)).map { ($0, nil) }
    case .freeze(let freeze): return (calendar.value.freezes.route(of: freeze), nil)
    case .rule(let code): return (.rule(code), nil)
    case .file(let path): return links.route(ofPath: path).map { ($0, nil) }
    case .restatements: return (.data("restatements.json"), nil)
    case .page, .registerWhere, .here, .web: return nil
    }
  }

  private func person(_ text: String) -> Route? {
    let named = reports.register.people.identities(in: text)
    return named.count == 1 ? people.value[named[0]]?.route : nil
  }

  private func report(_ period: Period) -> Route? {
    reports.course(of: period.kind).index(of: period).flatMap { _ in Route.report(period) }
  }

  private func figure(_ key: String, _ period: Period?) -> (route: Route, fragment: String?)? {
    guard let listing = listings.value[key] else { return nil }
    switch period?.kind {
    case .month:
      if let place = period.flatMap(listing.months.place) { return (place.route, place.fragment) }
    case .week:
      if let label = period?.label, listing.weeks.contains(label) {
        return (.figureWeeks(key), label)
      }
    case .quarter, .year, nil: break
    }
    return (listing.page, nil)
  }

  /// The findings of a rule, or what it means where nothing was found.
  private func findingsRoute(_ code: String) -> Route {
    guard let rule = RuleCode(parsing: code), findings.count(of: rule) > 0 else {
      return .rule(code)
    }
    return .findings(of: code)
  }

  /// The reference from a page; nil where nothing is known to lead there.
  func href(_ target: LinkTarget, from route: Route) -> String? {
    if case .web(let address) = target { return Self.web(address) }
    return place(of: target).map { place in
      guard let query = place.query else {
        return place.route.href(from: route, fragment: place.fragment)
      }
      return "\(place.route.href(from: route))?\(query)\(Self.suffix(place.fragment))"
    }
  }

  /// The address in the world; nil where the site's own is not known.
  func address(_ target: LinkTarget, under baseURL: String?) -> String? {
    if case .web(let address) = target { return Self.web(address) }
    guard let baseURL, let place = place(of: target) else { return nil }
    let query = place.query.map { "?\($0)" } ?? ""
    return place.route.address(under: baseURL) + query + Self.suffix(place.fragment)
  }

  private static func suffix(_ fragment: String?) -> String {
    fragment.map { "#" + percentEncoded($0, keeping: ":@") } ?? ""
  }

  private static func web(_ address: String) -> String? {
    guard let destination = LinkDestination(address), destination.kind == .web else { return nil }
    return destination.text
  }
}

extension ReportIndex {
  /// The reports that show a commentary, by the path of its file.
  var commentaryRoutes: [String: Route] {
    Dictionary(
      commentariesOnRecord.compactMap { page, period in
        Route.report(period).map { (page.file.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// Where the links of reports lead in the world, for reports that are read outside the site.
///
/// - Parameter baseURL: Where the site is served; without it only web pages that records name are
///   led to.
package func reportAddresses(
  _ reports: ReportIndex, judgement: Judgement, baseURL: String?
) -> (LinkTarget) -> String? {
  let findings = FindingsIndex(judgement, register: reports.register)
  let links = SiteLinks(
    reports, findings: findings,
    links: LinkTable(reports.register, commentaries: reports.commentaryRoutes),
    calendar: { SiteCalendar(reports.register, findings: findings, asOf: reports.asOf) },
    systems: { SystemIndex(reports.register) }, people: { PeopleIndex(reports.register) })
  return { links.address($0, under: baseURL) }
}
