import Calendar
import Chronology
import Markdown
import Records
import SourceText

/// What stands in a month or week, in the order of time: the same as its table or picture, for those
/// who cannot see it, and with more words.
struct CalendarAgenda {
  private enum Item {
    case freeze(CalendarBook.FreezeOccurrence)
    case change(CalendarEntry)
  }

  let publication: Publication
  let route: Route
  private let changes: AgendaItems
  private let items: [(start: Instant, item: Item)]

  /// The most items that one page lists; the register has all of them.
  static let mostListed = 500

  /// - Parameters:
  ///   - entries: By start.
  ///   - period: What begins before it is listed under its first day.
  init(
    _ entries: [CalendarEntry], freezes: [CalendarBook.FreezeOccurrence], in period: Period,
    at route: Route, _ changes: AgendaItems, _ publication: Publication
  ) {
    self.publication = publication
    self.route = route
    self.changes = changes
    var items: [(start: Instant, item: Item)] = freezes.map {
      (max($0.interval.start, period.interval.start), .freeze($0))
    }
    items += entries.map { (max($0.shown.start, period.interval.start), .change($0)) }
    let order = items.indices.sorted { (items[$0].start, $0) < (items[$1].start, $1) }
    self.items = order.map { items[$0] }
  }

  /// Days, counted from the epoch, that the list can be entered at.
  var anchors: Set<Int> {
    Set(items.prefix(Self.mostListed).map { Self.day(of: $0.start, publication) })
  }

  /// The id of the first item of a day.
  static func anchor(_ day: Int) -> String { "day-\(CivilDay(daysSinceEpoch: day))" }

  private static func day(of instant: Instant, _ publication: Publication) -> Int {
    publication.zone.wallTime(at: instant).day.daysSinceEpoch
  }

  func html() -> HTML {
    var writer = HTMLWriter()
    guard !items.isEmpty else { return .empty }
    writer.reserve(min(items.count, Self.mostListed) * 480)
    writer.open("ol", class: "agenda")
    var lastDay: Int?
    for (start, item) in items.prefix(Self.mostListed) {
      let day = Self.day(of: start, publication)
      if day == lastDay { writer.open("li") } else { writer.open("li", "id", Self.anchor(day)) }
      lastDay = day
      switch item {
      case .freeze(let occurrence): write(occurrence, to: &writer)
      case .change(let entry): writer.append(changes.html(of: entry))
      }
      writer.close("li")
      writer.newline()
    }
    writer.close("ol")
    if items.count > Self.mostListed {
      writer.open("p", class: "note")
      writer.text("\(items.count - Self.mostListed) more are in the ")
      writer.element("a", "href", Route.changes.href(from: route), "register")
      writer.text(".")
      writer.close("p")
    }
    return writer.finish()
  }

  private func write(_ occurrence: CalendarBook.FreezeOccurrence, to writer: inout HTMLWriter) {
    let freeze = occurrence.freeze
    writer.open("p", class: "when")
    writer.time(
      ofFreeze: occurrence.interval, isOpenEnded: freeze.isOpenEnded, in: publication.zone)
    writer.close("p")
    writer.open("div")
    writer.open("a", "href", publication.calendar.freezes.route(of: freeze).href(from: route))
    writer.name(freeze.title)
    writer.close("a")
    writer.open("p", class: "help")
    writer.element("span", class: "mark-freeze", "freeze")
    writer.text(" · \(freeze.allowedText) · \(freeze.systemsText)")
    writer.close("p")
    writer.close("div")
  }
}

extension Freeze {
  /// `all systems`, or their names.
  var systemsText: String { systems.isEmpty ? "all systems" : systems.joined(separator: ", ") }
}
