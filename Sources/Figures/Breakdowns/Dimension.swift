import PolicyReading

/// What figures are broken down by.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
  case type, risk, system, category

  /// As the head of a column.
  package var title: String {
    switch self {
    case .type: "Type"
    case .risk: "Risk"
    case .system: "System"
    case .category: "Category"
    }
  }

  /// The name of the row of changes that say nothing of it.
  package var absent: String {
    switch self {
    case .type: "no type"
    case .risk: "no risk level"
    case .system: "no system named"
    case .category: "no category"
    }
  }

  /// A change may stand in several rows, so that the rows do not add up to the whole.
  package var overlaps: Bool { self == .system || self == .category }

  /// The names that the policy gives, in its order; systems have no table.
  func names(in policy: Policy) -> [String] {
    switch self {
    case .type: policy.types.map(\.name)
    case .risk: policy.risks.map(\.name)
    case .category: policy.categoryNames
    case .system: []
    }
  }

  func names(of change: MeasurableChange) -> [String] {
    switch self {
    case .type: change.type.map { [$0] } ?? []
    case .risk: change.risk.map { [$0] } ?? []
    case .system: change.systems
    case .category: change.categories
    }
  }

  /// An incident has its own systems and otherwise the names of the changes that caused it.
  func names(of incident: MeasurableIncident) -> [String] {
    self == .system ? incident.systems : incident.causes.flatMap { names(of: $0) }
  }
}

extension Policy {
  /// The rows of the review matrix, then those that only the testing matrix has.
  fileprivate var categoryNames: [String] {
    let reviewed = reviewMatrix.map(\.category)
    let known = Set(reviewed.map(WordForm.fold))
    let tested = testingMatrix?.rows.map(\.category) ?? []
    return reviewed + tested.filter { !known.contains(WordForm.fold($0)) }
  }
}
