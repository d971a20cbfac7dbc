import Chronology
import Configuration
import Findings
import Markdown
import SourceText

@testable import Figures
@testable import PolicyReading
@testable import Records

/// A change with just the facts that figures ask for.
struct SampleChange {
  var id: String
  var type: String?
  var title: String?
  var requested: String?
  var approved: [String] = []
  var planned: (from: String, to: String)?
  var started: String?
  var deployed: String?
  var closed: String?
  var outcome: Outcome?
  var rolledBack: String?
  var caused: [String] = []
  var follows: String?
  var reviewed: String?
  var risk: String?
  var systems: [String] = []
  var categories: [String] = []

  init(_ id: String, _ type: String? = "Normal", _ outcome: Outcome? = nil) {
    self.id = id
    self.type = type
    self.outcome = outcome
  }

  /// A change that was deployed in an instant.
  static func deployed(
    _ id: String, _ at: String, _ outcome: Outcome = .successful, type: String = "Normal",
    approved: [String] = []
  ) -> SampleChange {
    var change = SampleChange(id, type, outcome)
    change.started = at
    change.deployed = at
    change.approved = approved
    return change
  }

  var record: Change {
    let file = SourceFile(path: "content/changes/\(id).md", text: "")
    let place = Place(startOf: file)
    func located<Value>(_ value: Value?) -> Located<Value>? { value.map { Located($0, place) } }
    func instant(_ text: String?) -> Located<Instant>? { located(text.map(at)) }
    let document = MarkdownDocument(file: file, nodes: [], literals: [], strings: [], problems: [])
    return Change(
      id: id, idPlace: place, document: document, title: located(title), type: located(type),
      risk: located(risk), categories: categories.map { Located($0, place) },
      isSecurityRelevant: nil, systems: systems.map { Located($0, place) }, requester: nil,
      implementer: nil, owner: nil, requested: instant(requested),
      scheduled: located(planned.map { Interval(start: at($0.from), end: at($0.to)) }),
      started: instant(started), deployed: instant(deployed), closed: instant(closed),
      outcome: located(outcome),
      approvals: approved.map {
        Approval(
          role: Located(.advisoryBoard, place), by: nil, at: Located(at($0), place),
          isVerbal: false,
          documented: nil, place: place)
      },
      rollback: rolledBack.map {
        Rollback(at: Located(at($0), place), trigger: nil, verified: nil, place: place)
      },
      postMortem: nil, incidents: [], causedIncidents: caused.map { Located($0, place) },
      follows: located(follows), supersedes: nil,
      review: reviewed.map { Review(at: instant($0), by: nil, notes: nil, place: place) },
      runtime: nil, evidence: [], waivers: [],
      sections: [], preamble: 0..<0, opening: 0..<0, isOpened: false, unread: [], problems: [])
  }
}

/// Reads `2026-03-02T09:00Z`; the epoch where that is no instant.
func at(_ text: String) -> Instant {
  InstantText.read(text, in: .utc)?.instant ?? Instant(secondsSinceEpoch: 0)
}

func sampleIncident(
  _ id: String, causedBy: [String], started: String, resolved: String? = nil,
  systems: [String] = []
) -> Incident {
  let file = SourceFile(path: "content/incidents/\(id).md", text: "")
  let place = Place(startOf: file)
  return Incident(
    id: id, idPlace: place,
    document: MarkdownDocument(file: file, nodes: [], literals: [], strings: [], problems: []),
    title: nil, severity: nil, systems: systems.map { Located($0, place) },
    started: Located(at(started), place), resolved: resolved.map { Located(at($0), place) },
    causedBy: causedBy.map { Located($0, place) }, unread: [], problems: [])
}

/// A target of the sample policy.
func sampleTarget(
  _ figure: FigureName, _ comparison: Target.Comparison, _ bound: Target.Bound, text: String,
  types: [String] = [], line: Int = 0
) -> Target {
  let metric =
    figure.rawValue.prefix(1).uppercased()
    + figure.rawValue.dropFirst().split(separator: "_").joined(separator: " ")
  return Target(
    metric: metric, figure: figure, comparison: comparison, bound: bound, text: text,
    types: types, measurement: "", reference: rowReference(line))
}

let sampleTargets = [
  sampleTarget(.changeSuccessRate, .above, .share(Ratio(95, 100)), text: ">95%"),
  sampleTarget(.emergencyChangeRate, .below, .share(Ratio(5, 100)), text: "<5%"),
  sampleTarget(
    .meanTimeToDeploy, .below, .duration(7200), text: "<2 hours (normal)", types: ["Normal"]),
  sampleTarget(.rollbackRate, .below, .share(Ratio(2, 100)), text: "<2%"),
]

func samplePolicy(
  _ targets: [Target] = sampleTargets, effective: String? = nil, zone: Zone = .utc,
  reviewDeadline: Stated<Int64>? = nil, approvals: [(String, ChangeType.Approval)] = []
) -> Policy {
  let kinds: [(String, ChangeType.Approval)] =
    [
      ("Standard", .preApproved), ("Normal", .advisoryBoard), ("Emergency", .emergencyBoard),
      ("Runtime Upgrade", .governanceVote),
    ] + approvals
  let place = sampleReference.place
  let day = effective.flatMap(InstantText.readDay).map { Located($0, place) }
  return Policy(
    document: MarkdownDocument(
      file: place.file, nodes: [], literals: [], strings: [], problems: []),
    title: "Change policy",
    metadata: PolicyMetadata(
      id: nil, version: nil, effective: day, reviewCycle: nil, owner: nil, entries: []),
    clauses: [],
    types: kinds.map {
      ChangeType(
        name: $0.0, description: "", approval: $0.1, leadTime: nil, reference: sampleReference)
    },
    risks: [], preApproved: [], requiredFields: [], reviewMatrix: [], testingMatrix: nil,
    environments: [], windows: [], freezes: [], targets: targets, controls: [], versions: [],
    reviewDeadline: reviewDeadline, retention: nil, voteThreshold: nil, reporting: [],
    template: nil,
    words: MappedWords(), zone: zone, problems: [], tables: [])
}

private let sampleReference = rowReference(0)

/// Rows of one table differ by their lines.
private func rowReference(_ line: Int) -> PolicyReference {
  PolicyReference(
    place: Place(startOf: SourceFile(path: "content/policy/policy-\(line).md", text: "")),
    clause: "10.1", excerpt: "")
}

/// A register of sample changes; the policy's zone is UTC unless a policy says otherwise.
func sampleRegister(
  _ changes: [SampleChange], incidents: [Incident] = [], policies: [Policy] = [samplePolicy()],
  confidence: Double = 0.95
) throws -> Register {
  var settings = Settings()
  settings.confidence = confidence
  guard let book = PolicyBook(policies) else { throw SampleError.noPolicy }
  return Register(
    settings: settings, policies: book, changes: changes.map(\.record), incidents: incidents,
    freezes: [], pages: [], problems: [])
}

enum SampleError: Error { case noPolicy, noPeriod, noFigure }

/// The figures of a month such as `2026-03`.
func month(
  _ label: String, of register: Register, unreadable: Set<String> = [],
  asOf: String = "2026-04-15T00:00Z"
) throws -> PeriodFigures {
  guard let period = Period(.month, labelled: label, in: register.policies.latest.zone) else {
    throw SampleError.noPeriod
  }
  return measure(
    register, facts: FindingFacts([], unreadable: unreadable), period: period, asOf: at(asOf))
}

/// Over a register of which only what cannot be read was found.
func measureAll(
  _ register: Register, unreadable: Set<String>, asOf: Instant,
  kinds: [Period.Kind] = Period.Kind.allCases
) -> [PeriodFigures] {
  measureAll(
    register, facts: FindingFacts([], unreadable: unreadable), asOf: asOf, kinds: kinds)
}

extension FiguresIndex {
  init(_ register: Register, unreadable: Set<String>, asOf: Instant) {
    self.init(register, facts: FindingFacts([], unreadable: unreadable), asOf: asOf)
  }
}

extension PeriodFigures {
  func rateFigure(_ key: String) throws -> RateFigure {
    guard let figure = rate(key) else { throw SampleError.noFigure }
    return figure
  }

  func timeToDeploy() throws -> DurationFigure {
    guard let figure = duration("mean_time_to_deploy") else { throw SampleError.noFigure }
    return figure
  }
}

extension [ExcludedRecord] {
  /// `id: reason` of each.
  var listed: [String] { map { "\($0.id): \($0.reason.rawValue)" } }
}
