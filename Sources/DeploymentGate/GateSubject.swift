import Calendar
import Chronology
import Configuration
import PolicyReading
import Records
import SourceText

/// The change that the gate is asked about, by its attributes.
package struct GateSubject: Sendable {
  /// The id of the record that they come from; nil where they were given one by one.
  package var change: String?
  /// A name of the policy's; nil where it was not given.
  package var type: String?
  package var risk: String?
  package var categories: [String]
  /// Nil where none was given: it may be any of them.
  package var systems: [String]?
  /// It may touch others as well: something stands in the place of a system that nobody knows.
  package var hasUnknownSystems = false
  /// The ids of the incidents that it fixes.
  package var incidents: [String]
  /// Where it is made; nil where that was not given.
  package var environments: [String]?
  package var regions: [String]?
  /// What it was approved as before it begins; nothing where no record says so.
  var approvals: [ApprovalRole] = []

  package init(
    change: String? = nil, type: String? = nil, risk: String? = nil, categories: [String] = [],
    systems: [String]? = nil, incidents: [String] = [], environments: [String]? = nil,
    regions: [String]? = nil
  ) {
    self.environments = environments
    self.regions = regions
    self.change = change
    self.type = type
    self.risk = risk
    self.categories = categories
    self.systems = systems
    self.incidents = incidents
  }

  /// - Parameter instant: When it would begin.
  package init(_ change: Change, startingAt instant: Instant) {
    self.init(
      change: change.id, type: change.type?.value, risk: change.risk?.value,
      categories: change.categories.map(\.value),
      systems: change.systems.isEmpty ? nil : change.systems.map(\.value),
      incidents: change.incidents.map(\.value),
      environments: change.environments.isEmpty ? nil : change.environments.map(\.value),
      regions: change.regions.isEmpty ? nil : change.regions.map(\.value))
    approvals = change.rolesApproved(by: instant)
    hasUnknownSystems = change.hasUnknownSystems || change.mayTouchOthers
  }

  /// What a calendar asks of it, with the row that its policy has for the type.
  func profile(type: String?, risk: String?, in calendar: DeploymentCalendar) -> ChangeProfile {
    let folded = type.map(WordForm.fold)
    return ChangeProfile(
      type: calendar.policy.types.first { WordForm.fold($0.name) == folded }, risk: risk,
      categories: categories, systems: systems, incidents: incidents,
      hasUnknownSystems: hasUnknownSystems, environments: environments, regions: regions,
      approvals: approvals)
  }
}

extension GateSubject {
  /// The subject with the names as a policy writes them, and a cause for each that nothing defines.
  package func named(by policy: Policy, in register: Register) -> (GateSubject, [GateCause]) {
    let vocabulary = Vocabulary(policy: policy)
    let terms = register.settings.terms.flatMap(\.categories)
    var subject = self
    var causes: [GateCause] = []
    func resolve(
      _ name: String, _ what: String, among names: [String], table: TableKey?,
      _ find: (String) -> String?
    ) -> String {
      if let found = find(name) { return found }
      causes.append(
        .unknownName(
          name, what, among: names.inOrderOnce,
          place: policy.tables.first { $0.key == table }?.place))
      return name
    }
    subject.type = type.map {
      resolve($0, "type", among: policy.types.map(\.name), table: .types, vocabulary.type)
    }
    subject.risk = risk.map {
      resolve($0, "risk level", among: policy.risks.map(\.name), table: .risks, vocabulary.risk)
    }
    subject.categories = categories.map { name in
      resolve(
        name, "category", among: vocabulary.categoryNames + terms, table: .reviewMatrix
      ) { text in
        vocabulary.category(text)
          ?? terms.first { WordForm.fold($0) == WordForm.fold(text) }
      }
    }
    subject.incidents = incidents.map { name in
      resolve(name, "incident", among: register.incidents.map(\.id), table: nil) { text in
        register.incidents.first { $0.id.lowercased() == text.lowercased() }?.id
      }
    }
    var named = NamedSystems()
    for system in systems ?? [] { named.add(register.systems.read(system)) }
    if systems != nil {
      subject.systems = named.names.map(\.value) + named.unknown.map(\.text.value)
    }
    subject.hasUnknownSystems = !named.unknown.isEmpty
    let rows =
      policy.windows.map(\.surroundings) + policy.freezes.map(\.surroundings)
      + register.freezes.map(\.surroundings)
    func place(
      _ names: [String]?, _ what: String, among rows: [String], and others: [String] = []
    ) -> [String]? {
      // Where no row names any, it does not matter which it is.
      guard !rows.isEmpty else { return names }
      let known = (others + rows).inOrderOnce
      return names?.map { name in
        resolve(name, what, among: known, table: nil) { text in
          known.first { WordForm.fold($0) == WordForm.fold(text) }
        }
      }
    }
    subject.environments = place(
      environments, "environment", among: rows.flatMap(\.environments),
      and: policy.environments.map(\.name))
    subject.regions = place(regions, "region", among: rows.flatMap(\.regions))
    causes += named.unknown.map { unknown in
      GateCause.unknownName(
        unknown.text.value, "system", among: register.systems.systems.map(\.name.value),
        place: register.systems.systems.first?.name.place)
    }
    return (subject, causes)
  }
}

extension [String] {
  fileprivate var inOrderOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert(WordForm.fold($0)).inserted }
  }
}
