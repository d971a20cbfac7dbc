import Calendar
import Chronology
import Documents
import Findings
import Markdown
import PolicyReading
import Records
import SourceText

/// A freeze together with all that its page says of it.
struct FreezeView {
  let publication: Publication
  let entry: FreezeEntry

  init(_ entry: FreezeEntry, in publication: Publication) {
    self.entry = entry
    self.publication = publication
  }

  var freeze: Freeze { entry.freeze }
  var route: Route { entry.route }

  var page: FreezePage {
    let met = FreezeChanges(entry, in: publication)
    return FreezePage(
      frame: publication.frame(
        entry.title, at: route, in: .calendar, below: [Breadcrumb(.calendar)]),
      kicker: kicker, title: entry.title, badges: badges, lead: lead, findings: findings,
      text: text, stopped: met.stoppedList(publication),
      during: met.duringList(publication), occurrences: occurrences, facts: facts)
  }

  private var kicker: String {
    switch freeze.source {
    case .policy: "Freeze of the policy"
    case .declaration: "Declared freeze"
    case .incident: "Freeze after an incident"
    }
  }

  /// The occurrence that holds, else the one that comes next.
  private var present: CalendarBook.FreezeOccurrence? {
    entry.occurrences.first { $0.interval.end > publication.asOf }
  }

  private var badges: Badges {
    let state =
      switch present?.interval {
      case let interval? where interval.contains(publication.asOf): Badge("holds", .warn)
      case _?: Badge("to come")
      case nil: Badge("over")
      }
    return Badges(
      [state, Badge(word: freeze.allowedText)]
        + (freeze.isOpenEnded ? [Badge("no end is set", .bad)] : []))
  }

  private var lead: String {
    let zone = publication.zone
    guard let interval = present?.interval else {
      return entry.occurrences.last.map {
        "It ended \(DisplayTime.instant($0.interval.end, in: zone))."
      } ?? "It holds at no time that this calendar shows."
    }
    let end =
      interval.end == .distantFuture
      ? "no end is set" : "until \(DisplayTime.instant(interval.end, in: zone))"
    guard interval.contains(publication.asOf) else {
      return "It begins \(DisplayTime.instant(interval.start, in: zone)), \(end)."
    }
    return "It holds since \(DisplayTime.instant(interval.start, in: zone)), \(end)."
  }

  private var declaration: DeclaredFreeze? {
    if case .declaration(let declaration) = freeze.source { declaration } else { nil }
  }

  private var findings: FindingList {
    FindingList(declaration.map { publication.findings.of(path: $0.file.path) } ?? [])
  }

  /// What the declaration says, without the heading that became the title.
  private var text: [any Block] {
    declaration.map { [publication.body($0.document, omitting: $0.titleNode)] } ?? []
  }

  private var occurrences: [any Block] {
    guard case .recurring = freeze.recurrence else { return [] }
    let content: any Block =
      entry.occurrences.isEmpty
      ? EmptyState("At no time between the first month and the horizon.")
      : ItemList(entry.occurrences.map(item))
    return [Section("occurrences", "Dates", [content])]
  }

  private func item(_ occurrence: CalendarBook.FreezeOccurrence) -> ItemList.Item {
    let days = CalendarEntry.days(of: occurrence.interval, in: publication.zone)
    let span = publication.calendar.span
    // The first occurrence may begin before the first month.
    let month = span.month(of: days.lowerBound) ?? span.month(of: days.upperBound)
    let allowed = occurrence.freeze.allowedText
    return ItemList.Item(
      "\(Inline.interval(occurrence.interval, to: month.map { .route($0) }))\(allowed == freeze.allowedText ? "" : " · \(allowed)")",
      isParagraph: false)
  }

  private var facts: Section {
    var facts = [
      Fact("When", RichText(duration)), Fact("Exempt", RichText(freeze.allowedText)),
      Fact("Where", RichText(freeze.surroundings.words ?? "")), Fact("Systems", systems),
    ]
    switch freeze.source {
    case .policy: break
    case .declaration(let declaration):
      facts.append(
        Fact("Declared by", RichText(declaration.declaredBy?.value ?? "not recorded")))
      if let at = declaration.declaredAt?.value {
        facts.append(Fact("Declared", "\(Inline.instant(at))"))
      }
    case .incident(let incident, _):
      facts.append(Fact("Incident", publication.named(incident.id)))
    }
    if let reference = freeze.reference { facts.append(Fact("Policy basis", reference.richText)) }
    facts.append(
      Fact(
        "Source",
        "\(Inline.path(freeze.place.file.path)), line \(freeze.place.start.line)"))
    return Section(
      "facts", "Facts", [Facts(facts), Table.unread(declaration?.unread ?? [])])
  }

  private var systems: RichText {
    if freeze.systems.isEmpty { return freeze.hasUnknownSystems ? "not known" : "all" }
    return freeze.systems.map { "\($0, to: .system($0))" }.joined(by: ", ")
  }

  private var duration: String {
    switch freeze.source {
    case .policy(let row): return row.durationText
    case .incident(_, let row): return "From the incident until \(row.durationText) after its end"
    case .declaration(let declaration):
      let zone = publication.zone
      if let times = freeze.times {
        let since = (declaration.from ?? declaration.declaredAt)?.value
        return times
          + (since.map { ", from \(DisplayTime.instant($0, in: zone))" } ?? "")
          + (declaration.to.map { ", until \(DisplayTime.instant($0.value, in: zone))" } ?? "")
      }
      guard let from = declaration.from?.value else { return "not recorded" }
      guard let to = declaration.to?.value, to > from else {
        return "From \(DisplayTime.instant(from, in: zone)), no end is set"
      }
      return DisplayTime.interval(Interval(start: from, end: to), in: zone)
    }
  }
}
