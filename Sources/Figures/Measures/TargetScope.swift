import PolicyReading

/// A figure's target in one period, and the types that it is set for. A class, since it is handed to
/// the measure of every period.
final class TargetScope: Sendable {
  /// Nil where the policy sets none.
  let target: Target?
  /// Names in lower case; nil for all types.
  private let typeKeys: Set<String>?

  /// The first target of the policy for a figure, and the types that the first target of its scope
  /// names. Types are named in full or by the beginning of one name only, `(runtime)`; names that
  /// are no types restrict nothing.
  init(of measure: any FigureMeasure.Type, in policy: Policy) {
    func first(_ figure: FigureName?) -> Target? {
      figure.flatMap { name in policy.targets.first { $0.figure == name } }
    }
    target = first(measure.definition.name)
    let known = policy.types.map { $0.name.lowercased() }
    let keys = (first(measure.scope)?.types ?? []).compactMap { written -> String? in
      let key = written.lowercased()
      if known.contains(key) { return key }
      let begun = known.filter { $0.hasPrefix(key) }
      return begun.count == 1 ? begun[0] : nil
    }
    typeKeys = keys.isEmpty ? nil : Set(keys)
  }

  func includes(_ change: MeasurableChange) -> Bool {
    typeKeys?.contains(change.typeKey) ?? true
  }
}
