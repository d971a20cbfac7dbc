import Calendar
import Chronology
import Markdown
import PolicyReading

/// What may run now, as of when the page was built. `calendar.js` goes on from the intervals in it.
func stateNow(_ publication: Publication, at route: Route) -> HTML {
  let state = CalendarState(publication.calendar.book, asOf: publication.asOf)
  let view = StateNowView(state: state, publication: publication, route: route)
  return view.html()
}

private struct StateNowView {
  let state: CalendarState
  let publication: Publication
  let route: Route

  private var zone: Zone { publication.zone }

  func html() -> HTML {
    var writer = HTMLWriter()
    writer.open(
      "div",
      [
        "class": "state", "data-state-now": "", "data-as-of": state.asOf.rfc3339,
        "data-until": state.knownUntil.rfc3339, "data-zone": zone.name,
      ])
    writer.open("p", ["class": "note", "data-state-line": "", "role": "status"])
    writer.text("As of ")
    writer.time(state.asOf, in: zone)
    writer.text(", when this page was built.")
    writer.close("p")
    writer.open("div", class: "state-parts")
    writeKinds(to: &writer)
    writeWindows(to: &writer)
    writeFreezes(to: &writer)
    writer.close("div")
    writer.close("div")
    return writer.finish()
  }

  // MARK: Kinds of change

  private func writeKinds(to writer: inout HTMLWriter) {
    writer.open("div")
    writer.element("h3", "May a change run?")
    guard !state.kinds.isEmpty else {
      writer.element(
        "p", class: "empty",
        "The policy names no type of change. A table with the columns Type and Approval would.")
      writer.close("div")
      return
    }
    writer.open("dl", class: "states")
    for kind in state.kinds {
      writer.open("div")
      writer.open("dt")
      writer.name(kind.name)
      writer.close("dt")
      writer.open(
        "dd",
        [
          "data-open": intervals(kind.open), "data-unknown": intervals(kind.unknown),
          "data-after": kind.decision.next.flatMap {
            $0.start >= state.knownUntil ? $0.start.rfc3339 : nil
          },
          "data-words": "open|closed|not known|opens",
        ])
      write(kind.decision, to: &writer)
      writer.close("dd")
      writer.close("div")
    }
    writer.close("dl")
    if state.omitted > 0 {
      writer.element("p", class: "note", "\(state.omitted) more types are not listed.")
    }
    writer.close("div")
  }

  private func write(_ decision: Decision, to writer: inout HTMLWriter) {
    switch decision.state {
    case .open:
      writer.element("span", ["class": "state-open", "data-state": ""], "open")
      writer.open("span", "data-when", "")
      if let until = decision.until {
        writer.text(" until ")
        writer.time(until, in: zone)
      }
      writer.close("span")
    case .closed, .unknown:
      let isClosed = decision.state == .closed
      writer.element(
        "span", ["class": isClosed ? "state-closed" : "state-unknown", "data-state": ""],
        isClosed ? "closed" : "not known")
      writer.open("span", "data-when", "")
      if let next = decision.next {
        writer.text(", opens ")
        writer.time(next.start, in: zone)
      }
      writer.close("span")
    }
    let reason = reason(decision)
    if !reason.isEmpty { writer.element("small", "data-reason", "", reason) }
  }

  /// What decided, in short: the freezes, or what is not understood.
  private func reason(_ decision: Decision) -> String {
    decision.because.compactMap { cause -> String? in
      switch cause {
      case .freeze(let freeze, _): "\(freeze.title): \(freeze.allowedText)"
      case .possibleFreeze(let freeze, _): "perhaps \(freeze.title): \(freeze.allowedText)"
      case .possibleWindow(let window, _): "it is not defined who may use \(window.name)"
      case .doubt(let doubt): doubt.message
      case .noWindows: "the policy has no windows"
      case .emergency: "needs no window"
      case .window, .tooLong, .outside: nil
      }
    }.prefix(3).joined(separator: "; ")
  }

  // MARK: Windows and freezes

  private func writeWindows(to writer: inout HTMLWriter) {
    guard !state.calendar.windows.isEmpty else { return }
    writer.open("div")
    writer.element("h3", "Windows")
    writer.open("dl", class: "states")
    for window in state.calendar.windows {
      // Long enough for the end of an opening, and for the next one of a window that is open on
      // one day a week.
      let span = Interval(start: state.asOf, end: state.knownUntil + CalendarState.days * 86_400)
      let openings = window.openings(in: span)
      let current = openings.interval(holding: state.asOf)
      let next = openings.intervals.first { $0.start > state.asOf }
      writer.open("div")
      writer.open("dt")
      writer.name(window.name)
      writer.element("small", window.row.appliesTo ?? window.row.purpose)
      writer.close("dt")
      writer.open(
        "dd",
        [
          "data-open": intervals(openings.intersection(state.span)),
          "data-words": "open|closed||opens",
        ])
      writer.element(
        "span", ["class": current == nil ? "state-closed" : "state-open", "data-state": ""],
        current == nil ? "closed" : "open")
      writer.open("span", "data-when", "")
      if let current, current.end < span.end {
        writer.text(" until ")
        writer.time(current.end, in: zone)
      } else if current == nil, let next {
        writer.text(", opens ")
        writer.time(next.start, in: zone)
      }
      writer.close("span")
      writer.close("dd")
      writer.close("div")
    }
    writer.close("dl")
    writer.close("div")
  }

  private func writeFreezes(to writer: inout HTMLWriter) {
    let all = publication.calendar.freezes.occurrences
    // Those of the next two weeks, and the next one after.
    let near = all.filter { $0.interval.overlaps(state.span) }
    let later = all.first { $0.interval.start >= state.knownUntil }
    writer.open("div")
    writer.element("h3", "Freezes")
    let shown = Array(near.prefix(Self.mostFreezes)) + [later].compactMap(\.self)
    guard !shown.isEmpty else {
      writer.element("p", class: "empty", "No freeze holds, and none is to come.")
      writer.close("div")
      return
    }
    writer.open("dl", class: "states")
    for occurrence in shown {
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
    writer.close("dl")
    if near.count > Self.mostFreezes {
      writer.element(
        "p", class: "note", "\(near.count - Self.mostFreezes) more hold or begin soon.")
    }
    writer.close("div")
  }

  private static let mostFreezes = 6

  /// `start/end start/end`, in UTC; an end that nobody knows is left out.
  private func intervals(_ set: IntervalSet) -> String? {
    guard !set.isEmpty else { return nil }
    return set.intervals.map { interval in
      let isEndless = interval.end == .distantFuture
      return "\(interval.start.rfc3339)/\(isEndless ? "" : interval.end.rfc3339)"
    }.joined(separator: " ")
  }
}
