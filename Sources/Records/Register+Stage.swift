import Chronology
import PolicyReading
import SourceText

extension Register {
  /// The row of a change's type in the policy that judges it; nil where the type is not known.
  package func type(of change: Change) -> ChangeType? {
    change.type.flatMap { name in
      policy(for: change).types.first { $0.name == name.value }
    }
  }

  /// Where a change stands in the workflow of its type at an instant.
  package func stage(of change: Change, asOf: Instant) -> WorkflowStage {
    let type = type(of: change)
    return change.stage(
      isGoverned: type?.isGoverned ?? false, isPreApproved: type.map { !$0.needsApproval } ?? false,
      asOf: asOf)
  }
}
