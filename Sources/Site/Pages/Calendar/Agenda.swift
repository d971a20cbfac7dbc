import Calendar
import Chronology
import DeploymentGate
import Documents
import Records
import SourceText

/// What stands in a month or week, in the order of time: the same as its table or picture, for those
/// who cannot see it, and with more words.
struct Agenda: Block {
  private struct Item: TemplateModel {
    enum Content {
      case freeze(CalendarBook.FreezeOccurrence)
      case change(CalendarEntry)
    }

    let content: Content
    /// The id of the first item of a day; empty for the others.
    let anchor: String
    let publication: Publication

    static let fields = TemplateFields<Self>(
      .text("anchor", "An id, on the first item of each day.") { $0.anchor },
      .rich("when", "Its time.") { $0.when },
      .text("id", "The id of a change; nothing for a freeze.") { $0.change?.id ?? "" },
      .target("href", "The page of the change or freeze.") { $0.target },
      .text("name", "The title of the change, the name of the freeze.") { $0.name },
      .rich("facts", "How it stands, what it is, and what it concerns.") { $0.facts })

    private var change: Change? {
      if case .change(let entry) = content {
        publication.register.changes[entry.change]
      } else {
        nil
      }
    }

    private var when: RichText {
      switch content {
      case .freeze(let occurrence):
        occurrence.interval.words(isOpenEnded: occurrence.freeze.isOpenEnded)
      case .change(let entry): "\(Inline.interval(entry.shown))"
      }
    }

    private var target: LinkTarget {
      switch content {
      case .freeze(let occurrence): .freeze(occurrence.freeze)
      case .change: .change(change?.id ?? "")
      }
    }

    private var name: String {
      switch content {
      case .freeze(let occurrence): occurrence.freeze.title
      case .change: change?.title?.value ?? "Untitled change"
      }
    }

    private var facts: RichText {
      switch content {
      case .freeze(let occurrence):
        let freeze = occurrence.freeze
        return
          "\(Inline.mark(.frozen, "freeze")) · \(freeze.allowedText) · \(freeze.systemsText)"
      case .change(let entry):
        return change.map { facts(of: $0, entry) } ?? ""
      }
    }

    /// It is named however many there are: a freeze, and a change that did not simply succeed.
    var isNoteworthy: Bool {
      guard case .change(let entry) = content, let change else { return true }
      return entry.isConflicting || change.outcome?.value != .successful
    }

    /// How it stands, what it is, what it concerns, and when it was planned where that is not when it
    /// took place.
    private func facts(of change: Change, _ entry: CalendarEntry) -> RichText {
      let standing = CalendarStanding(
        change, answer: publication.calendar.answers[change], asOf: publication.asOf)
      var facts: [RichText] = ["\(Inline.mark(standing.tone, standing.words))"]
      if entry.isConflicting {
        let times = LinkTarget.route(.change(change.id), fragment: "times")
        facts.append("\(Inline.mark(.conflict, "conflict", to: times))")
      }
      let risk = change.risk.map { ", \($0.value) risk" } ?? ""
      facts.append("\(change.type?.value ?? "type not stated")\(risk)")
      if !change.systems.isEmpty { facts.append(publication.systems(change.systems)) }
      if entry.actual != nil, let planned = entry.planned, planned != entry.actual {
        facts.append("planned \(Inline.interval(planned))")
      }
      return facts.joined(by: " · ")
    }

    var listed: ItemList.Item {
      ItemList.Item("\(when): \(name, to: target)", [facts])
    }
  }

  private let items: [Item]
  /// Where what is not listed is; empty where all is.
  private let rest: RichText
  /// Days, counted from the epoch, that the list can be entered at.
  let anchors: Set<Int>

  /// The most items that one page lists.
  static let mostListed = 120

  /// - Parameters:
  ///   - entries: By start.
  ///   - period: What begins before it is listed under its first day.
  init(
    _ entries: [CalendarEntry], freezes: [CalendarBook.FreezeOccurrence], in period: Period,
    _ publication: Publication
  ) {
    var contents: [(start: Instant, content: Item.Content)] = freezes.map {
      (max($0.interval.start, period.interval.start), .freeze($0))
    }
    contents += entries.map { (max($0.shown.start, period.interval.start), .change($0)) }
    var order = contents.indices.sorted { (contents[$0].start, $0) < (contents[$1].start, $1) }
    let isWhole = order.count <= Self.mostListed
    if !isWhole {
      order = order.filter {
        Item(content: contents[$0].content, anchor: "", publication: publication).isNoteworthy
      }
    }
    var anchors: Set<Int> = []
    items = order.prefix(Self.mostListed).map { index in
      let (start, content) = contents[index]
      let day = publication.zone.wallTime(at: start).day.daysSinceEpoch
      return Item(
        content: content,
        anchor: isWhole && anchors.insert(day).inserted ? Self.anchor(day) : "",
        publication: publication)
    }
    rest =
      isWhole
      ? ""
      : Self.rest(
        entries.count, items.count, isPart: items.count < order.count, in: period, publication)
    self.anchors = anchors
  }

  /// What the list of a full month or week leaves out, and where it is.
  private static func rest(
    _ all: Int, _ listed: Int, isPart: Bool, in period: Period, _ publication: Publication
  ) -> RichText {
    let all = counted(all, "change", "changes")
    let which: RichText =
      "Of \(all), this list names \(isPart ? "the first \(listed)" : "those") that did not simply succeed, or overlap."
    let mondays = stride(
      from: period.firstDay.daysSinceEpoch - (period.firstDay.weekday.rawValue - 1),
      to: period.kind == .month ? period.endDay.daysSinceEpoch : Int.min, by: 7)
    let weeks = mondays.filter { publication.calendar.span.week(of: $0) != nil }.map { monday in
      let week = Period(.week, holding: CivilDay(daysSinceEpoch: monday), in: publication.zone)
      return RichText("\(String(week.label.suffix(3)), to: .calendar(week))")
    }
    let register: RichText = "\("register", to: .route(.changes))"
    return weeks.isEmpty
      ? "\(which) All of them are in the \(register)."
      : "\(which) All of them are in the weeks \(weeks.joined(by: ", ")), and in the \(register)."
  }

  /// The id of the first item of a day.
  static func anchor(_ day: Int) -> String { "day-\(CivilDay(daysSinceEpoch: day))" }

  static let name = "agenda"

  static let fields = TemplateFields<Self>(
    .list("items", "What stands in it, in order of time.") { $0.items },
    .rich("rest", "What is not listed, and where it is.") { $0.rest })

  var isEmpty: Bool { items.isEmpty && rest.isEmpty }

  private var blocks: [any Block] { [ItemList(items.map(\.listed)), Note(rest)] }

  func write(to writer: inout TextWriter) { writer.write(blocks) }

  func write(to writer: inout MarkdownWriter) { writer.write(blocks) }

  func write(to writer: inout MailWriter) { writer.write(blocks) }
}

extension Freeze {
  /// `all systems`, or their names.
  var systemsText: String { systems.isEmpty ? "all systems" : systems.joined(separator: ", ") }
}
