import Documents
import Chronology
import DeploymentGate
import Findings
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
  func inFlight(_ state: SystemState) -> [any Block] {
    let items = state.inFlight.prefix(Self.mostShown).map { change in
      ItemList.Item(
        publication.named(change.id),
        change.started.map { ["started \(Inline.instant($0.value))"] } ?? [], isParagraph: false)
    }
    return [ItemList(items), rest(state.inFlight.count)]
  }

  func planned(_ state: SystemState) -> [any Block] {
    [
      ItemList(state.planned.prefix(Self.mostShown).map(publication.planned))
        .or("Nothing is planned on this system."), rest(state.planned.count),
    ]
  }

  func findings(_ state: SystemState) -> [any Block] {
    let items = state.found.prefix(Self.mostShown).map { id, findings in
      let record: LinkTarget =
        publication.register.change(id) == nil ? .incident(id) : .change(id)
      var codes: [String] = []
      for finding in findings where codes.last != finding.code.description {
        codes.append(finding.code.description)
      }
      let rules = codes.map { "\($0, to: .rule($0))" as RichText }.joined(by: ", ")
      return ItemList.Item(
        publication.named(id),
        ["\(Inline.findings(FindingCounts(findings), to: record)): \(rules)"],
        isParagraph: false)
    }
    return [
      ItemList(items).or("No finding is open on the records of this system."),
      rest(state.found.count),
    ]
  }

  /// What a list leaves to the table of changes.
  private func rest(_ count: Int) -> Note {
    let more = count - Self.mostShown
    return Note(
      more > 0
        ? "\(counted(more, "more is", "more are")) among \("the changes below", to: .here("register"))."
        : "")
  }
}
