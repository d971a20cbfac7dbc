import Calendar
import Chronology
import Documents
import Records

/// What holds now of a kind of change, a window or a freeze, and from when something else does.
struct StateRow: TemplateModel {
  /// Systems for which something else holds for a while.
  struct Exception: TemplateModel {
    let interval: IntervalSet
    let systems: [String]

    static let fields = TemplateFields<Self>(
      .text("intervals", "When it holds, in UTC.") { StateRow.words($0.interval) },
      .text("systems", "The names of the systems, one a line.") {
        $0.systems.joined(separator: "\n")
      })
  }

  /// The word for what holds, and its look.
  struct State {
    let name: String
    /// `open`, `closed`, `unknown` or `frozen`.
    let look: String

    init(_ name: String, _ look: String? = nil) {
      self.name = name
      self.look = look ?? name
    }
  }

  let name: String
  var target: LinkTarget?
  var note = ""
  let state: State
  var when: RichText = ""
  var open = IntervalSet.empty
  var suspended = IntervalSet.empty
  var unknown = IntervalSet.empty
  /// When it opens, where that is later than the page looks.
  var after: Instant?
  /// The words for what holds, for the script: open, closed, unknown, before it opens, after it, suspended.
  let words: String
  var isFreeze = false
  /// Which systems are excepted now.
  var scope = ""
  var exceptions: [Exception] = []
  /// What decided.
  var reason = ""

  static let fields = TemplateFields<Self>(
    .text("name", "What it is about.") { $0.name },
    .target("href", "Its page; nothing where it has none.") { $0.target },
    .text("note", "What else is said of it.") { $0.note },
    .text("state", "What holds when the page is built, in a word.") { $0.state.name },
    .text("look", "`open`, `closed`, `unknown` or `frozen`.") { $0.state.look },
    .rich("when", "Until when, or from when something else holds.") { $0.when },
    .text("open", "The intervals in which it is open, in UTC.") { words($0.open) },
    .text("suspended", "The intervals in which a freeze suspends it.") { words($0.suspended) },
    .text("unknown", "The intervals of which nothing is known.") { words($0.unknown) },
    .text("after", "When it opens, where that is later than the intervals.") {
      $0.after?.rfc3339 ?? ""
    },
    .text("words", "The words for what may hold, with bars between them.") { $0.words },
    .flag("isFreeze", "It is a freeze.") { $0.isFreeze },
    .text("scope", "The systems that are excepted now.") { $0.scope },
    .list("exceptions", "Systems for which something else holds for a while.") { $0.exceptions },
    .text("reason", "What decided.") { $0.reason })

  var sentence: RichText {
    "\(name): \(Inline.strong(state.name))\(scope)\(when)\(reason.isEmpty ? "" : ", \(reason)")"
  }

  /// `start/end start/end`, in UTC; an end that nobody knows is left out.
  static func words(_ set: IntervalSet) -> String {
    set.intervals.map { interval in
      let isEndless = interval.end == .distantFuture
      return "\(interval.start.rfc3339)/\(isEndless ? "" : interval.end.rfc3339)"
    }.joined(separator: " ")
  }
}
