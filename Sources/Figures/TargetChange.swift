import Chronology
import PolicyReading
import SourceText

/// A version of the policy that sets another target for a figure than the one before.
package struct TargetChange: Sendable {
  /// The day from which the later one holds.
  package let day: CivilDay
  /// Empty where there was none.
  package let before: [Target]
  /// Empty where there is none any more.
  package let after: [Target]
}

/// When the targets of a figure changed, the earliest first.
package func targetChanges(
  of definition: FigureDefinition, in policies: PolicyBook
) -> [TargetChange] {
  func targets(_ policy: Policy) -> [Target] {
    policy.targets.filter { $0.figure != nil && $0.figure == definition.name }
  }
  return zip(policies.policies.dropFirst(), policies.policies).compactMap { later, earlier in
    let (after, before) = (targets(later), targets(earlier))
    guard let day = later.metadata.effective?.value, after.map(\.words) != before.map(\.words)
    else { return nil }
    return TargetChange(day: day, before: before, after: after)
  }
}

extension Policy {
  /// Rows of the table of metrics that no figure answers.
  package var unjudgedTargets: [Target] { targets.filter { $0.figure == nil } }
}
