import Calendar
import Chronology
import DeploymentGate
import Documents
import Interchange
import Records

/// What may run now and what waits for somebody, in a line at the top of every page.
///
/// The line says what the gate answers at the as-of instant. `calendar.js` goes on from the
/// intervals in `data/status.js`, which all pages share.
struct StatusStrip: TemplateModel {
  /// A kind of change, or a freeze, with what holds of it.
  struct Item: TemplateModel {
    let row: StateRow
    /// Its place in `data/status.js`.
    let index: Int
    /// Not to be shown until it holds.
    let isHidden: Bool

    static let fields = TemplateFields<Self>(
      .object("row", "What holds of it.") { $0.row },
      .text("index", "Its place among the intervals of `data/status.js`.") { "\($0.index)" },
      .flag("isHidden", "It does not hold yet.") { $0.isHidden })
  }

  let asOf: Instant
  let until: Instant
  let zone: Zone
  let items: [Item]
  /// How much needs attention, with the way there; empty where nothing does.
  let attention: RichText

  /// - Parameter count: How much needs attention.
  init(_ state: CalendarState, _ freezes: FreezeEntries, attention count: Int) {
    asOf = state.asOf
    until = state.knownUntil
    zone = state.calendar.zone
    let holding = state.freezesPart(freezes).rows.filter { $0.open.overlaps(state.span) }
    items = (state.kindsPart().rows + holding).enumerated().map { index, row in
      Item(
        row: row, index: index, isHidden: row.isFreeze && !row.open.contains(state.asOf))
    }
    attention =
      count == 0
      ? ""
      : "\(count == 1 ? "1 needs attention" : "\(count) need attention", to: .route(.dashboard, fragment: "attention"))"
  }

  static let fields = TemplateFields<Self>(
    .text("asOf", "The instant that it is told for, by RFC 3339.") { $0.asOf.rfc3339 },
    .text("until", "How far its intervals go.") { $0.until.rfc3339 },
    .text("zone", "The time zone of the policy.") { $0.zone.name },
    .list("items", "Kinds of change and freezes, with what holds of them.") { $0.items },
    .rich("attention", "How much needs attention.") { $0.attention })
}

extension StatusStrip {
  /// The intervals as a script: a page that was opened as a file may load no other kind of data.
  func script() -> [UInt8] {
    var writer = JSONWriter(.pretty)
    writer.array { writer in
      for item in items {
        writer.object { writer in
          writer.member("after", item.row.after?.rfc3339 ?? "")
          writer.array("exceptions") { writer in
            for one in item.row.exceptions {
              writer.object { writer in
                writer.array("systems", one.systems)
                writer.member("times", StateRow.words(one.interval))
              }
            }
          }
          writer.member("open", StateRow.words(item.row.open))
          writer.member("unknown", StateRow.words(item.row.unknown))
          writer.member("words", item.row.words)
        }
      }
    }
    return Array("window.changebookStatus =\n".utf8) + writer.finish()
  }
}
