import Chronology
import Configuration
import DeploymentLogs
import PolicyReading
import SourceText

/// What has an id and a page of its own.
package enum RecordKind: Sendable { case change, incident }

/// Everything that was read: ordered, indexed, and read-only from here on.
package struct Register: Sendable {
  package let settings: Settings
  package let policies: PolicyBook
  /// By id, then path.
  package let changes: [Change]
  /// By id, then path.
  package let incidents: [Incident]
  /// By path.
  package let freezes: [DeclaredFreeze]
  /// By path.
  package let pages: [ContentPage]
  /// Figures of closed periods as they were published, by path.
  package let published: [PublishedReport]
  /// Logs of deployments, by path.
  package private(set) var deploymentLogs: [DeploymentLog]
  /// What was refused before any reader saw it, and problems of settings.
  package private(set) var problems: [ReadingProblem]
  /// The systems that the site lists.
  package let systems: SystemDirectory
  /// The people that the site lists.
  package let people: PeopleDirectory
  /// Public holidays, from the settings and `content/holidays`.
  package let holidays: HolidayLists
  /// The pictures that texts show; nil where nobody looked.
  package var pictures: PictureIndex?
  /// The first change of an id; of two with one id the first path's.
  private let changeIndex: [String: Int]
  private let incidentIndex: [String: Int]

  package init(
    settings: Settings, policies: PolicyBook, changes: [Change], incidents: [Incident],
    freezes: [DeclaredFreeze], pages: [ContentPage], published: [PublishedReport] = [],
    deploymentLogs: [DeploymentLog] = [],
    problems: [ReadingProblem], systems: SystemDirectory = SystemDirectory(),
    people: PeopleDirectory = PeopleDirectory(), holidays: HolidayLists = HolidayLists()
  ) {
    self.holidays = holidays
    self.settings = settings
    self.policies = policies
    self.changes = changes.sorted { ($0.id, $0.file.path) < ($1.id, $1.file.path) }
    self.incidents = incidents.sorted { ($0.id, $0.file.path) < ($1.id, $1.file.path) }
    self.freezes = freezes
    self.pages = pages
    self.published = published
    self.deploymentLogs = deploymentLogs
    self.problems = problems
    self.systems = systems
    self.people = people
    changeIndex = Dictionary(
      self.changes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
    incidentIndex = Dictionary(
      self.incidents.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
  }

  /// Takes logs in the place of those of the content.
  package mutating func replaceLogs(by files: [SourceFile]) {
    problems.removeAll(where: \.isOfLogs)
    deploymentLogs = files.map { readDeploymentLog($0, zone: zone) }
  }

  /// The zone of days, periods and times on pages.
  package var zone: Zone { settings.zone ?? policies.latest.zone }

  package func change(_ id: String) -> Change? { changeIndex[id].map { changes[$0] } }

  package func incident(_ id: String) -> Incident? { incidentIndex[id].map { incidents[$0] } }

  /// What kind of record an id names; nil where there is none.
  package func kind(ofRecord id: String) -> RecordKind? {
    changeIndex[id] != nil ? .change : incidentIndex[id] != nil ? .incident : nil
  }

  /// The policy that judges a change: the one in force at its last approval, or its request while
  /// unapproved; the latest where neither is known.
  package func policy(for change: Change) -> Policy {
    policies.policies[policyIndex(for: change)]
  }

  /// The index of that policy in the book.
  package func policyIndex(for change: Change) -> Int {
    guard let instant = change.lastApproval?.value ?? change.requested?.value else {
      return policies.policies.count - 1
    }
    return policies.index(inForceAt: instant)
  }
}

extension Register {
  /// Every name of a system that a change has, each once, in order.
  package var namesOfSystems: [String] {
    var seen: Set<String> = []
    return changes.flatMap { $0.systems.map(\.value) }.filter { seen.insert($0).inserted }
  }
}
