/// What may pass a freeze: a change that meets every condition of one of the ways. Two allowances
/// together let pass what passes both.
package struct FreezeAllowance: Sendable, Hashable {
  package enum Condition: Sendable, Hashable {
    case emergency
    /// A fix of the incident that caused the freeze.
    case relatedFix
    /// Names of the policy's.
    case type(String)
    case risk(String)
    case category(String)
    /// A fix of an incident of that severity or priority, as written: `P1`.
    case severity(String)
    /// Nobody says whether: of the changes that meet the other conditions it is not known whether they pass.
    case unsaid
    /// An approval of that role, as written, beside those that the change needs anyway.
    case approval(String)

    /// Two conditions of one kind are alternatives, whatever stands between them: no change is of two
    /// types, and none has two risks.
    var kind: Int {
      switch self {
      case .emergency, .type: 0
      case .risk: 1
      case .category: 2
      case .severity: 3
      case .relatedFix: 4
      case .approval: 5
      case .unsaid: 6
      }
    }
  }

  /// Empty where nothing may pass; a way without a condition is everybody's.
  package let ways: [[Condition]]

  package init(ways: [[Condition]]) { self.ways = ways }

  package static let nothing = FreezeAllowance(ways: [])
  package static let everything = FreezeAllowance(ways: [[]])
  package static let emergencies = FreezeAllowance(ways: [[.emergency]])

  /// Nothing is said of what may pass: no change does, and of an emergency it is not known.
  package static let unsaid = FreezeAllowance(ways: [[.emergency, .unsaid]])

  /// Whether something passes of which it is not said that it does.
  package var isUnsaid: Bool { ways.joined().contains(.unsaid) }
  /// Only emergency changes.
  package var emergencyOnly: Bool { isOnly(.emergency) }
  /// Only fixes of the incident that caused it.
  package var relatedFixesOnly: Bool { isOnly(.relatedFix) }
  /// Nothing at all.
  package var isNothing: Bool { ways.isEmpty }

  private func isOnly(_ condition: Condition) -> Bool {
    !ways.isEmpty && ways.allSatisfy { $0.contains(condition) && !$0.contains(.unsaid) }
  }

  /// What passes both.
  package func and(_ other: FreezeAllowance) -> FreezeAllowance {
    var both: [[Condition]] = []
    for way in ways {
      for second in other.ways {
        let joined = way + second.filter { !way.contains($0) }
        if !both.contains(joined) { both.append(joined) }
      }
    }
    return FreezeAllowance(ways: both)
  }

  /// The approvals that let a change pass which would not pass without them.
  package var approvals: [String] {
    ways.joined().compactMap { if case .approval(let role) = $0 { role } else { nil } }
  }
}

extension FreezeAllowance {
  /// What may pass: `emergency changes, or changes with approval: CTO`.
  package var words: String {
    if ways.isEmpty { return "nothing" }
    return ways.map(Self.words).joined(separator: ", or ")
  }

  private static func words(_ way: [Condition]) -> String {
    if way.isEmpty { return "everything" }
    func all(_ pick: (Condition) -> String?) -> [String] { way.compactMap(pick) }
    let types = all {
      switch $0 {
      case .emergency: "emergency"
      case .type(let name): name
      default: nil
      }
    }
    let risks = all { if case .risk(let name) = $0 { "\(name) risk" } else { nil } }
    let categories = all { if case .category(let name) = $0 { name } else { nil } }
    let severities = all { if case .severity(let name) = $0 { name } else { nil } }
    let approvals = all { if case .approval(let role) = $0 { role } else { nil } }
    if way.contains(.unsaid) { return "no change; of emergencies nothing is said" }
    if way == [.relatedFix] { return "fixes of the incident" }
    var words = (types + ["changes"]).joined(separator: " ")
    for risk in risks { words += " of \(risk)" }
    for category in categories { words += " in \(category)" }
    for severity in severities { words += " that fix a \(severity) incident" }
    if way.contains(.relatedFix) { words += " that fix the incident" }
    if !approvals.isEmpty { words += " with approval: \(approvals.joined(separator: " and "))" }
    return words
  }
}
