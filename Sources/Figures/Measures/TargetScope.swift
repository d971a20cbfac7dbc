import Findings
import PolicyReading

/// A target of a figure, and the changes that it is set for. A class, since it is handed to the
/// measure of every period.
final class TargetScope: Sendable {
  /// Nil where the policy sets none.
  let target: Target?
  /// Names in lower case; nil for all types, and for all risks.
  private let typeKeys: Set<String>?
  private let riskKeys: Set<String>?

  /// Types are named in full or by the beginning of one name only, `(runtime)`; names that are no
  /// types restrict nothing.
  ///
  /// - Parameters:
  ///   - target: What is judged.
  ///   - scoping: Whose types and risks are measured, where that is another row.
  init(_ target: Target?, scoping: Target? = nil, in policy: Policy) {
    self.target = target
    let scope = target ?? scoping
    typeKeys = Self.keys(scope?.types ?? [], among: policy.types.map(\.name))
    riskKeys = Self.keys(scope?.risks ?? [], among: policy.risks.map(\.name))
  }

  private init(unjudged other: TargetScope) {
    target = nil
    typeKeys = other.typeKeys
    riskKeys = other.riskKeys
  }

  /// The same changes without a target: of a part of them, for which none is set.
  var unjudged: TargetScope { target == nil ? self : TargetScope(unjudged: self) }

  private static func keys(_ names: [String], among known: [String]) -> Set<String>? {
    let known = known.map { $0.lowercased() }
    let keys = names.compactMap { written -> String? in
      let key = written.lowercased()
      if known.contains(key) { return key }
      let begun = known.filter { $0.hasPrefix(key) }
      return begun.count == 1 ? begun[0] : nil
    }
    return keys.isEmpty ? nil : Set(keys)
  }

  /// Why a change is left out; nil where it is measured.
  func exclusion(of change: MeasurableChange) -> ExclusionReason? {
    if let typeKeys, !typeKeys.contains(change.typeKey) { return .typeNotInTarget }
    if let riskKeys, !riskKeys.contains(change.riskKey) { return .riskNotInTarget }
    return nil
  }

  /// The same of an incident: by the changes that caused it.
  func exclusion(of incident: MeasurableIncident) -> ExclusionReason? {
    guard typeKeys != nil || riskKeys != nil else { return nil }
    let reasons = incident.causes.map { exclusion(of: $0) }
    return reasons.contains(nil) ? nil : reasons.first ?? .typeNotInTarget
  }

  /// It sets the same target for the same changes.
  func judges(as other: TargetScope) -> Bool {
    typeKeys == other.typeKeys && riskKeys == other.riskKeys
      && target?.comparison == other.target?.comparison && target?.bound == other.target?.bound
      && target?.statistic == other.target?.statistic
  }
}

/// What one measure is compared with under one version of the policy.
struct MeasureScopes: Sendable {
  /// Of the figure itself.
  let own: TargetScope
  /// Of further targets, each for its own changes, in the order of the policy.
  let further: [TargetScope]

  init(of measure: any FigureMeasure.Type, in policy: Policy) {
    func targets(_ figure: FigureName?) -> [Target] {
      figure.map { name in policy.targets.filter { $0.figure == name } } ?? []
    }
    let all = targets(measure.definition.name)
    // A target for some changes does not make a rate one of those changes alone: the rate of all
    // stands beside it. What the policy means by its time to deploy, the target says.
    let first =
      measure.takesScopeOfTarget
      ? all.first : all.first { $0.types.isEmpty && $0.risks.isEmpty }
    own = TargetScope(
      first, scoping: measure.takesScopeOfTarget ? targets(measure.scope).first : nil, in: policy)
    further = all.filter { $0.reference.place != first?.reference.place }
      .map { TargetScope($0, in: policy) }
  }

  var all: [TargetScope] { [own] + further }

  func judges(as other: MeasureScopes) -> Bool {
    all.count == other.all.count && zip(all, other.all).allSatisfy { $0.judges(as: $1) }
  }
}
