import Chronology
import PolicyReading
import Records
import SourceText

/// What the calendar asks of a change: its type, risk, categories, systems and the incidents it
/// fixes. A class, since it is handed to every window and freeze.
package final class ChangeProfile: Sendable {
  /// The row of its type; nil where the type is not known.
  package let type: ChangeType?
  /// A name of the policy's table of risks; nil where it is not known.
  package let risk: String?
  package let categories: [String]
  /// Nil where they are not known: it may be any of them.
  package let systems: [String]?
  /// It may touch others as well: something stands in the place of a system that nobody knows.
  package let hasUnknownSystems: Bool
  /// The ids of the incidents that it fixes.
  package let incidents: [String]
  /// Where it is made; nil where that is not known.
  package let environments: [String]?
  package let regions: [String]?
  /// What it was approved as, beside or among what its type asks for.
  let approvals: [ApprovalRole]
  /// The names in the form in which they are compared.
  let folded: Folded
  /// Approved by governance vote; nil where the type is not known.
  let isGoverned: Bool?
  /// Of the types that a policy calls Normal: neither pre-approved nor an emergency nor voted on; nil
  /// where the type is not known.
  let isPlain: Bool?
  package let isEmergency: Bool

  struct Folded: Sendable {
    let type: String?
    let risk: String?
    let categories: [String]
    let systems: [SystemForm]?
  }

  package init(
    type: ChangeType?, risk: String?, categories: [String] = [], systems: [String]? = nil,
    incidents: [String] = [], hasUnknownSystems: Bool = false, environments: [String]? = nil,
    regions: [String]? = nil, approvals: [ApprovalRole] = []
  ) {
    self.environments = environments
    self.regions = regions
    self.approvals = approvals
    self.type = type
    self.risk = risk
    self.categories = categories
    self.systems = systems
    self.hasUnknownSystems = hasUnknownSystems
    self.incidents = incidents
    isGoverned = type?.isGoverned
    isEmergency = type?.isEmergency ?? false
    isPlain = type.map { !$0.isStandard && !$0.isEmergency && !$0.isGoverned }
    folded = Folded(
      type: type.map { WordForm.fold($0.name) }, risk: risk.map(WordForm.fold),
      categories: categories.map(WordForm.fold), systems: systems?.map(SystemForm.init))
  }

  /// A record that names no system leaves them unknown.
  package convenience init(_ change: Change, type: ChangeType?) {
    self.init(
      type: type, risk: change.risk?.value, categories: change.categories.map(\.value),
      systems: change.systems.isEmpty ? nil : change.systems.map(\.value),
      incidents: change.incidents.map(\.value), hasUnknownSystems: change.hasUnknownSystems,
      environments: change.environments.isEmpty ? nil : change.environments.map(\.value),
      regions: change.regions.isEmpty ? nil : change.regions.map(\.value),
      approvals: change.rolesApproved(
        by: (change.beginning ?? change.scheduled?.map(\.start))?.value))
  }
}

/// An answer that may not be known: what decides on it is missing or not understood.
package enum Answer: Sendable, Hashable {
  case yes, no, unknown

  /// Yes where one is; else unknown where one is.
  static func any(_ one: Answer, _ other: Answer) -> Answer {
    if one == .yes || other == .yes { return .yes }
    return one == .unknown || other == .unknown ? .unknown : .no
  }

  /// No where one is; else unknown where one is.
  static func all(_ one: Answer, _ other: Answer) -> Answer {
    if one == .no || other == .no { return .no }
    return one == .unknown || other == .unknown ? .unknown : .yes
  }

  init(_ truth: Bool) { self = truth ? .yes : .no }

  /// Unknown for nil.
  init(_ truth: Bool?) {
    guard let truth else {
      self = .unknown
      return
    }
    self = truth ? .yes : .no
  }
}
