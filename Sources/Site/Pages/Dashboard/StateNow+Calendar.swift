import Calendar
import Chronology
import DeploymentGate
import Markdown
import PolicyReading

extension StateNowView {
  func writeWindows(to writer: inout HTMLWriter) {
    guard !state.windows.isEmpty else { return }
    writer.open("div")
    writer.element("h3", "Windows")
    writer.open("dl", class: "states")
    for window in state.windows {
      writer.open("div")
      writer.open("dt")
      writer.name(window.window.name)
      writer.element("small", window.window.row.appliesTo ?? window.window.row.purpose)
      writer.close("dt")
      writer.open(
        "dd",
        [
          "data-open": intervals(
            window.openings.intersection(state.span).subtracting(window.suspended)
              .subtracting(window.unknown)),
          "data-suspended": intervals(window.suspended),
          "data-unknown": intervals(window.unknown),
          "data-words": "open|closed|unknown|opens||suspended",
        ])
      write(window, to: &writer)
      writer.close("dd")
      writer.close("div")
    }
    writer.close("dl")
    writer.close("div")
  }

  private func write(_ window: CalendarState.Window, to writer: inout HTMLWriter) {
    let usable = window.openings.subtracting(window.suspended).subtracting(window.unknown)
    let limit = state.knownUntil + CalendarState.days * 86_400
    if let current = usable.interval(holding: state.asOf) {
      writer.element("span", ["class": "state-open", "data-state": ""], "open")
      writer.open("span", "data-when", "")
      if current.end < limit {
        writer.text(" until ")
        writer.time(current.end, in: zone)
      }
      writer.close("span")
      return
    }
    let (name, style) =
      if window.suspended.contains(state.asOf) {
        ("suspended", "state-frozen")
      } else if window.unknown.contains(state.asOf) {
        ("unknown", "state-unknown")
      } else {
        ("closed", "state-closed")
      }
    writer.element("span", ["class": style, "data-state": ""], name)
    writer.open("span", "data-when", "")
    if let next = usable.intervals.first(where: { $0.start > state.asOf }) {
      writer.text(", opens ")
      writer.time(next.start, in: zone)
    }
    writer.close("span")
  }

  func writeFreezes(to writer: inout HTMLWriter) {
    let all = publication.calendar.freezes.occurrences
    // Those of the next two weeks, and the next one after.
    let near = all.filter { $0.interval.overlaps(state.span) }
    let later = all.first { $0.interval.start >= state.knownUntil }
    writer.open("div")
    writer.element("h3", "Freezes")
    let shown = Array(near.prefix(Self.mostFreezes)) + [later].compactMap(\.self)
    guard !shown.isEmpty else {
      writer.element(
        "p", class: "empty",
        state.isFreezeDoubtful
          ? "Whether a freeze holds is not known." : "No freeze holds, and none is to come.")
      writer.close("div")
      return
    }
    writer.open("dl", class: "states")
    for occurrence in shown { write(occurrence, to: &writer) }
    writer.close("dl")
    if near.count > Self.mostFreezes {
      writer.element(
        "p", class: "note", "\(near.count - Self.mostFreezes) more hold or begin soon.")
    }
    writer.close("div")
  }

  private func write(_ occurrence: CalendarBook.FreezeOccurrence, to writer: inout HTMLWriter) {
    let freeze = occurrence.freeze
    let interval = occurrence.interval
    writer.open("div")
    writer.open("dt")
    writer.open("a", "href", publication.calendar.freezes.route(of: freeze).href(from: route))
    writer.name(freeze.title)
    writer.close("a")
    writer.element("small", "\(freeze.allowedText) · \(freeze.systemsText)")
    writer.close("dt")
    writer.open(
      "dd",
      [
        "data-open": intervals(IntervalSet(interval)),
        "data-words": "holds|not yet||begins|over", "data-frozen": "",
      ])
    let holds = interval.contains(state.asOf)
    writer.element(
      "span", ["class": holds ? "state-frozen" : "state-closed", "data-state": ""],
      holds ? "holds" : "not yet")
    writer.open("span", "data-when", "")
    if !holds {
      writer.text(", begins ")
      writer.time(interval.start, in: zone)
    } else if interval.end < .distantFuture {
      writer.text(" until ")
      writer.time(interval.end, in: zone)
    } else {
      writer.text(", no end is set")
    }
    writer.close("span")
    writer.close("dd")
    writer.close("div")
  }

  private static let mostFreezes = 6

  /// `start/end start/end`, in UTC; an end that nobody knows is left out.
  func intervals(_ set: IntervalSet) -> String? {
    guard !set.isEmpty else { return nil }
    return set.intervals.map { interval in
      let isEndless = interval.end == .distantFuture
      return "\(interval.start.rfc3339)/\(isEndless ? "" : interval.end.rfc3339)"
    }.joined(separator: " ")
  }
}

extension CalendarState {
  /// Something about freezes cannot be read or is not understood.
  var isFreezeDoubtful: Bool {
    !obstacles.isEmpty || calendar.doubts.contains { $0.concern == .freezes }
  }
}
