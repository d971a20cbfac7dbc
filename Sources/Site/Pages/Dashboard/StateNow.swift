import Calendar
import Chronology
import DeploymentGate
import Documents
import Records
import SourceText

/// What may run now, as of when the page was built: kinds of change, windows, freezes. `calendar.js`
/// goes on from the intervals in it.
struct StateNow: Block {
  /// One of its lists.
  struct Part: TemplateModel {
    let heading: String
    let rows: [StateRow]
    var emptyState = ""
    var rest = ""

    static let fields = TemplateFields<Self>(
      .text("heading", "The heading.") { $0.heading },
      .flag("hasRows", "There is something in it.") { !$0.rows.isEmpty },
      .list("rows", "What it is about, with what holds of it.") { $0.rows },
      .text("emptyState", "What is said where there is nothing.") { $0.emptyState },
      .text("rest", "What is not listed.") { $0.rest })
  }

  /// Something that decides and cannot be read.
  private struct Obstacle: TemplateModel {
    let text: RichText

    static let fields = TemplateFields<Self>(.rich("text", "What it is, and where.") { $0.text })
  }

  let state: CalendarState
  let parts: [Part]
  private let zone: Zone

  init(_ publication: Publication) {
    let state = publication.state.value
    self.state = state
    zone = publication.zone
    parts = [state.kindsPart(), state.windowsPart, state.freezesPart(publication.calendar.freezes)]
      .filter { !$0.rows.isEmpty || !$0.emptyState.isEmpty }
  }

  /// For one system: the answers of all are its own, unless a freeze names it.
  init(_ publication: Publication, system name: String) {
    let general = publication.state.value
    let form = SystemIndex.form(name)
    let isNamed = publication.calendar.freezes.occurrences.contains { occurrence in
      occurrence.interval.overlaps(general.span)
        && occurrence.freeze.systems.contains { SystemIndex.form($0) == form }
    }
    let state =
      isNamed
      ? CalendarState(publication.calendar.gate, asOf: publication.asOf, system: name) : general
    self.state = state
    zone = publication.zone
    parts = [
      state.kindsPart(isOfSystem: true),
      state.freezesPart(publication.calendar.freezes, reaching: name),
    ].filter { !$0.rows.isEmpty || !$0.emptyState.isEmpty }
  }

  static let name = "state-now"

  static let fields = TemplateFields<Self>(
    .text("asOf", "The instant that it is told for, by RFC 3339.") { $0.state.asOf.rfc3339 },
    .text("until", "How far its intervals go.") { $0.state.knownUntil.rfc3339 },
    .text("zone", "The time zone of the policy.") { $0.zone.name },
    .rich("line", "For which instant it is told, in words.") { $0.line },
    .flag("isUnknown", "Something that decides cannot be read.") { !$0.state.obstacles.isEmpty },
    .list("obstacles", "What cannot be read.") { now in
      now.obstacles.map(Obstacle.init)
    },
    .rich("obstaclesRest", "Where more is said of them.") { $0.obstaclesRest },
    .list("parts", "Its lists.") { $0.parts })

  private var line: RichText { "As of \(Inline.instant(state.asOf)), when this page was built." }

  private static let mostObstacles = 5
  private static let caution =
    "The gate cannot tell what may run: something that decides cannot be read."

  private var obstacles: [RichText] {
    state.obstacles.prefix(Self.mostObstacles).map { cause in
      let place: RichText =
        cause.place.map { " · \(Inline.path($0.file.path)), line \($0.start.line)" } ?? ""
      return "\(cause.text.capitalisedFirst)\(place)"
    }
  }

  private var obstaclesRest: RichText {
    let more = state.obstacles.count - Self.mostObstacles
    let words = more > 0 ? "\(more) more are among the" : "How to answer each of them is among the"
    return "\(words) \("findings", to: .allFindings)."
  }

  /// The same for formats without a clock.
  private var blocks: [any Block] {
    [Paragraph(line)]
      + (obstacles.isEmpty
        ? []
        : [Paragraph(RichText(Self.caution)), ItemList(lines: obstacles), Note(obstaclesRest)])
      + parts.map { part in
        Group(
          part.heading,
          [
            ItemList(lines: part.rows.map(\.sentence)).or(RichText(part.emptyState)),
            Note(RichText(part.rest)),
          ])
      }
  }

  func write(to writer: inout TextWriter) { writer.write(blocks) }

  func write(to writer: inout MarkdownWriter) { writer.write(blocks) }

  func write(to writer: inout MailWriter) { writer.write(blocks) }
}
