import Calendar
import Chronology
import DeploymentGate
import Documents
import Findings
import PolicyReading
import Records

extension CalendarState {
  /// - Parameter isOfSystem: It is told for one system alone, so that no other one is named.
  func kindsPart(isOfSystem: Bool = false) -> StateNow.Part {
    StateNow.Part(
      heading: "Can I deploy?", rows: kinds.map { row($0.name, $0.forecast, isOfSystem) },
      emptyState:
        "The policy names no type of change. A table with the columns Type and Approval would.",
      rest: omitted > 0 ? "\(omitted) more types are not listed." : "")
  }

  private func row(_ name: String, _ forecast: GateForecast, _ isOfSystem: Bool) -> StateRow {
    let report = forecast.report
    let isOpen = report.state == .open
    let state: StateRow.State =
      switch report.state {
      case .open: .init("open")
      case .closed: .init("closed")
      case .unknown: .init("unknown")
      }
    let when: RichText =
      if isOpen {
        report.until.map { " until \(Inline.instant($0))" } ?? ""
      } else {
        report.next.map { ", opens \(Inline.instant($0.interval.start))" } ?? ""
      }
    let now = isOpen && !isOfSystem ? forecast.exceptions(at: asOf) : []
    return StateRow(
      name: name, state: state, when: when, open: forecast.open, unknown: forecast.unknown,
      after: report.next.flatMap { $0.interval.start >= knownUntil ? $0.interval.start : nil },
      words: "open|closed|unknown|opens", scope: now.isEmpty ? "" : scopeWords(now),
      exceptions: isOfSystem
        ? [] : forecast.exceptions.map { .init(interval: $0.interval, systems: $0.systems) },
      reason: reason(report))
  }

  private static let mostExceptions = 5

  /// As `calendar.js` words it.
  private func scopeWords(_ systems: [String]) -> String {
    let shown = systems.prefix(Self.mostExceptions)
    let rest = systems.count - shown.count
    return ", except " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// What decided, in short: the freezes, or what is not understood.
  private func reason(_ report: GateReport) -> String {
    report.because.filter { cause in
      switch cause.kind {
      case .freeze, .possibleFreeze, .possibleWindow, .noWindows, .emergency, .missing: true
      case .unreadable: obstacles.isEmpty
      default: false
      }
    }.prefix(3).map { VisibleText.line($0.text) }.joined(separator: "; ")
  }

  var windowsPart: StateNow.Part {
    StateNow.Part(heading: "Windows", rows: windows.map(row))
  }

  private func row(_ window: Window) -> StateRow {
    let usable = window.openings.subtracting(window.suspended).subtracting(window.unknown)
    let limit = knownUntil + Self.days * 86_400
    var state = StateRow.State("open")
    var when: RichText = ""
    if let current = usable.interval(holding: asOf) {
      if current.end < limit { when = " until \(Inline.instant(current.end))" }
    } else {
      state =
        window.suspended.contains(asOf)
        ? .init("suspended", "frozen")
        : window.unknown.contains(asOf) ? .init("unknown") : .init("closed")
      if let next = usable.intervals.first(where: { $0.start > asOf }) {
        when = ", opens \(Inline.instant(next.start))"
      }
    }
    return StateRow(
      name: window.window.name, note: window.window.row.appliesTo ?? window.window.row.purpose,
      state: state, when: when,
      open: window.openings.intersection(span).subtracting(window.suspended)
        .subtracting(window.unknown),
      suspended: window.suspended, unknown: window.unknown,
      words: "open|closed|unknown|opens||suspended")
  }

  private static let mostFreezes = 6

  /// Those of the next two weeks, and the next one after.
  ///
  /// - Parameter system: Those that reach it alone; nil for all.
  func freezesPart(_ freezes: FreezeEntries, reaching system: String? = nil) -> StateNow.Part {
    let form = system.map(SystemIndex.form)
    let all = freezes.occurrences.filter { occurrence in
      guard let form else { return true }
      let freeze = occurrence.freeze
      return freeze.systems.isEmpty || freeze.hasUnknownSystems
        || freeze.systems.contains { SystemIndex.form($0) == form }
    }
    let near = all.filter { $0.interval.overlaps(span) }
    let later = all.first { $0.interval.start >= knownUntil }
    let more = near.count - Self.mostFreezes
    return StateNow.Part(
      heading: "Freezes",
      rows: (near.prefix(Self.mostFreezes) + [later].compactMap(\.self)).map(row),
      emptyState: isFreezeDoubtful
        ? "Whether a freeze holds is not known." : "No freeze holds, and none is to come.",
      rest: more > 0 ? "\(more) more hold or begin soon." : "")
  }

  private func row(_ occurrence: CalendarBook.FreezeOccurrence) -> StateRow {
    let freeze = occurrence.freeze
    let interval = occurrence.interval
    let holds = interval.contains(asOf)
    let when: RichText =
      if !holds {
        ", begins \(Inline.instant(interval.start))"
      } else if interval.end < .distantFuture {
        " until \(Inline.instant(interval.end))"
      } else {
        ", no end is set"
      }
    return StateRow(
      name: freeze.title, target: .freeze(freeze),
      note: "\(freeze.allowedText) · \(freeze.systemsText)",
      state: holds ? .init("holds", "frozen") : .init("not yet", "closed"), when: when,
      open: IntervalSet(interval), words: "holds|not yet||begins|over", isFreeze: true)
  }

  /// Something about freezes cannot be read or is not understood.
  private var isFreezeDoubtful: Bool {
    !obstacles.isEmpty || calendar.doubts.contains { $0.concern == .freezes }
  }
}
