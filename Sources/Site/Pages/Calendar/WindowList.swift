import Calendar
import Chronology
import DeploymentGate
import Documents
import PolicyReading
import Records

/// The windows of a policy, each with its times and what it is for.
struct WindowList: Block {
  private struct Window: TemplateModel {
    let name: String
    let times: RichText
    let zone: String
    let note: String

    static let fields = TemplateFields<Self>(
      .text("name", "The name of the window.") { $0.name },
      .rich("times", "Its times, with a link to the row of the policy.") { $0.times },
      .text("zone", "The zone of its times.") { $0.zone },
      .text("note", "What it is for.") { $0.note })
  }

  private let windows: [Window]

  init(_ windows: [DeploymentWindow], in zone: Zone) {
    self.windows = windows.map { window in
      Window(
        name: window.name, times: "\(window.row.timeText, to: .clause(window.row.reference))",
        // A time that names no zone is in the policy's, which the column's head says.
        zone: window.zone != zone || window.row.time != .always ? window.zone.name : "",
        note: window.row.appliesTo ?? window.row.purpose)
    }
  }

  static let name = "windows"

  static let fields = TemplateFields<Self>(.list("windows", "The windows.") { $0.windows })

  var isEmpty: Bool { windows.isEmpty }

  private var list: ItemList {
    ItemList(
      windows.map {
        ItemList.Item(
          "\(Inline.strong($0.name)) \($0.times) \($0.zone)", [RichText($0.note)],
          isParagraph: false)
      })
  }

  func write(to writer: inout TextWriter) { list.write(to: &writer) }

  func write(to writer: inout MarkdownWriter) { list.write(to: &writer) }

  func write(to writer: inout MailWriter) { list.write(to: &writer) }
}

extension Publication {
  /// The windows of each version of the policy that is in force during a span: what recurs every week
  /// is said once, not in every day.
  func windows(in span: Interval) -> [any Block] {
    let calendars = calendar.book.calendars.filter { $0.inForce.overlaps(span) }
    let lists = calendars.flatMap { calendar -> [any Block] in
      let start = calendar.inForce.start
      let time: RichText =
        start > span.start
        ? "from \(Inline.instant(start))" : "until \(Inline.instant(calendar.inForce.end))"
      let policy = LinkTarget.route(links.route(of: calendar.policy))
      let list: any Block =
        calendar.windows.isEmpty
        ? EmptyState(
          calendar.hasWindows
            ? "No window of the policy is understood; the findings say why."
            : "The policy has no table of windows: only a freeze holds a change back.")
        : WindowList(calendar.windows, in: zone)
      let remark = Note(
        calendars.count > 1 ? "\(calendar.policy.shortName, to: policy), \(time)" : "")
      return [remark, list]
    }
    return lists + suspensions(in: span) + unknownTimes(in: span)
  }

  /// Windows and freezes of which nobody knows at some times whether they are open or hold: the gate has no answer then.
  private func unknownTimes(in span: Interval) -> [any Block] {
    calendar.book.unknownTimes(in: span).map { unknown in
      let times = unknown.times.intervals
      let first = times[0].words(isOpenEnded: false)
      let more =
        times.count > 1
        ? " and \(counted(times.count - 1, "other time", "other times")) to \(times[times.count - 1].words(isOpenEnded: false))"
          as RichText
        : ""
      return Note(
        """
        \(Inline.mark(.doubtful, "unknown")) whether \(unknown.name) \(unknown.isFreeze ? "holds" : "is open"), \(first)\(more): \
        \(unknown.reason)
        """)
    }
  }

  /// The freezes of a span that hold for every system, which suspend the windows, and whether anything
  /// is known at all.
  private func suspensions(in span: Interval) -> [any Block] {
    let unknown = Note(
      calendar.gate.obstacles.isEmpty
        ? ""
        : """
        \(Inline.mark(.doubtful, "unknown")) · Something that decides cannot be read, so the gate cannot \
        tell what may run: see the \("findings", to: .allFindings).
        """)
    let freezes = calendar.freezes(in: span).filter(\.freeze.systems.isEmpty).map { occurrence in
      let freeze = occurrence.freeze
      let time = occurrence.interval.words(isOpenEnded: freeze.isOpenEnded)
      return Note(
        """
        \(Inline.mark(.frozen, "suspended")) while \(Inline.name(freeze.title, to: .freeze(freeze))) holds, \(time): \
        \(freeze.allowedText)
        """)
    }
    return [unknown] + freezes
  }
}
