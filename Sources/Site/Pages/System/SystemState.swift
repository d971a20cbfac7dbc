import Documents
import Chronology
import DeploymentGate
import Findings
import Markdown
import Records
import SourceText

/// What is of interest about a system now.
struct SystemState: Sendable {
  /// Started and without an outcome, by id.
  private(set) var inFlight: [Change] = []
  /// Planned to start later, the next first.
  private(set) var planned: [Change] = []
  /// Changes and incidents with findings that nobody waived, those of the latest ids first.
  private(set) var found: [(id: String, findings: [Finding])] = []
  private(set) var openFindings = 0

  init(_ system: SystemIndex.System, in publication: Publication) {
    let register = publication.register
    for index in system.changes.reversed() {
      let change = register.changes[index]
      if change.isInFlight(asOf: publication.asOf) { inFlight.append(change) }
      if change.outcome == nil, change.closed == nil, let plan = change.scheduled?.value,
        plan.start >= publication.asOf
      {
        planned.append(change)
      }
      add(change.id, change.file.path, publication)
    }
    for index in system.incidents.reversed() {
      let incident = register.incidents[index]
      add(incident.id, incident.file.path, publication)
    }
    inFlight.sort { $0.id < $1.id }
    planned.sort { a, b in
      let (x, y) = (a.scheduled?.value.start, b.scheduled?.value.start)
      guard let x, let y, x != y else { return a.id < b.id }
      return x < y
    }
  }

  private mutating func add(_ id: String, _ path: String, _ publication: Publication) {
    let open = publication.findings.of(path: path).filter { $0.waiver == nil }
    guard !open.isEmpty else { return }
    openFindings += open.count
    found.append((id, Array(open)))
  }
}

extension SystemView {
  private static let mostShown = 12

  /// Empty where nothing is under way.
  func inFlight(_ state: SystemState) -> HTML {
    guard !state.inFlight.isEmpty else { return .empty }
    var writer = HTMLWriter()
    writer.open("ul", class: "list")
    for change in state.inFlight.prefix(Self.mostShown) {
      writer.open("li")
      writer.record(change.id, at: route, in: publication)
      if let start = change.started?.value {
        writer.open("p", class: "help")
        writer.text("started ")
        writer.time(start, in: publication.zone)
        writer.close("p")
      }
      writer.close("li")
    }
    writer.close("ul")
    writer.rest(state.inFlight.count - Self.mostShown)
    return writer.finish()
  }

  func planned(_ state: SystemState) -> HTML {
    guard !state.planned.isEmpty else { return .notice("Nothing is planned on this system.") }
    var writer = HTMLWriter()
    writer.open("ul", class: "list")
    for change in state.planned.prefix(Self.mostShown) {
      writer.open("li")
      writer.record(change.id, at: route, in: publication)
      writer.open("p", class: "help")
      if let plan = change.scheduled?.value { writer.time(plan, in: publication.zone) }
      writer.text(" · \(change.type?.value ?? "type not stated"), ")
      writer.text(change.risk.map { "\($0.value) risk" } ?? "risk not stated")
      writer.answer(publication.calendar.answers[change])
      writer.close("p")
      writer.close("li")
    }
    writer.close("ul")
    writer.rest(state.planned.count - Self.mostShown)
    return writer.finish()
  }

  func findings(_ state: SystemState) -> HTML {
    guard !state.found.isEmpty else {
      return .notice("No finding is open on the records of this system.")
    }
    var writer = HTMLWriter()
    writer.open("ul", class: "list")
    for (id, findings) in state.found.prefix(Self.mostShown) {
      writer.open("li")
      writer.record(id, at: route, in: publication)
      writer.open("p", class: "help")
      let record = publication.register.change(id) == nil ? Route.incident(id) : .change(id)
      writer.findingCounts(findings[...], to: record.href(from: route))
      writer.text(": ")
      var codes: [String] = []
      for finding in findings where codes.last != finding.code.description {
        codes.append(finding.code.description)
      }
      for (index, code) in codes.enumerated() {
        if index > 0 { writer.text(", ") }
        writer.element("a", "href", Route.rule(code).href(from: route), code)
      }
      writer.close("p")
      writer.close("li")
    }
    writer.close("ul")
    writer.rest(state.found.count - Self.mostShown)
    return writer.finish()
  }
}

extension HTMLWriter {
  /// What a list leaves to the table of changes.
  fileprivate mutating func rest(_ count: Int) {
    guard count > 0 else { return }
    open("p", class: "note")
    text("\(counted(count, "more is", "more are")) among ")
    element("a", "href", "#register", "the changes below")
    text(".")
    close("p")
  }
}
