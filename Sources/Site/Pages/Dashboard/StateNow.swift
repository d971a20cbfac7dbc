import Documents
import Calendar
import Chronology
import DeploymentGate
import Findings
import Markdown
import PolicyReading
import SourceText

/// What may run now, as of when the page was built. `calendar.js` goes on from the intervals in it.
func stateNow(_ publication: Publication, at route: Route) -> HTML {
  let state = CalendarState(publication.calendar.gate, asOf: publication.asOf)
  let view = StateNowView(state: state, publication: publication, route: route)
  return view.html()
}

/// The three lists of the state now: kinds of change, windows, freezes.
struct StateNowView {
  let state: CalendarState
  let publication: Publication
  let route: Route

  var zone: Zone { publication.zone }

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
    writeObstacles(to: &writer)
    writer.open("div", class: "state-parts")
    writeKinds(to: &writer)
    writeWindows(to: &writer)
    writeFreezes(to: &writer)
    writer.close("div")
    writer.close("div")
    return writer.finish()
  }

  /// Why nothing can be told, where something that decides cannot be read.
  private func writeObstacles(to writer: inout HTMLWriter) {
    guard !state.obstacles.isEmpty else { return }
    writer.open("div", class: "notice warn")
    writer.element(
      "p", "The gate cannot tell what may run: something that decides cannot be read.")
    writer.open("ul", class: "list")
    for cause in state.obstacles.prefix(Self.mostObstacles) {
      writer.open("li")
      writer.text(cause.text.capitalisedFirst)
      if let place = cause.place {
        writer.text(" · ")
        writer.path(place.file.path)
        writer.text(", line \(place.start.line)")
      }
      writer.close("li")
    }
    writer.close("ul")
    writer.open("p", class: "help")
    if state.obstacles.count > Self.mostObstacles {
      writer.text("\(state.obstacles.count - Self.mostObstacles) more are among the ")
    } else {
      writer.text("How to answer each of them is among the ")
    }
    writer.element("a", "href", Route.findings.href(from: route), "findings")
    writer.text(".")
    writer.close("p")
    writer.close("div")
  }

  private static let mostObstacles = 5

  // MARK: Kinds of change

  private func writeKinds(to writer: inout HTMLWriter) {
    writer.open("div")
    writer.element("h3", "Can I deploy?")
    guard !state.kinds.isEmpty else {
      writer.element(
        "p", class: "empty",
        "The policy names no type of change. A table with the columns Type and Approval would.")
      writer.close("div")
      return
    }
    writer.open("dl", class: "states")
    for kind in state.kinds {
      let forecast = kind.forecast
      writer.open("div")
      writer.open("dt")
      writer.name(kind.name)
      writer.close("dt")
      writer.open(
        "dd",
        [
          "data-open": intervals(forecast.open), "data-unknown": intervals(forecast.unknown),
          "data-after": forecast.report.next.flatMap {
            $0.interval.start >= state.knownUntil ? $0.interval.start.rfc3339 : nil
          },
          "data-words": "open|closed|unknown|opens",
        ])
      write(forecast, to: &writer)
      writer.close("dd")
      writer.close("div")
    }
    writer.close("dl")
    if state.omitted > 0 {
      writer.element("p", class: "note", "\(state.omitted) more types are not listed.")
    }
    writer.close("div")
  }

  private func write(_ forecast: GateForecast, to writer: inout HTMLWriter) {
    let report = forecast.report
    switch report.state {
    case .open:
      writer.element("span", ["class": "state-open", "data-state": ""], "open")
    case .closed:
      writer.element("span", ["class": "state-closed", "data-state": ""], "closed")
    case .unknown:
      writer.element("span", ["class": "state-unknown", "data-state": ""], "unknown")
    }
    writeExceptions(forecast, to: &writer)
    writer.open("span", "data-when", "")
    if report.state == .open, let until = report.until {
      writer.text(" until ")
      writer.time(until, in: zone)
    } else if report.state != .open, let next = report.next {
      writer.text(", opens ")
      writer.time(next.interval.start, in: zone)
    }
    writer.close("span")
    let reason = reason(report)
    if !reason.isEmpty { writer.element("small", "data-reason", "", reason) }
  }

  /// `, except rpc-gateway`: each set of systems is there with its times, and hidden while it is no
  /// exception.
  private func writeExceptions(_ forecast: GateForecast, to writer: inout HTMLWriter) {
    guard !forecast.exceptions.isEmpty else { return }
    let now = forecast.report.state == .open ? forecast.exceptions(at: state.asOf) : []
    if !now.isEmpty {
      writer.element("span", ["data-scope": ""], scopeWords(now))
    }
    for exception in forecast.exceptions {
      writer.element(
        "data",
        [
          "data-exception": intervals(exception.interval),
          "value": exception.systems.joined(separator: "\n"), "hidden": "",
        ], "")
    }
  }

  /// As `calendar.js` words it.
  private func scopeWords(_ systems: [String]) -> String {
    let shown = systems.prefix(Self.mostExceptions)
    let rest = systems.count - shown.count
    return ", except " + shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  static let mostExceptions = 5

  /// What decided, in short: the freezes, or what is not understood.
  private func reason(_ report: GateReport) -> String {
    report.because.filter { cause in
      switch cause.kind {
      case .freeze, .possibleFreeze, .possibleWindow, .noWindows, .emergency, .missing: true
      case .unreadable: state.obstacles.isEmpty
      default: false
      }
    }.prefix(3).map { VisibleText.line($0.text) }.joined(separator: "; ")
  }
}
